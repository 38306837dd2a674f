#include "portrait/casters.h"

#include <map>

namespace inkheal::portrait {

Casters castersOf(const body::Mesh& mesh, float cellMm) {
    std::map<std::array<int, 3>, std::uint32_t> cells;
    std::vector<std::uint32_t> cellOf;
    std::vector<float> counts;
    Casters out;
    for (const glm::vec3& p : mesh.positionsMm) {
        const glm::ivec3 cell(glm::floor(p / cellMm));
        const auto [found, fresh] = cells.try_emplace({cell.x, cell.y, cell.z}, std::uint32_t(counts.size()));
        if (fresh) counts.push_back(0), out.positionsMm.emplace_back(0);
        out.positionsMm[found->second] += p, counts[found->second] += 1;
        cellOf.push_back(found->second);
    }
    for (std::size_t i = 0; i < counts.size(); ++i) out.positionsMm[i] /= counts[i];
    for (const auto& t : mesh.triangles) {
        const std::uint32_t a = cellOf[t[0]], b = cellOf[t[1]], c = cellOf[t[2]];
        if (a != b && b != c && c != a) out.triangles.push_back({a, b, c});
    }
    return out;
}

}  // namespace inkheal::portrait
