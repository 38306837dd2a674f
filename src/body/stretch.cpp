#include <algorithm>
#include <cmath>
#include <numbers>

#include "body/chart.h"

namespace inkheal::body {

namespace {

/// One triangle's share: the map takes chart x and y to two directions in the triangle's plane.
struct Local {
    double largest, smallest, shearDeg;
    glm::dvec2 inverseMetric;  // its diagonal
};

Local localStretch(const std::array<glm::vec2, 3>& paper, const std::array<glm::vec3, 3>& skin) {
    const glm::dvec2 p = glm::dvec2(paper[1]) - glm::dvec2(paper[0]), q = glm::dvec2(paper[2]) - glm::dvec2(paper[0]);
    const glm::dvec3 a = glm::dvec3(skin[1]) - glm::dvec3(skin[0]), b = glm::dvec3(skin[2]) - glm::dvec3(skin[0]);
    const double area = p.x * q.y - p.y * q.x;
    const glm::dvec3 alongX = (a * q.y - b * p.y) / area, alongY = (b * p.x - a * q.x) / area;
    const double xx = glm::dot(alongX, alongX), yy = glm::dot(alongY, alongY), xy = glm::dot(alongX, alongY);
    const double middle = (xx + yy) / 2, spread = std::hypot((xx - yy) / 2, xy);
    const double cosine = std::clamp(xy / std::sqrt(std::max(xx * yy, 1e-30)), -1.0, 1.0);
    return {std::sqrt(middle + spread), std::sqrt(std::max(0.0, middle - spread)),
            std::abs(90 - std::acos(cosine) * 180 / std::numbers::pi),
            glm::dvec2(yy, xx) / std::max(xx * yy - xy * xy, 1e-30)};
}

}  // namespace

std::optional<glm::vec2> Chart::inverseMetricAt(const Mesh& mesh, glm::vec2 pMm) const {
    const auto hit = find(pMm);
    if (!hit) return std::nullopt;
    const auto& t = mesh.triangles[triangles_[hit->place]];
    return glm::vec2(
        localStretch(cornersMm_[hit->place], {mesh.positionsMm[t[0]], mesh.positionsMm[t[1]], mesh.positionsMm[t[2]]})
            .inverseMetric);
}

Stretch Chart::stretch(const Mesh& mesh, const std::vector<glm::vec2>& pointsMm) const {
    Stretch out;
    if (pointsMm.empty()) return out;
    std::vector<std::optional<Local>> known(triangles_.size());
    std::size_t covered = 0;
    double sum = 0, areas = 0;
    for (const glm::vec2 point : pointsMm) {
        const auto hit = find(point);
        if (!hit) continue;
        auto& local = known[hit->place];
        if (!local) {
            const auto& t = mesh.triangles[triangles_[hit->place]];
            local = localStretch(cornersMm_[hit->place],
                                 {mesh.positionsMm[t[0]], mesh.positionsMm[t[1]], mesh.positionsMm[t[2]]});
        }
        out.largest = covered == 0 ? local->largest : std::max(out.largest, local->largest);
        out.smallest = covered == 0 ? local->smallest : std::min(out.smallest, local->smallest);
        out.shearMaxDeg = std::max(out.shearMaxDeg, local->shearDeg);
        sum += (local->largest + local->smallest) / 2;
        areas += local->largest * local->smallest;
        ++covered;
    }
    out.coveredFraction = double(covered) / double(pointsMm.size());
    if (covered == 0) return out;
    out.mean = sum / double(covered);
    out.areaRatioMean = areas / double(covered);
    return out;
}

}  // namespace inkheal::body
