#pragma once
// Where hair grows on the stock bodies, how each one lies, how thick and how long it gets: fewer than follicles, as the
// sites have it (assets/sites.json), none on palms, soles, nails and pads. One person's, the same on every day.

#include <vector>

#include "body/mesh.h"
#include "portrait/portrait.h"
#include "skin/materials.h"

namespace inkheal::portrait {

struct HairRoot {
    std::uint32_t vertex = 0;  // the nearest of the body
    glm::vec3 placeMm{0}, normal{0, 0, 1};
    glm::vec3 leaves{0, 0, 1}, lies{0, 1, 0};  // unit: where it heads at its root, and at its tip
    float fullMm = 5, thickMm = 0.03f;
    float melanin = 1;  // concentration of eumelanin, see hair_laws.h
    float phase = 0;    // of its cycle on day 0, 0 to 1
};

/// Those of a person of this tone. None on bodies that are no hand or foot, which say nothing of where hair is.
std::vector<HairRoot> hairRoots(const body::Mesh& mesh, Hairiness kind, const skin::Tone& tone);

/// Hairs per cm2 at each vertex of a stock body, as its sites have it.
std::vector<float> hairPerCm2(const body::Mesh& mesh);

}  // namespace inkheal::portrait
