#include "body/section.h"

#include <map>
#include <unordered_map>

namespace inkheal::body {

namespace {

/// An edge of the mesh, told by where its ends lie so that both sides of a seam mean the same edge.
struct Edge {
    std::array<float, 6> ends;
    bool operator<(const Edge& other) const { return ends < other.ends; }
};

Edge edgeOf(glm::vec3 a, glm::vec3 b) {
    const auto key = [](const glm::vec3& p) { return std::array<float, 3>{p.x, p.y, p.z}; };
    if (key(b) < key(a)) std::swap(a, b);
    return {{a.x, a.y, a.z, b.x, b.y, b.z}};
}

struct Crossing {
    Edge from, to;
    glm::vec3 point, last;  // on `from`, on `to`
    std::uint32_t triangle;
};

/// Where one triangle's outline goes under the plane and where it comes up again.
void crossTriangle(const Mesh& mesh, std::uint32_t triangle, const std::array<float, 3>& height,
                   std::vector<Crossing>& out) {
    const auto& t = mesh.triangles[triangle];
    Crossing crossing{};
    crossing.triangle = triangle;
    int found = 0;
    for (int k = 0; k < 3; ++k) {
        const int l = (k + 1) % 3;
        if ((height[k] < 0) == (height[l] < 0)) continue;
        const bool up = height[k] < 0;
        const glm::vec3 a = mesh.positionsMm[t[up ? l : k]], b = mesh.positionsMm[t[up ? k : l]];
        const float above = height[up ? l : k], below = height[up ? k : l];
        // From the lower end, so that both triangles of the edge find the same bits.
        (up ? crossing.last : crossing.point) = b + (a - b) * (below / (below - above));
        (up ? crossing.to : crossing.from) = edgeOf(a, b);
        ++found;
    }
    if (found == 2) out.push_back(crossing);
}

Loop follow(const std::vector<Crossing>& crossings, const std::map<Edge, std::size_t>& startingAt, std::size_t first,
            std::vector<char>& used) {
    Loop loop;
    std::size_t at = first;
    while (true) {
        used[at] = 1;
        loop.points.push_back(crossings[at].point);
        loop.triangles.push_back(crossings[at].triangle);
        const auto next = startingAt.find(crossings[at].to);
        if (next == startingAt.end()) {
            loop.points.push_back(crossings[at].last);
            return loop;
        }
        if (used[next->second]) {
            loop.closed = next->second == first;
            return loop;
        }
        at = next->second;
    }
}

}  // namespace

float Loop::lengthMm() const {
    float sum = 0;
    for (std::size_t i = 0; i < triangles.size(); ++i) sum += glm::distance(points[i], points[(i + 1) % points.size()]);
    return sum;
}

glm::vec3 Loop::centre() const {
    glm::vec3 sum(0);
    float weight = 0;
    for (std::size_t i = 0; i < triangles.size(); ++i) {
        const glm::vec3 a = points[i], b = points[(i + 1) % points.size()];
        const float length = glm::distance(a, b);
        sum += (a + b) * (0.5f * length);
        weight += length;
    }
    return weight > 0 ? sum / weight : points.front();
}

std::vector<Loop> cut(const Mesh& mesh, const glm::vec3& origin, const glm::vec3& normal) {
    std::vector<Crossing> crossings;
    for (std::uint32_t i = 0; i < mesh.triangles.size(); ++i) {
        std::array<float, 3> height;
        for (int k = 0; k < 3; ++k) height[k] = glm::dot(mesh.positionsMm[mesh.triangles[i][k]] - origin, normal);
        crossTriangle(mesh, i, height, crossings);
    }
    std::map<Edge, std::size_t> startingAt;
    std::map<Edge, std::size_t> endingAt;
    for (std::size_t i = 0; i < crossings.size(); ++i) {
        startingAt.emplace(crossings[i].from, i);
        endingAt.emplace(crossings[i].to, i);
    }
    std::vector<char> used(crossings.size(), 0);
    std::vector<Loop> loops;
    // Open strips first, from their beginnings; what is left is closed.
    for (std::size_t i = 0; i < crossings.size(); ++i)
        if (!used[i] && !endingAt.contains(crossings[i].from)) loops.push_back(follow(crossings, startingAt, i, used));
    for (std::size_t i = 0; i < crossings.size(); ++i)
        if (!used[i]) loops.push_back(follow(crossings, startingAt, i, used));
    return loops;
}

}  // namespace inkheal::body
