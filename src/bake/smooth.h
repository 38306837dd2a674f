#pragma once
// From a cage of quads to a fine mesh on its Catmull-Clark limit surface: each edge is split as finely as asked where
// it lies, and neighbours share its points, so there are no cracks. Positions and normals are the limit's own.

#include <functional>

#include "bake/cage.h"
#include "body/mesh.h"

namespace inkheal::bake {

/// The length of edge wanted at a place, mm.
using EdgeMm = std::function<float(const glm::vec3&)>;

/// Fills positions, normals, uv and triangles. Vertices stand twice along texture seams.
body::Mesh smooth(const Cage& cage, const EdgeMm& edgeMm);

/// Halves edges longer than asked where they lie until there are none (or six rounds are done); new points lie on the
/// smooth surface that positions and normals describe.
void splitLong(body::Mesh& mesh, const EdgeMm& edgeMm);

/// Cuts off what lies above y = topMm with a clean rim.
void clipAbove(body::Mesh& mesh, float topMm);

}  // namespace inkheal::bake
