#pragma once
// The exponential map of a smooth skin known by its triangles and vertex normals: where each vertex lies on paper that
// is pressed on at one point and smoothed outward. Geodesic polar coordinates (Melvaer, Reimers 2012) in place of the
// edge sums of Schmidt 2006, because those do not converge on doubly curved skin; edges are measured as arcs, using the
// normals.

#include <cstdint>
#include <glm/glm.hpp>
#include <optional>
#include <utility>
#include <vector>

#include "body/mesh.h"

namespace inkheal::body {

/// The part of a mesh near a point, its texture seams closed. Indices are local unless said otherwise.
struct Neighbourhood {
    std::vector<glm::dvec3> positionsMm, normals;
    std::vector<std::array<std::uint32_t, 3>> triangles;
    std::vector<std::uint32_t> meshTriangle;                            // of each triangle
    std::vector<std::pair<std::uint32_t, std::uint32_t>> meshVertices;  // (vertex of the mesh, local vertex)
    std::vector<std::uint32_t> around, aroundStart;                     // triangles round each vertex, as one list
    std::uint32_t sourceTriangle = 0;
};

/// All triangles with a corner within radiusMm (straight) of `source`, and the one it lies on.
Neighbourhood gather(const Mesh& mesh, const SurfacePoint& source, float radiusMm);

/// The step from p to q as arcs on the skin: a tangent vector at p, mm, whose length is that of the arc. Exact on
/// planes, cylinders and spheres. np, nq unit normals.
glm::dvec3 arcStep(const glm::dvec3& p, const glm::dvec3& np, const glm::dvec3& q, const glm::dvec3& nq);

/// Paper position (mm, frame.x and frame.y) of every local vertex nearer than radiusMm along the skin.
std::vector<std::optional<glm::dvec2>> exponentialMap(const Neighbourhood& skin, const Frame& frame, float radiusMm);

}  // namespace inkheal::body
