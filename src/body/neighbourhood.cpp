#include <algorithm>

#include "base/check.h"
#include "body/exponential.h"

namespace inkheal::body {

namespace {

constexpr std::uint32_t absent = ~std::uint32_t(0);

/// Fills the lists of triangles round each vertex.
void linkTriangles(Neighbourhood& skin) {
    skin.aroundStart.assign(skin.positionsMm.size() + 1, 0);
    for (const auto& t : skin.triangles)
        for (const auto corner : t) ++skin.aroundStart[corner + 1];
    for (std::size_t i = 1; i < skin.aroundStart.size(); ++i) skin.aroundStart[i] += skin.aroundStart[i - 1];
    skin.around.resize(skin.aroundStart.back());
    auto next = skin.aroundStart;
    for (std::uint32_t t = 0; t < skin.triangles.size(); ++t)
        for (const auto corner : skin.triangles[t]) skin.around[next[corner]++] = t;
}

}  // namespace

Neighbourhood gather(const Mesh& mesh, const SurfacePoint& source, float radiusMm) {
    checkEqual(source.triangle < mesh.triangles.size(), true, "the source triangle exists");
    const glm::vec3 origin = positionAt(mesh, source);
    std::vector<char> near(mesh.positionsMm.size());
    for (std::size_t i = 0; i < near.size(); ++i) {
        const glm::vec3 d = mesh.positionsMm[i] - origin;
        near[i] = glm::dot(d, d) <= radiusMm * radiusMm;
    }

    Neighbourhood skin;
    std::vector<std::uint32_t> used;  // mesh vertices
    std::vector<std::uint32_t> slot(mesh.positionsMm.size(), absent);
    for (std::uint32_t i = 0; i < mesh.triangles.size(); ++i) {
        const auto& t = mesh.triangles[i];
        if (i != source.triangle && !near[t[0]] && !near[t[1]] && !near[t[2]]) continue;
        if (i == source.triangle) skin.sourceTriangle = std::uint32_t(skin.meshTriangle.size());
        skin.meshTriangle.push_back(i);
        for (const auto corner : t) {
            if (slot[corner] != absent) continue;
            slot[corner] = std::uint32_t(used.size());
            used.push_back(corner);
        }
    }

    std::vector<glm::vec3> places(used.size());
    for (std::size_t i = 0; i < used.size(); ++i) places[i] = mesh.positionsMm[used[i]];
    const auto welded = weldedIds(places);
    std::vector<std::uint32_t> local(used.size());
    for (std::size_t i = 0; i < used.size(); ++i) {
        if (welded[i] == i) {
            local[i] = std::uint32_t(skin.positionsMm.size());
            skin.positionsMm.emplace_back(places[i]);
            skin.normals.emplace_back(mesh.normals[used[i]]);
        } else {
            local[i] = local[welded[i]];
        }
        skin.meshVertices.emplace_back(used[i], local[i]);
    }
    for (const auto i : skin.meshTriangle) {
        const auto& t = mesh.triangles[i];
        skin.triangles.push_back({local[slot[t[0]]], local[slot[t[1]]], local[slot[t[2]]]});
    }
    linkTriangles(skin);
    return skin;
}

}  // namespace inkheal::body
