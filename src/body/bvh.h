#pragma once
// Whether a ray meets a mesh: a tree of boxes over its triangles. For the many rays of a bake, where building the tree
// costs nothing beside them, and for the paths of a reference picture, which take the tree to the device.

#include <cstdint>
#include <glm/glm.hpp>
#include <vector>

#include "body/mesh.h"

namespace inkheal::body {

class Bvh {
 public:
    struct Node {
        glm::vec3 low, high;
        std::uint32_t first, count;  // count 0: inner, its children are at first and first + 1
    };
    struct Triangle {
        glm::vec3 corner, a, b;  // a and b: the other corners from the first
        std::uint32_t index;     // in the mesh
    };

    explicit Bvh(const Mesh& mesh);

    /// Whether anything lies on the ray nearer than reachMm. `direction` is unit.
    bool blocked(const glm::vec3& origin, const glm::vec3& direction, float reachMm) const;

    /// The tree, its root first; leaves hold a run of triangles().
    const std::vector<Node>& nodes() const { return nodes_; }
    const std::vector<Triangle>& triangles() const { return triangles_; }

 private:
    void split(std::uint32_t node);

    std::vector<Triangle> triangles_;
    std::vector<Node> nodes_;
};

}  // namespace inkheal::body
