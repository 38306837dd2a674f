#include "body/calm.h"

#include <algorithm>
#include <cmath>

namespace inkheal::body {

namespace {

constexpr float inward = 0.5f, outward = -0.53f;  // Taubin's lambda and mu: waves longer than about ten edges pass
constexpr float calmedMm = 5.5f;                  // sets the rounds: noise shorter than about this share of it fades
constexpr int fewestRounds = 3, mostRounds = 60;

/// Neighbours of each welded vertex as one list; a vertex on an open rim has none.
struct Ring {
    std::vector<std::uint32_t> start, neighbours;
};

using Edges = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// Each edge once a direction it is run in.
Edges edgesOf(const Mesh& mesh, const std::vector<std::uint32_t>& ids) {
    Edges edges;
    edges.reserve(mesh.triangles.size() * 3);
    for (const auto& t : mesh.triangles)
        for (std::size_t k = 0; k < 3; ++k) edges.emplace_back(ids[t[k]], ids[t[(k + 1) % 3]]);
    std::sort(edges.begin(), edges.end());
    return edges;
}

Ring ringOf(const Edges& edges, std::size_t vertices) {
    std::vector<char> rim(vertices, 0);
    for (const auto& [a, b] : edges)
        if (!std::binary_search(edges.begin(), edges.end(), std::make_pair(b, a))) rim[a] = rim[b] = 1;
    Ring ring;
    ring.start.assign(vertices + 1, 0);
    for (const auto& [a, b] : edges) {
        if (rim[a]) continue;
        ++ring.start[a + 1];
        ring.neighbours.push_back(b);
    }
    for (std::size_t i = 0; i < vertices; ++i) ring.start[i + 1] += ring.start[i];
    return ring;
}

void step(std::vector<glm::vec3>& positions, const Ring& ring, float share) {
    const auto before = positions;
    for (std::size_t i = 0; i + 1 < ring.start.size(); ++i) {
        const auto first = ring.start[i], last = ring.start[i + 1];
        if (first == last) continue;
        glm::vec3 mean(0);
        for (auto k = first; k < last; ++k) mean += before[ring.neighbours[k]];
        positions[i] += (mean / float(last - first) - before[i]) * share;
    }
}

}  // namespace

void calm(Mesh& mesh) {
    const auto ids = weldedIds(mesh.positionsMm);
    const Edges edges = edgesOf(mesh, ids);
    const Ring ring = ringOf(edges, ids.size());
    double lengths = 0;
    for (const auto& [a, b] : edges) lengths += glm::distance(mesh.positionsMm[a], mesh.positionsMm[b]);
    const double edgeMm = lengths / double(std::max<std::size_t>(1, edges.size()));
    const int rounds = std::clamp(int(std::pow(calmedMm / std::max(edgeMm, 1e-3), 2.0)), fewestRounds, mostRounds);
    for (int i = 0; i < rounds; ++i) {
        step(mesh.positionsMm, ring, inward);
        step(mesh.positionsMm, ring, outward);
    }
    for (std::size_t i = 0; i < ids.size(); ++i) mesh.positionsMm[i] = mesh.positionsMm[ids[i]];
}

}  // namespace inkheal::body
