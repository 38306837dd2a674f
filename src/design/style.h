#pragma once
// A style is the artist's toolbox: which pigments are on the tray and which needle makes the marks. Data in
// assets/styles.json.

#include <string>
#include <vector>

namespace inkheal::design {

struct NeedleKind {
    std::string name;
    float wireMm = 0.25f;      // wire diameter
    float footprintMm = 0.3f;  // width of the line a single pass leaves in skin at day 0
    float dilationMm = 0.1f;   // added per edge on skin
    float passes = 1;
};

struct Style {
    std::string name;
    std::string description;
    std::vector<std::string> pigments;  // names in assets/pigments.json, at most 8
    NeedleKind needle;
};

std::vector<Style> styles();

/// @throws Error (usage) naming the known styles.
Style styleNamed(const std::string& name);

}  // namespace inkheal::design
