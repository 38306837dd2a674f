#pragma once
// Where the skin of the stock bodies folds: flexion creases of wrist, palm, fingers, ankle and toes, as arcs in
// assets/creases.json. A vertex knows how far it is from the middle of one and how deep that is there; the frame makes
// the furrow of it, sharper than the mesh.

#include <vector>

#include "body/mesh.h"

namespace inkheal::body {

struct CreaseNearby {
    float besideMm = 1e3f;  // from its middle, + to one side and - to the other
    float deepMm = 0;       // 0: it is not in reach
};

/// One a vertex; none near any on bodies that are no hand or foot. Every corner of a triangle that a furrow crosses
/// knows its distance to the same one.
/// @throws Error (badInput) if assets/creases.json is damaged.
std::vector<CreaseNearby> creasesOn(const Mesh& mesh);

}  // namespace inkheal::body
