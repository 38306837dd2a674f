#pragma once
// The options that several verbs share: which device and how talkative, and those that describe a project. A verb adds
// them with addTo() and asks for the project once the arguments are read.

#include <CLI/CLI.hpp>
#include <chrono>
#include <string>
#include <vector>

#include "gpu/device.h"
#include "studio/project.h"

namespace inkheal::cli {

/// --device, --validate, -v, --quiet.
class CommonOptions {
 public:
    gpu::DeviceChoice device;
    bool verbose = false, quiet = false;

    void addTo(CLI::App& verb);
    /// A line for a person on standard error, unless quiet; detail only with -v, after the seconds since the start.
    void say(const std::string& line) const;
    void detail(const std::string& line) const;

 private:
    std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
};

/// Everything that describes a project. Options given beside --session win over it; they change its first piece.
struct ProjectOptions {
    std::string design, body, site, at, wrap, tone, style, care, session, quality, paper, widthMm, rotateDeg, seed, age,
        healer;

    void addTo(CLI::App& verb);

    /// Read and checked as far as words go. @throws Error (usage, badInput) also when there is no design and
    /// `designNeeded`.
    studio::Project project(const CLI::App& verb, bool designNeeded) const;
};

/// A number; a whole one from `least` to `most`. @throws Error (usage) naming `option`.
float numberOf(std::string_view text, const std::string& option);
/// The same inside a range. @throws Error (usage) naming the range.
double numberWithin(const std::string& text, const std::string& option, double least, double most);
std::uint32_t wholeNumberOf(const std::string& text, const std::string& option, std::uint32_t least,
                            std::uint32_t most);

/// Two numbers with a comma between, as in --at. @throws Error (usage) naming `option`.
glm::vec2 pairOf(const std::string& text, const std::string& option);

}  // namespace inkheal::cli
