#pragma once
// Separates artwork colours into doses of the tray's pigments: for every colour asked, the few pigments whose healed
// look, through the skin above them, is nearest to the artwork laid on that skin. A table over linear RGB that the
// kernel interpolates in.

#include <span>
#include <vector>

#include "base/picture.h"
#include "needle/needle.h"
#include "needle/response.h"

namespace inkheal::needle {

/// nodes^3 colours, red fastest, spaced by law::tableAxis; two vec4 (pigments 0 to 3, 4 to 7) a colour.
struct SeparationTable {
    int nodes = 17;
    std::vector<glm::vec4> doses;
    std::vector<float> deltaE;  // CIE76 between what was wanted and what the palette gives, both on the reference skin

    glm::dvec3 colourOf(std::size_t node) const;
};

/// Solves every node that `artwork` (straight alpha) touches; the others stay bare. `report` weighs the nodes by inked
/// texels.
SeparationTable separationFor(const Picture& artwork, std::span<const skin::Pigment> pigments, Separation& report);

/// How artwork light looks once it lies in skin, over bare skin: skin is the paper, and the veil lies over all.
glm::dvec3 wantedRatio(const glm::dvec3& artwork, const glm::dvec3& veil, bool whiteOnTray);

/// The non-negative doses nearest to `wantedLab` from `start`, each pigment paid for by its reluctance (squared deltaE
/// a dose). Sets deltaE.
Doses fitDoses(const HealedResponse& response, std::span<const double> reluctance, const glm::dvec3& wantedLab,
               const Doses& start, double& deltaE);

}  // namespace inkheal::needle
