#include "bake/bvh.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace inkheal::bake {

namespace {

constexpr std::uint32_t leafSize = 4;
constexpr float grazing = 1e-12f;

}  // namespace

Bvh::Bvh(const body::Mesh& mesh) {
    for (const auto& t : mesh.triangles) {
        const glm::vec3 p = mesh.positionsMm[t[0]];
        triangles_.push_back({p, mesh.positionsMm[t[1]] - p, mesh.positionsMm[t[2]] - p});
    }
    nodes_.push_back({{}, {}, 0, std::uint32_t(triangles_.size())});
    split(0);
}

void Bvh::split(std::uint32_t node) {
    const auto first = triangles_.begin() + nodes_[node].first, last = first + nodes_[node].count;
    glm::vec3 low(1e30f), high(-1e30f);
    for (auto t = first; t != last; ++t) {
        for (const glm::vec3& p : {t->corner, t->corner + t->a, t->corner + t->b})
            low = glm::min(low, p), high = glm::max(high, p);
    }
    nodes_[node].low = low, nodes_[node].high = high;
    const std::uint32_t start = nodes_[node].first, count = nodes_[node].count;
    if (count <= leafSize) return;
    const glm::vec3 size = high - low;
    const int axis = size.x > size.y && size.x > size.z ? 0 : size.y > size.z ? 1 : 2;
    const auto middle = [axis](const Triangle& t) { return 3 * t.corner[axis] + t.a[axis] + t.b[axis]; };
    std::nth_element(first, first + count / 2, last,
                     [&](const Triangle& a, const Triangle& b) { return middle(a) < middle(b); });
    const auto children = std::uint32_t(nodes_.size());
    nodes_[node].first = children;
    nodes_[node].count = 0;
    nodes_.push_back({{}, {}, start, count / 2});
    nodes_.push_back({{}, {}, start + count / 2, count - count / 2});
    split(children);
    split(children + 1);
}

bool Bvh::blocked(const glm::vec3& origin, const glm::vec3& direction, float reachMm) const {
    const glm::vec3 inverse = 1.0f / direction;
    std::array<std::uint32_t, 64> stack;
    int depth = 0;
    stack[std::size_t(depth++)] = 0;
    while (depth > 0) {
        const Node& node = nodes_[stack[std::size_t(--depth)]];
        const glm::vec3 a = (node.low - origin) * inverse, b = (node.high - origin) * inverse;
        const glm::vec3 enter = glm::min(a, b), leave = glm::max(a, b);
        const float from = std::max({enter.x, enter.y, enter.z, 0.0f}),
                    to = std::min({leave.x, leave.y, leave.z, reachMm});
        if (!(from <= to)) continue;
        if (node.count == 0) {
            stack[std::size_t(depth++)] = node.first;
            stack[std::size_t(depth++)] = node.first + 1;
            continue;
        }
        for (std::uint32_t i = node.first; i < node.first + node.count; ++i) {
            // Moeller and Trumbore, 1997.
            const Triangle& t = triangles_[i];
            const glm::vec3 p = glm::cross(direction, t.b);
            const float det = glm::dot(t.a, p);
            if (std::abs(det) < grazing) continue;
            const glm::vec3 s = origin - t.corner, q = glm::cross(s, t.a);
            const float u = glm::dot(s, p) / det, v = glm::dot(direction, q) / det, away = glm::dot(t.b, q) / det;
            if (u >= 0 && v >= 0 && u + v <= 1 && away > 0 && away < reachMm) return true;
        }
    }
    return false;
}

}  // namespace inkheal::bake
