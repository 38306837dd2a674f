// The distance transform against looking at every marked texel.

#include "studio/distance.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace inkheal::studio {
namespace {

std::vector<bool> scattered(int width, int height, unsigned seed) {
    std::vector<bool> marked(std::size_t(width * height));
    for (std::size_t i = 0; i < marked.size(); ++i) {
        seed = seed * 1664525u + 1013904223u;
        marked[i] = (seed >> 24) < 6;
    }
    marked[0] = true;
    return marked;
}

TEST(Distance, IsThatToTheNearestMarkedTexelAtEverySize) {
    for (const int width : {1, 7, 8, 9, 65})
        for (const int height : {1, 9, 31}) {
            const std::vector<bool> marked = scattered(width, height, unsigned(width * 31 + height));
            const std::vector<float> distance = distanceTo(marked, width, height);
            for (int y = 0; y < height; ++y)
                for (int x = 0; x < width; ++x) {
                    float nearest = 1e9f;
                    for (int v = 0; v < height; ++v)
                        for (int u = 0; u < width; ++u)
                            if (marked[std::size_t(v * width + u)])
                                nearest = std::min(nearest, std::hypot(float(u - x), float(v - y)));
                    ASSERT_NEAR(distance[std::size_t(y * width + x)], nearest, 1e-4f) << width << "x" << height;
                }
        }
}

TEST(Distance, IsFarWhereNothingIsMarked) {
    for (const float d : distanceTo(std::vector<bool>(12), 4, 3)) EXPECT_GT(d, 1e5f);
}

}  // namespace
}  // namespace inkheal::studio
