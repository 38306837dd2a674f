// Local widths of bars and discs whose width is known.

#include "studio/granulometry.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>

namespace inkheal::studio {
namespace {

constexpr int side = 96;
constexpr float most = 40;

std::vector<bool> drawn(const std::function<bool(float, float)>& inside) {
    std::vector<bool> out;
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) out.push_back(inside(float(x) + 0.5f, float(y) + 0.5f));
    return out;
}

/// All inside texels well away from the border of the picture are that wide.
void expectWidths(const std::vector<bool>& inside, float width, float within) {
    const std::vector<float> widths = localWidths(inside, side, side, most);
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const std::size_t i = std::size_t(y * side + x);
            if (!inside[i]) {
                ASSERT_EQ(widths[i], 0);
            } else if (std::min({x, y, side - 1 - x, side - 1 - y}) > 20) {
                ASSERT_NEAR(widths[i], width, within) << "at " << x << ", " << y;
            }
        }
}

TEST(Granulometry, UprightBarsAreAsWideAsTheyAre) {
    for (const int width : {1, 2, 3, 7, 8, 21}) {
        expectWidths(drawn([&](float x, float) { return x > 40 && x < 40 + float(width); }), float(width), 0.5f);
        expectWidths(drawn([&](float, float y) { return y > 40 && y < 40 + float(width); }), float(width), 0.5f);
    }
}

TEST(Granulometry, TurnedBarsAreOfOneWidthUpToTheirRims) {
    for (const float degrees : {11.0f, 30.0f, 45.0f, 77.0f}) {
        const float c = std::cos(degrees * 0.0174533f), s = std::sin(degrees * 0.0174533f);
        const auto across = [&](float x, float y) { return std::abs(c * (x - 48) + s * (y - 48)); };
        expectWidths(drawn([&](float x, float y) { return across(x, y) < 5; }), 10, 1.3f);
        expectWidths(drawn([&](float x, float y) { return across(x, y) > 6; }), most, 0.001f);
    }
}

TEST(Granulometry, TheGapBetweenBarsIsThatOfTheSkinBetween) {
    const std::vector<bool> gap = drawn([](float x, float) { return x > 44 && x < 53; });
    expectWidths(gap, 9, 0.5f);
}

TEST(Granulometry, ALineIntoADiscKeepsItsWidth) {
    const auto disc = [](float x, float y) { return std::hypot(x - 48.5f, y - 30.5f) < 12; };
    const std::vector<bool> inside =
        drawn([&](float x, float y) { return disc(x, y) || (std::abs(x - 48) < 2 && y > 30); });
    const std::vector<float> widths = localWidths(inside, side, side, most);
    const auto at = [&](int x, int y) { return widths[std::size_t(y * side + x)]; };
    EXPECT_NEAR(at(48, 30), 24, 1.1f);
    EXPECT_NEAR(at(40, 24), 24, 1.1f) << "all of the disc";
    EXPECT_NEAR(at(48, 70), 4, 0.5f);
}

TEST(Granulometry, NothingIsWiderThanAskedAndBordersHoldNothingIn) {
    const std::vector<float> all = localWidths(std::vector<bool>(81, true), 9, 9, most);
    for (const float width : all) EXPECT_EQ(width, most);
    const std::vector<float> none = localWidths(std::vector<bool>(7, false), 7, 1, most);
    for (const float width : none) EXPECT_EQ(width, 0);
}

}  // namespace
}  // namespace inkheal::studio
