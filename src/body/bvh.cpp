#include "body/bvh.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace inkheal::body {

namespace {

constexpr std::uint32_t leafSize = 4;
constexpr float grazing = 1e-12f;
constexpr int slices = 16;  // places along each axis where a box may be split

using Triangles = std::vector<Bvh::Triangle>::iterator;

struct Box {
    glm::vec3 low{1e30f}, high{-1e30f};
    std::uint32_t count = 0;

    void take(const Bvh::Triangle& t) {
        for (const glm::vec3& p : {t.corner, t.corner + t.a, t.corner + t.b})
            low = glm::min(low, p), high = glm::max(high, p);
        ++count;
    }
    void take(const Box& other) {
        low = glm::min(low, other.low), high = glm::max(high, other.high);
        count += other.count;
    }
    /// As often as rays meet it, times what each then asks.
    float cost() const {
        if (count == 0) return 0;
        const glm::vec3 d = high - low;
        return (d.x * d.y + d.y * d.z + d.z * d.x) * float(count);
    }
};

glm::vec3 centreOf(const Bvh::Triangle& t) {
    return t.corner + (t.a + t.b) / 3.0f;
}

/// Sorts the triangles into two heaps whose boxes rays meet least (surface area heuristic, MacDonald and Booth 1990).
Triangles cheapestSplit(Triangles first, Triangles last) {
    glm::vec3 low(1e30f), high(-1e30f);
    for (auto t = first; t != last; ++t) low = glm::min(low, centreOf(*t)), high = glm::max(high, centreOf(*t));
    const auto sliceOf = [&](const Bvh::Triangle& t, int axis) {
        const float share = (centreOf(t)[axis] - low[axis]) / std::max(high[axis] - low[axis], 1e-12f);
        return std::min(int(share * float(slices)), slices - 1);
    };
    float least = 1e38f;
    int bestAxis = 0, bestSlice = slices / 2;
    for (int axis = 0; axis < 3; ++axis) {
        std::array<Box, slices> bins;
        for (auto t = first; t != last; ++t) bins[std::size_t(sliceOf(*t, axis))].take(*t);
        std::array<float, slices> above{};
        Box rest;
        for (std::size_t i = slices - 1; i > 0; --i) rest.take(bins[i]), above[i] = rest.cost();
        Box below;
        for (std::size_t i = 1; i < slices; ++i) {
            below.take(bins[i - 1]);
            if (below.cost() + above[i] < least && below.count > 0 && above[i] > 0)
                least = below.cost() + above[i], bestAxis = axis, bestSlice = int(i);
        }
    }
    return std::partition(first, last, [&](const Bvh::Triangle& t) { return sliceOf(t, bestAxis) < bestSlice; });
}

}  // namespace

Bvh::Bvh(const Mesh& mesh) {
    for (std::size_t i = 0; i < mesh.triangles.size(); ++i) {
        const auto& t = mesh.triangles[i];
        const glm::vec3 p = mesh.positionsMm[t[0]];
        triangles_.push_back({p, mesh.positionsMm[t[1]] - p, mesh.positionsMm[t[2]] - p, std::uint32_t(i)});
    }
    nodes_.push_back({{}, {}, 0, std::uint32_t(triangles_.size())});
    split(0);
}

void Bvh::split(std::uint32_t node) {
    const auto first = triangles_.begin() + nodes_[node].first, last = first + nodes_[node].count;
    Box box;
    for (auto t = first; t != last; ++t) box.take(*t);
    nodes_[node].low = box.low, nodes_[node].high = box.high;
    const std::uint32_t start = nodes_[node].first, count = nodes_[node].count;
    if (count <= leafSize) return;
    auto middle = cheapestSplit(first, last);
    if (middle == first || middle == last) middle = first + count / 2;
    const auto left = std::uint32_t(middle - first), children = std::uint32_t(nodes_.size());
    nodes_[node].first = children;
    nodes_[node].count = 0;
    nodes_.push_back({{}, {}, start, left});
    nodes_.push_back({{}, {}, start + left, count - left});
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

}  // namespace inkheal::body
