#include "design/resample.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"

namespace inkheal::design {
namespace {

/// Calls add(source index, weight) for what output texel `to` of `out` covers of `in` source texels; weights sum to 1.
template <class Add>
void covered(int to, int out, int in, Add add) {
    const double width = double(in) / out, from = to * width, until = from + width;
    for (int i = int(from); i < in && i < until; ++i) {
        const double share = (std::min(until, i + 1.0) - std::max(from, double(i))) / width;
        if (share > 1e-9) add(i, float(share));
    }
}

}  // namespace

Box inkedBox(const Picture& picture, float alpha) {
    int left = picture.width, right = -1, top = picture.height, bottom = -1;
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x) {
            if (picture.at(x, y).a <= alpha) continue;
            left = std::min(left, x);
            right = std::max(right, x);
            top = std::min(top, y);
            bottom = std::max(bottom, y);
        }
    return {left, top, right - left + 1, bottom - top + 1};
}

Picture averagedDown(const Picture& picture, const Box& box, int width, int height) {
    check(width >= 1 && height >= 1 && width <= box.width && height <= box.height, "averaging never enlarges");
    Picture thin(width, box.height);  // averaged across, premultiplied
    for (int y = 0; y < box.height; ++y)
        for (int x = 0; x < width; ++x)
            covered(x, width, box.width, [&](int i, float share) {
                const glm::vec4& t = picture.at(box.x + i, box.y + y);
                thin.at(x, y) += glm::vec4(glm::vec3(t) * t.a, t.a) * share;
            });
    Picture small(width, height);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            glm::vec4 sum{};
            covered(y, height, box.height, [&](int i, float share) { sum += thin.at(x, i) * share; });
            if (sum.a > 0) small.at(x, y) = glm::vec4(glm::vec3(sum) / sum.a, std::min(sum.a, 1.0f));
        }
    return small;
}

}  // namespace inkheal::design
