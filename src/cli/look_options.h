#pragma once
// The options of a picture's light and print: which light, how bright, what is white, which gamut, and how
// hairy the client is. For the verbs that take pictures.

#include <CLI/CLI.hpp>
#include <string>

#include "portrait/portrait.h"

namespace inkheal::cli {

struct LookOptions {
    std::string light = "studio", turn, exposure, white = "neutral", gamut = "srgb", hair = "fine";

    void addTo(CLI::App& verb);

    /// Sets them in `view`; the light itself is checked by portrait::checkLight. @throws Error (usage).
    void apply(portrait::View& view) const;
};

}  // namespace inkheal::cli
