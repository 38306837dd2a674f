#include "studio/placement.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "body/site.h"

namespace inkheal::studio {
namespace {

constexpr std::size_t mostPoints = 40000;
constexpr float inkedFrom = 0.1f;                         // coverage
constexpr float mostStretched = 0.25f, mostSqueezed = 4;  // of a metric: past these paper does not lie on skin at all

/// Chart points of the artwork's inked texels, its centre on (0,0), turned anticlockwise.
std::vector<glm::vec2> inkedPoints(const design::Artwork& artwork, float rotateDeg) {
    const Picture& picture = artwork.picture;
    const float turn = glm::radians(rotateDeg), c = std::cos(turn), s = std::sin(turn);
    const int stride = std::max(1, int(std::sqrt(double(picture.texels.size()) / double(mostPoints))));
    std::vector<glm::vec2> points;
    for (int y = 0; y < picture.height; y += stride)
        for (int x = 0; x < picture.width; x += stride) {
            if (picture.at(x, y).a < inkedFrom) continue;
            const glm::vec2 p = {(float(x) + 0.5f - 0.5f * float(picture.width)) * artwork.texelMm(),
                                 (0.5f * float(picture.height) - float(y) - 0.5f) * artwork.texelMm()};
            points.push_back({c * p.x - s * p.y, s * p.x + c * p.y});
        }
    return points;
}

}  // namespace

std::string bodyOf(const Project& project) {
    if (!project.body.empty()) return project.body;
    return body::siteNamed(project.pieces.empty() ? PieceWish{}.site : project.pieces.front().site).body;
}

Placement placePiece(const PieceWish& wish, const body::Mesh& mesh, float texelsPerMm) {
    if (wish.wrap == Wrap::band)
        throw Error{"Bands that close round the limb (--wrap band) are not available yet; use --wrap patch.",
                    Exit::usage};
    Placement placed;
    placed.artwork = design::readArtwork(wish.design, wish.widthMm, wish.paper, texelsPerMm);
    placed.inkedMm = inkedPoints(placed.artwork, wish.rotateDeg);
    for (const glm::vec2& p : placed.inkedMm) placed.reachMm = std::max(placed.reachMm, glm::length(p));
    placed.frame = body::findSite(mesh, wish.site, wish.atMm);
    const float half = 0.5f * glm::length(glm::vec2(placed.artwork.widthMm, placed.artwork.heightMm));
    placed.chart = std::make_unique<body::Chart>(mesh, placed.frame, half + 1.5f * marginMm, placed.reachMm);
    return placed;
}

std::vector<glm::vec2> metricOf(const Placement& placement, const body::Mesh& mesh, const skin::Grid& grid) {
    // Asked for every millimetre, smooth between.
    const glm::vec2 sizeMm = glm::vec2(grid.width, grid.height) * grid.texelMm;
    const int columns = int(std::ceil(sizeMm.x)) + 1, rows = int(std::ceil(sizeMm.y)) + 1;
    std::vector<glm::vec2> coarse;
    for (int y = 0; y < rows; ++y)
        for (int x = 0; x < columns; ++x) {
            const auto here = placement.chart->inverseMetricAt(mesh, grid.originMm + glm::vec2(x, y));
            coarse.push_back(glm::clamp(here.value_or(glm::vec2(1)), mostStretched, mostSqueezed));
        }
    std::vector<glm::vec2> metric;
    metric.reserve(std::size_t(grid.width) * std::size_t(grid.height));
    for (int y = 0; y < grid.height; ++y)
        for (int x = 0; x < grid.width; ++x) {
            const glm::vec2 at = (glm::vec2(x, y) + 0.5f) * grid.texelMm, low = glm::floor(at), part = at - low;
            const auto corner = [&](int i, int j) {
                return coarse[std::size_t((int(low.y) + j) * columns + int(low.x) + i)];
            };
            metric.push_back(glm::mix(glm::mix(corner(0, 0), corner(1, 0), part.x),
                                      glm::mix(corner(0, 1), corner(1, 1), part.x), part.y));
        }
    return metric;
}

Json placeJson(const Placement& placement, const PieceWish& wish, const body::Mesh& mesh) {
    const body::Stretch stretch = placement.chart->stretch(mesh, placement.inkedMm);
    Json warnings = Json::array();
    for (const std::string& warning : placement.artwork.warnings) warnings.push_back(warning);
    if (stretch.coveredFraction < 0.999)
        warnings.push_back("part of the design lies beyond the skin that a stencil can reach here");
    if (stretch.largest > 1.1 || stretch.smallest < 0.9)
        warnings.push_back(
            "the skin curves two ways here: paper would crease or stretch by more than a tenth; a smaller design fits "
            "better");
    for (const body::Site& site : body::sites())
        if (site.name == wish.site && site.body == mesh.name &&
            (placement.artwork.widthMm > site.usableWidthMm || placement.artwork.heightMm > site.usableHeightMm))
            warnings.push_back("the design is larger than the usable " + std::to_string(int(site.usableWidthMm)) +
                               " x " + std::to_string(int(site.usableHeightMm)) + " mm of " + site.name);
    return {{"widthMm", placement.artwork.widthMm},
            {"heightMm", placement.artwork.heightMm},
            {"stretchMax", stretch.largest},
            {"stretchMin", stretch.smallest},
            {"stretchMean", stretch.mean},
            {"areaRatioMean", stretch.areaRatioMean},
            {"shearMaxDeg", stretch.shearMaxDeg},
            {"coveredFraction", stretch.coveredFraction},
            {"seamGapMm", nullptr},
            {"warnings", warnings}};
}

}  // namespace inkheal::studio
