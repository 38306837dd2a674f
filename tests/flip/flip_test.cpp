// FLIP against what its publication says of it: 0 for the same, 1 for the two colours furthest apart, less for what the
// eye resolves less, and more where an edge comes or goes.

#include <gtest/gtest.h>

#include <algorithm>

#include "support/flip.h"

namespace inkheal::test {
namespace {

using Code = std::array<int, 3>;

template <class At>
Picture8 picture(At at, int side = 48) {
    Picture8 p{side, side, {}};
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            for (const int code : at(x, y)) p.rgba.push_back(std::uint8_t(code));
            p.rgba.push_back(255);
        }
    return p;
}

Picture8 even(Code code) {
    return picture([code](int, int) { return code; });
}

double middleOf(const std::vector<double>& values) {
    return values[24 * 48 + 24];
}

TEST(Flip, IsNothingForTheSame) {
    const Picture8 stripes = picture([](int x, int) { return Code{x * 5, 90, 200 - x}; });
    for (const double value : flip(stripes, stripes)) ASSERT_EQ(value, 0);
}

TEST(Flip, IsOneForGreenAndBlueWhichAreFurthestApart) {
    for (const double value : flip(even({0, 255, 0}), even({0, 0, 255}))) ASSERT_NEAR(value, 1, 1e-9);
}

TEST(Flip, OfEvenPicturesFollowsThePublishedFormula) {
    // The greatest distance to the power of 0.7 is 41.2761 (of green and blue); up to 0.4 of it maps to 0.95, the rest
    // to 1. Black and white are 100 units apart in lightness.
    const double most = 41.2761, knee = 0.4 * most, distance = std::pow(100, 0.7);
    EXPECT_NEAR(middleOf(flip(even({0, 0, 0}), even({255, 255, 255}))), 0.95 + 0.05 * (distance - knee) / (most - knee),
                1e-4);
    // Greys of code 119 and 136: L* 50.034 and 56.703.
    EXPECT_NEAR(middleOf(flip(even({119, 119, 119}), even({136, 136, 136}))), 0.95 * std::pow(6.669, 0.7) / knee, 2e-3);
}

TEST(Flip, FineNoiseCountsLessThanTheSameOverAnArea) {
    const auto grey = even({128, 128, 128});
    const Picture8 noise = picture([](int x, int y) {
        return (x + y) % 2 ? Code{148, 128, 108} : Code{108, 128, 148};
    });
    EXPECT_LT(meanOf(flip(grey, noise)), 0.25 * meanOf(flip(grey, even({148, 128, 108}))));
}

TEST(Flip, AnEdgeThatComesCountsMoreThanItsColourAlone) {
    const Picture8 edge = picture([](int x, int) { return x < 24 ? Code{100, 100, 100} : Code{150, 150, 150}; });
    const std::vector<double> values = flip(even({100, 100, 100}), edge);
    const double away = values[24 * 48 + 44];
    EXPECT_GT(*std::max_element(values.begin(), values.end()), 1.1 * away);
    EXPECT_GT(percentileOf(values, 0.99), percentileOf(values, 0.5));
}

}  // namespace
}  // namespace inkheal::test
