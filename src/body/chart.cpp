#include "body/chart.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "base/check.h"
#include "base/error.h"
#include "body/exponential.h"

namespace inkheal::body {

namespace {

using Paper = std::vector<std::optional<glm::dvec2>>;

bool inside(const Paper& paper, const std::array<std::uint32_t, 3>& t) {
    return paper[t[0]] && paper[t[1]] && paper[t[2]];
}

double twiceArea(const Paper& paper, const std::array<std::uint32_t, 3>& t) {
    const glm::dvec2 a = *paper[t[1]] - *paper[t[0]], b = *paper[t[2]] - *paper[t[0]];
    return a.x * b.y - a.y * b.x;
}

/// Whether the paper's two sides meet in this triangle: an edge of it is far longer on paper than on skin.
bool torn(const Neighbourhood& skin, const Paper& paper, const std::array<std::uint32_t, 3>& t) {
    for (int k = 0; k < 3; ++k) {
        const auto a = t[k], b = t[(k + 1) % 3];
        if (glm::distance(*paper[a], *paper[b]) > 2 * glm::distance(skin.positionsMm[a], skin.positionsMm[b]) + 0.02)
            return true;
    }
    return false;
}

/// Whether the sides came from clearly different ways round, so that it is the limb's back and not a wrinkle.
bool fromTwoSides(const Paper& paper, const std::array<std::uint32_t, 3>& t) {
    for (int k = 0; k < 3; ++k) {
        const glm::dvec2 a = *paper[t[k]], b = *paper[t[(k + 1) % 3]];
        if (glm::dot(a, b) < 0.5 * glm::length(a) * glm::length(b)) return true;
    }
    return false;
}

/// Takes out of the paper what it reaches from two sides and what lies upside down. @return how near the two sides
/// meet, mm.
double trim(const Neighbourhood& skin, Paper& paper) {
    double meets = std::numeric_limits<double>::infinity();
    std::vector<std::uint32_t> dropped;
    for (const auto& t : skin.triangles) {
        if (!inside(paper, t)) continue;
        const bool apart = torn(skin, paper, t);
        if (!apart && twiceArea(paper, t) > 0) continue;
        if (apart && fromTwoSides(paper, t))
            for (const auto corner : t) meets = std::min(meets, glm::length(*paper[corner]));
        dropped.insert(dropped.end(), t.begin(), t.end());
    }
    for (const auto vertex : dropped) paper[vertex].reset();
    return meets;
}

Error meetsItself(double meetsMm, double neededMm) {
    const auto number = [](double mm) {
        std::string text = std::to_string(std::floor(mm * 10) / 10);
        return text.substr(0, text.find('.') + 2);
    };
    return badInput("the design",
                    "it reaches " + number(neededMm) + " mm from its middle, but at " + number(meetsMm) +
                        " mm the stencil meets itself behind the limb",
                    "make it at most " + number(meetsMm / neededMm * 100) +
                        " % as wide; a square design fits up to a width of " + number(meetsMm * std::sqrt(2.0)) +
                        " mm here");
}

}  // namespace

Chart::Chart(const Mesh& mesh, const Frame& frame, float radiusMm, float neededMm) : frame_(frame) {
    check(radiusMm > 0 && neededMm >= 0, "a chart has a radius");
    const Neighbourhood skin = gather(mesh, frame.point, radiusMm);
    Paper paper = exponentialMap(skin, frame, radiusMm);
    const double meets = trim(skin, paper);
    if (meets < neededMm) throw meetsItself(meets, neededMm);
    if (meets < radiusMm) meetsItselfAtMm_ = float(meets);

    vertexMm_.resize(mesh.positionsMm.size());
    for (const auto& [vertex, local] : skin.meshVertices)
        if (paper[local]) vertexMm_[vertex] = glm::vec2(*paper[local]);
    for (std::size_t i = 0; i < skin.triangles.size(); ++i) {
        if (!inside(paper, skin.triangles[i])) continue;
        triangles_.push_back(skin.meshTriangle[i]);
        cornersMm_.emplace_back();
        for (int k = 0; k < 3; ++k) cornersMm_.back()[k] = glm::vec2(*paper[skin.triangles[i][k]]);
    }
    reachMm_ = radiusMm;
    layGrid();
}

void Chart::layGrid() {
    cellMm_ = std::max(0.5f, reachMm_ / 512);
    cells_ = int(std::ceil(2 * reachMm_ / cellMm_)) + 1;
    const auto cell = [&](float mm) { return std::clamp(int((mm + reachMm_) / cellMm_), 0, cells_ - 1); };
    const auto eachCell = [&](const std::array<glm::vec2, 3>& c, auto&& visit) {
        const glm::vec2 low = glm::min(glm::min(c[0], c[1]), c[2]), high = glm::max(glm::max(c[0], c[1]), c[2]);
        for (int y = cell(low.y); y <= cell(high.y); ++y)
            for (int x = cell(low.x); x <= cell(high.x); ++x)
                visit(std::size_t(y) * std::size_t(cells_) + std::size_t(x));
    };
    cellStart_.assign(std::size_t(cells_) * std::size_t(cells_) + 1, 0);
    for (const auto& corners : cornersMm_) eachCell(corners, [&](std::size_t i) { ++cellStart_[i + 1]; });
    for (std::size_t i = 1; i < cellStart_.size(); ++i) cellStart_[i] += cellStart_[i - 1];
    cellTriangle_.resize(cellStart_.back());
    auto next = cellStart_;
    for (std::uint32_t t = 0; t < cornersMm_.size(); ++t)
        eachCell(cornersMm_[t], [&](std::size_t i) { cellTriangle_[next[i]++] = t; });
}

std::optional<Chart::Hit> Chart::find(glm::vec2 pMm) const {
    if (!(std::abs(pMm.x) <= reachMm_ && std::abs(pMm.y) <= reachMm_)) return std::nullopt;
    const auto x = std::size_t((pMm.x + reachMm_) / cellMm_), y = std::size_t((pMm.y + reachMm_) / cellMm_);
    const std::size_t cell = y * std::size_t(cells_) + x;
    for (auto i = cellStart_[cell]; i < cellStart_[cell + 1]; ++i) {
        const auto& c = cornersMm_[cellTriangle_[i]];
        const glm::dvec2 a = glm::dvec2(c[1]) - glm::dvec2(c[0]), b = glm::dvec2(c[2]) - glm::dvec2(c[0]);
        const glm::dvec2 d = glm::dvec2(pMm) - glm::dvec2(c[0]);
        const double area = a.x * b.y - a.y * b.x;
        const double v = (d.x * b.y - d.y * b.x) / area, w = (a.x * d.y - a.y * d.x) / area, u = 1 - v - w;
        if (std::min({u, v, w}) >= -1e-5) return Hit{cellTriangle_[i], glm::vec3(u, v, w)};
    }
    return std::nullopt;
}

std::optional<SurfacePoint> Chart::at(glm::vec2 pMm) const {
    const auto hit = find(pMm);
    if (!hit) return std::nullopt;
    return SurfacePoint{triangles_[hit->place], hit->barycentric};
}

}  // namespace inkheal::body
