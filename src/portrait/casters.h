#pragma once
// The body once more, with far fewer triangles: what casts shadows into the lights' depth maps. Their soft edges hide
// what is lost.

#include "body/mesh.h"

namespace inkheal::portrait {

struct Casters {
    std::vector<glm::vec3> positionsMm;
    std::vector<std::array<std::uint32_t, 3>> triangles;
};

/// All vertices of a cell of `cellMm` become one at their mean (Rossignac and Borrel 1993); triangles that this leaves
/// without area go. A closed surface stays closed.
Casters castersOf(const body::Mesh& mesh, float cellMm);

}  // namespace inkheal::portrait
