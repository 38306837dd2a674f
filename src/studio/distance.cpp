#include "studio/distance.h"

#include <cmath>
#include <cstddef>

namespace inkheal::studio {
namespace {

constexpr float far = 1e12f;

/// Lower envelope of the parabolas f(q) + (x - q)^2 along one line.
void envelope(const std::vector<float>& f, std::vector<float>& out, std::vector<int>& at, std::vector<float>& from) {
    const int n = int(f.size());
    int k = 0;
    at[0] = 0;
    from[0] = -far, from[1] = far;
    const auto meet = [&](int q, int v) {
        return ((f[std::size_t(q)] + float(q) * float(q)) - (f[std::size_t(v)] + float(v) * float(v))) /
               float(2 * (q - v));
    };
    for (int q = 1; q < n; ++q) {
        float s = meet(q, at[std::size_t(k)]);
        while (k > 0 && s <= from[std::size_t(k)]) s = meet(q, at[std::size_t(--k)]);
        at[std::size_t(++k)] = q;
        from[std::size_t(k)] = s;
        from[std::size_t(k) + 1] = far;
    }
    k = 0;
    for (int q = 0; q < n; ++q) {
        while (from[std::size_t(k) + 1] < float(q)) ++k;
        const int v = at[std::size_t(k)];
        out[std::size_t(q)] = float(q - v) * float(q - v) + f[std::size_t(v)];
    }
}

}  // namespace

std::vector<float> distanceTo(const std::vector<bool>& marked, int width, int height) {
    std::vector<float> squared(marked.size());
    for (std::size_t i = 0; i < marked.size(); ++i) squared[i] = marked[i] ? 0 : far;
    const auto along = [&](int lines, int length, std::size_t lineStep, std::size_t step) {
        std::vector<float> f(static_cast<std::size_t>(length)), out(f.size()), from(f.size() + 1);
        std::vector<int> at(f.size());
        for (std::size_t line = 0; line < std::size_t(lines); ++line) {
            for (std::size_t i = 0; i < f.size(); ++i) f[i] = squared[line * lineStep + i * step];
            envelope(f, out, at, from);
            for (std::size_t i = 0; i < f.size(); ++i) squared[line * lineStep + i * step] = out[i];
        }
    };
    along(width, height, 1, std::size_t(width));
    along(height, width, std::size_t(width), 1);
    for (float& d : squared) d = std::sqrt(d);
    return squared;
}

}  // namespace inkheal::studio
