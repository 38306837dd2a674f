#pragma once
// Cuts a mesh by a plane: the closed loops (or open strips) where they meet. For girths and for finding the middle of a
// limb.

#include <cstdint>
#include <glm/glm.hpp>
#include <vector>

#include "body/mesh.h"

namespace inkheal::body {

/// One line round the limb: triangles[i] holds the part from points[i] to the next point (of a closed one the first
/// again).
struct Loop {
    std::vector<glm::vec3> points;  // mm
    std::vector<std::uint32_t> triangles;
    bool closed = false;

    float lengthMm() const;
    /// The centre of the line's own length, mm.
    glm::vec3 centre() const;
};

/// All loops of the plane through `origin` with `normal` (need not be unit).
std::vector<Loop> cut(const Mesh& mesh, const glm::vec3& origin, const glm::vec3& normal);

}  // namespace inkheal::body
