#include "studio/granulometry.h"

#include <algorithm>
#include <cmath>

#include "studio/distance.h"

namespace inkheal::studio {
namespace {

constexpr float slack = 0.75f;      // texels by which a disc may miss and still cover; a staircase is not a hairline
constexpr float heldWithin = 0.1f;  // texels by which a disc may stand out of one that holds it
constexpr int lookRound = 3;        // texels, for a neighbour whose disc holds this one's

/// From the middle of a texel to the middle of the nearest one outside, into the width of what is between: half a
/// texel lies beyond each edge of a bar of odd width, none of an even one.
float widthFrom(float away) {
    return 2 * away - 0.5f;
}

class Discs {
 public:
    Discs(const std::vector<float>& away, int width, int height) : away_(away), width_(width), height_(height) {}

    float at(int x, int y) const { return away_[std::size_t(y) * std::size_t(width_) + std::size_t(x)]; }

    /// Whether the disc round a neighbour holds that round (x, y).
    bool held(int x, int y) const {
        const float own = at(x, y) - heldWithin;
        for (int v = std::max(y - lookRound, 0); v <= std::min(y + lookRound, height_ - 1); ++v)
            for (int u = std::max(x - lookRound, 0); u <= std::min(x + lookRound, width_ - 1); ++u) {
                if (u == x && v == y) continue;
                const float dx = float(u - x), dy = float(v - y);
                if (at(u, v) >= own + std::sqrt(dx * dx + dy * dy)) return true;
            }
        return false;
    }

    void paint(int x, int y, std::vector<float>& widths) const {
        const float away = at(x, y), reach = away + slack, value = widthFrom(away);
        const int whole = int(reach);
        for (int v = std::max(y - whole, 0); v <= std::min(y + whole, height_ - 1); ++v) {
            const int half = int(std::sqrt(std::max(reach * reach - float((v - y) * (v - y)), 0.0f)));
            float* row = widths.data() + std::size_t(v) * std::size_t(width_);
            for (int u = std::max(x - half, 0); u <= std::min(x + half, width_ - 1); ++u)
                row[u] = std::max(row[u], value);
        }
    }

 private:
    const std::vector<float>& away_;
    int width_, height_;
};

}  // namespace

std::vector<float> localWidths(const std::vector<bool>& inside, int width, int height, float most) {
    const std::size_t n = inside.size();
    std::vector<bool> outside(n), middles(n);
    for (std::size_t i = 0; i < n; ++i) outside[i] = !inside[i];
    const std::vector<float> away = distanceTo(outside, width, height);
    std::vector<float> widths(n);
    const Discs discs(away, width, height);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const std::size_t i = std::size_t(y) * std::size_t(width) + std::size_t(x);
            if (!inside[i]) continue;
            middles[i] = widthFrom(away[i]) >= most;
            if (!middles[i] && !discs.held(x, y)) discs.paint(x, y, widths);
        }
    const float largest = 0.5f * (most + 0.5f) + slack;
    const std::vector<float> fromMiddle = distanceTo(middles, width, height);
    for (std::size_t i = 0; i < n; ++i) {
        if (fromMiddle[i] <= largest) widths[i] = most;
        if (!inside[i]) widths[i] = 0;
    }
    return widths;
}

}  // namespace inkheal::studio
