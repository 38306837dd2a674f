#pragma once
// A style is the artist's toolbox: which pigments are on the tray, how far black is diluted, and which needles make the
// marks. Data in assets/styles.json.

#include <string>
#include <vector>

#include "design/needle_kind.h"

namespace inkheal::design {

struct Style {
    std::string name;
    std::string description;
    std::vector<std::string> pigments;  // names in assets/pigments.json, at most 8
    NeedleKind liner;                   // lines, hairlines and dots
    NeedleKind shader;                  // solids and shading; the liner again where the style has no other
    std::vector<float> washes{1};       // of black, from undiluted down, as shares of its full strength

    /// Greys from here up cover all of their place, one wash worked into the next; fainter ones are separate marks.
    float lightestWash() const { return washes.back(); }
};

std::vector<Style> styles();

/// @throws Error (usage) naming the known styles.
Style styleNamed(const std::string& name);

}  // namespace inkheal::design
