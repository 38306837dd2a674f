#pragma once
// The options that several verbs share: which device and how talkative, and those that describe a project.

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "gpu/device.h"
#include "studio/project.h"

namespace inkheal::cli {

/// --device, --validate, -v, --quiet.
struct CommonOptions {
    gpu::DeviceChoice device;
    bool verbose = false, quiet = false;

    void addTo(CLI::App& verb);
    /// A line for a person on standard error, unless quiet.
    void say(const std::string& line) const;
};

/// Everything that describes a project. Options given beside --session win over it; they change its first piece.
struct ProjectOptions {
    std::string design, body, site, at, wrap, tone, style, care, session, quality, paper;
    double widthMm = 30, rotateDeg = 0;
    std::uint32_t seed = 1;

    void addTo(CLI::App& verb);

    /// Read and checked as far as words go. @throws Error (usage, badInput) also when there is no design and
    /// `designNeeded`.
    studio::Project project(const CLI::App& verb, bool designNeeded) const;
};

/// Two numbers with a comma between, as in --at. @throws Error (usage) naming `option`.
glm::vec2 pairOf(const std::string& text, const std::string& option);

}  // namespace inkheal::cli
