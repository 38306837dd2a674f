#pragma once
// Whether a ray meets a mesh: a tree of boxes over its triangles. For the many rays of a bake, where building the tree
// costs nothing beside them.

#include <cstdint>
#include <glm/glm.hpp>
#include <vector>

#include "body/mesh.h"

namespace inkheal::bake {

class Bvh {
 public:
    explicit Bvh(const body::Mesh& mesh);

    /// Whether anything lies on the ray nearer than reachMm. `direction` is unit.
    bool blocked(const glm::vec3& origin, const glm::vec3& direction, float reachMm) const;

 private:
    struct Node {
        glm::vec3 low, high;
        std::uint32_t first, count;  // count 0: inner, its children are at first and first + 1
    };
    struct Triangle {
        glm::vec3 corner, a, b;
    };
    void split(std::uint32_t node);

    std::vector<Triangle> triangles_;
    std::vector<Node> nodes_;
};

}  // namespace inkheal::bake
