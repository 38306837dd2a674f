#include "portrait/redness.h"

#include <algorithm>
#include <cmath>

#include "portrait/shot_laws.h"
#include "skin/optics.h"

namespace inkheal::portrait {
namespace {

constexpr float leastExcess = 1e-3f;  // of blood, that shows
constexpr float fadeMm = 4;           // over which it ends where the chart does

/// Excess blood round one piece, by place on its chart.
class Surround {
 public:
    explicit Surround(const skin::Fields& fields)
        : grid_(fields.coarse), both_(fields.state.surround.downloadAs<glm::vec2>()) {}

    bool calm() const {
        return std::none_of(both_.begin(), both_.end(), [](glm::vec2 both) { return both.x > leastExcess; });
    }

    float at(glm::vec2 mm) const {
        const glm::vec2 last(grid_.width - 1, grid_.height - 1);
        const glm::vec2 place = glm::clamp((mm - grid_.originMm) / grid_.texelMm - 0.5f, glm::vec2(0), last);
        const glm::ivec2 low(place), high = glm::min(low + 1, glm::ivec2(last));
        const glm::vec2 t = place - glm::vec2(low);
        return glm::mix(glm::mix(texel(low.x, low.y), texel(high.x, low.y), t.x),
                        glm::mix(texel(low.x, high.y), texel(high.x, high.y), t.x), t.y);
    }

 private:
    float texel(int x, int y) const { return both_[std::size_t(y) * std::size_t(grid_.width) + std::size_t(x)].x; }

    skin::Grid grid_;
    std::vector<glm::vec2> both_;
};

/// Weight of the piece's own tint at a place of its chart, as the frame takes it.
float weightAt(const skin::Grid& grid, glm::vec2 mm) {
    const glm::vec2 low = mm - grid.originMm, high = grid.texelMm * glm::vec2(grid.width, grid.height) - low;
    const float rimMm = std::min(std::min(low.x, low.y), std::min(high.x, high.y));
    return float(law::frame::chartWeight(rimMm, 1));
}

void redden(const Piece& piece, std::vector<float>& excess, std::vector<float>& rest) {
    if (!piece.fields) return;
    const Surround surround(*piece.fields);
    if (surround.calm()) return;
    const auto& mm = piece.chart->vertexMm();
    float reachMm = 0;
    for (const auto& place : mm)
        if (place) reachMm = std::max(reachMm, glm::length(*place));
    for (std::size_t v = 0; v < mm.size(); ++v) {
        if (!mm[v]) continue;
        const float ends = 1 - glm::smoothstep(reachMm - fadeMm, reachMm, glm::length(*mm[v]));
        excess[v] = std::max(excess[v], ends * surround.at(*mm[v]));
        rest[v] *= 1 - weightAt(piece.look->grid, *mm[v]);
    }
}

}  // namespace

std::vector<glm::vec3> rednessRound(const body::Mesh& mesh, const std::vector<Piece>& pieces,
                                    const skin::Complexion& skin) {
    std::vector<float> excess(mesh.positionsMm.size()), rest(mesh.positionsMm.size(), 1);
    for (const Piece& piece : pieces) redden(piece, excess, rest);
    std::vector<glm::vec3> factors(mesh.positionsMm.size(), glm::vec3(1));
    for (std::size_t v = 0; v < factors.size(); ++v) {
        if (excess[v] <= leastExcess || rest[v] <= 0) continue;
        const auto more = float(std::log(skin::law::bloodMultiple(double(excess[v]))));
        factors[v] = glm::pow(skin.factor(more, 0), glm::vec3(rest[v]));
    }
    return factors;
}

}  // namespace inkheal::portrait
