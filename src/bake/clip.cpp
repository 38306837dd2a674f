#include <map>

#include "bake/smooth.h"

namespace inkheal::bake {

void clipAbove(body::Mesh& mesh, float topMm) {
    body::Mesh out;
    out.name = mesh.name;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> known;
    const auto add = [&](const glm::vec3& p, const glm::vec3& n, const glm::vec2& uv) {
        out.positionsMm.push_back(p), out.normals.push_back(n), out.uv.push_back(uv);
        return std::uint32_t(out.positionsMm.size() - 1);
    };
    // Vertex i itself, or the point on the edge from i (kept) to j (cut off).
    const auto vertex = [&](std::uint32_t i, std::uint32_t j) {
        const auto found = known.find({i, j});
        if (found != known.end()) return found->second;
        const glm::vec3 a = mesh.positionsMm[i], b = mesh.positionsMm[j];
        const float share = i == j ? 0 : (topMm - a.y) / (b.y - a.y);
        glm::vec3 p = a + (b - a) * share;
        if (i != j) p.y = topMm;
        const auto made = add(p, glm::normalize(glm::mix(mesh.normals[i], mesh.normals[j], share)),
                              glm::mix(mesh.uv[i], mesh.uv[j], share));
        known.emplace(std::make_pair(i, j), made);
        return made;
    };
    for (const auto& t : mesh.triangles) {
        std::vector<std::uint32_t> outline;
        for (std::size_t k = 0; k < 3; ++k) {
            const auto a = t[k], b = t[(k + 1) % 3];
            const bool keepA = mesh.positionsMm[a].y < topMm, keepB = mesh.positionsMm[b].y < topMm;
            if (keepA) outline.push_back(vertex(a, a));
            if (keepA != keepB) outline.push_back(keepA ? vertex(a, b) : vertex(b, a));
        }
        for (std::size_t k = 2; k < outline.size(); ++k)
            out.triangles.push_back({outline[0], outline[k - 1], outline[k]});
    }
    mesh = std::move(out);
}

}  // namespace inkheal::bake
