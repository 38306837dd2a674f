#pragma once
// One piece laid on the body: its artwork, its frame, its chart. Needs no device.
// The command line asks how it fits; the studio inks it.

#include <memory>
#include <vector>

#include "body/chart.h"
#include "design/artwork.h"
#include "skin/fields.h"
#include "studio/project.h"

namespace inkheal::studio {

struct Placement {
    design::Artwork artwork;
    body::Frame frame;
    std::unique_ptr<body::Chart> chart;
    std::vector<glm::vec2> inkedMm;  // chart points of inked texels, thinned to at most about 40,000
    float reachMm = 0;               // farthest of them from the centre
};

inline constexpr float marginMm =
    5.5f;  // of skin round the ink that is simulated: 95 % of the red scattering, most of the halo

/// The stock body of the first piece's site unless the project names one.
std::string bodyOf(const Project& project);

/// @throws Error (badInput or usage).
Placement placePiece(const PieceWish& wish, const body::Mesh& mesh, float texelsPerMm);

/// How paper lies on the skin over a grid (see skin::setMetric), one value a texel; 1 where there is no skin.
std::vector<glm::vec2> metricOf(const Placement& placement, const body::Mesh& mesh, const skin::Grid& grid);

/// cli.md's `place`.
Json placeJson(const Placement& placement, const PieceWish& wish, const body::Mesh& mesh);

}  // namespace inkheal::studio
