#pragma once
// Separates an artwork's colours into doses of the tray's pigments: a table over linear RGB that the kernel
// interpolates in.

#include <span>
#include <vector>

#include "base/picture.h"
#include "needle/needle.h"
#include "needle/palette.h"

namespace inkheal::needle {

/// nodes^3 colours, red fastest, spaced by law::tableAxis; two vec4 (pigments 0 to 3, 4 to 7) a colour.
struct SeparationTable {
    int nodes = 17;
    std::vector<glm::vec4> doses;
    std::vector<float> deltaE;  // CIE76 between what was wanted and what the palette gives, both on the reference skin

    glm::dvec3 colourOf(std::size_t node) const;
};

/// Solves every node that `artwork` (straight alpha) touches; the others stay bare. `report` is of its texels, by
/// alpha.
SeparationTable separationFor(const Picture& artwork, std::span<const skin::Pigment> pigments, Separation& report);

}  // namespace inkheal::needle
