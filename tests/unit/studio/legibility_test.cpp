// What an eye makes of a profile: the blur of a distance, contrast as a shadow's, the least legible width.

#include "studio/legibility.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "base/colour.h"

namespace inkheal::studio {
namespace {

const glm::dvec3 skin{0.52, 0.33, 0.25};

std::vector<glm::dvec3> edge(int texels) {
    std::vector<glm::dvec3> light(static_cast<std::size_t>(texels), glm::dvec3(1));
    std::fill_n(light.begin(), texels / 2, glm::dvec3(0));
    return light;
}

TEST(Legibility, AMinuteOfArcGrowsWithDistance) {
    const double halfHeight = 2 * std::sqrt(2 * std::numbers::ln2);
    EXPECT_NEAR(eyeSigmaMm(1, 400) * halfHeight, 400 * std::numbers::pi / (180 * 60), 1e-6);
    EXPECT_NEAR(eyeSigmaMm(1, 800), 2 * eyeSigmaMm(1, 400), 1e-12);
}

TEST(Legibility, AnEdgeBlursToTheErrorFunctionWhateverTheSpread) {
    for (const double sigma : {0.3, 1.0, 4.5}) {
        const auto light = blurred(edge(80), sigma);
        for (int i = 20; i < 60; ++i) {
            // The mean over the texel, between the values at its two sides.
            const double x = i + 0.5 - 40, s = sigma * std::numbers::sqrt2;
            const double low = 0.5 + 0.5 * std::erf((x - 0.5) / s), high = 0.5 + 0.5 * std::erf((x + 0.5) / s);
            EXPECT_GE(light[std::size_t(i)].y, low - 1e-3) << sigma << " at " << x;
            EXPECT_LE(light[std::size_t(i)].y, high + 1e-3) << sigma << " at " << x;
        }
    }
}

TEST(Legibility, BlursAddUpAndNoneChangesNothing) {
    const auto twice = blurred(blurred(edge(120), 3), 4), once = blurred(edge(120), 5);
    for (std::size_t i = 0; i < once.size(); ++i) EXPECT_NEAR(twice[i].x, once[i].x, 2e-3);
    EXPECT_EQ(blurred(edge(40), 0), edge(40));
}

TEST(Legibility, ColourIsLostFromADistanceBeforeLightIs) {
    std::vector<glm::dvec3> light(81, skin);
    const double y = luminance(skin);
    for (std::size_t i = 38; i <= 42; ++i) light[i] = skin * 0.5;
    const auto grey = seenFrom(light, 0.05, 400);
    for (std::size_t i = 38; i <= 42; ++i) light[i] = {skin.r * 1.5, skin.g, skin.b};
    const auto red = seenFrom(light, 0.05, 400);
    const double lightKept = (y - luminance(grey[40])) / (0.5 * y);
    const auto redness = [](const glm::dvec3& c) { return xyzFromLinear(c).x - 0.9505 * xyzFromLinear(c).y; };
    const double colourKept = (redness(red[40]) - redness(skin)) / (redness(light[40]) - redness(skin));
    EXPECT_GT(lightKept, 0.95);
    EXPECT_LT(colourKept, 0.7);
    EXPECT_GT(colourKept, 0.2);
}

TEST(Legibility, AShadowHasItsOwnContrast) {
    const Contrast contrast(skin);
    EXPECT_NEAR(contrast.of(skin), 0, 1e-9);
    for (const double taken : {0.02, 0.1, 0.35, 0.8}) EXPECT_NEAR(contrast.of(skin * (1 - taken)), taken, 2e-3);
    EXPECT_NEAR(contrast.of(glm::dvec3(0)), 1, 1e-6);
}

TEST(Legibility, YellowStandsOutThoughItHardlyDims) {
    const glm::dvec3 yellow = skin * glm::dvec3(1.0, 0.9, 0.25);
    const double dimmed = 1 - luminance(yellow) / luminance(skin);
    EXPECT_LT(dimmed, 0.12);
    EXPECT_GT(Contrast(skin).of(yellow), 2 * dimmed);
}

TEST(Legibility, TheLeastWidthIsWhereAllWiderOnesAreLegible) {
    const std::vector<double> widths{0.1, 0.2, 0.4, 0.8};
    EXPECT_NEAR(*leastLegible(widths, {0.0, 0.05, 0.15, 0.3}, 0.1), 0.3, 1e-9);
    EXPECT_NEAR(*leastLegible(widths, {0.2, 0.05, 0.15, 0.3}, 0.1), 0.3, 1e-9) << "a narrow one by chance";
    EXPECT_EQ(leastLegible(widths, {0.2, 0.3, 0.4, 0.5}, 0.1), 0.1) << "the least there is";
    EXPECT_EQ(leastLegible(widths, {0.2, 0.3, 0.4, 0.05}, 0.1), std::nullopt);
}

}  // namespace
}  // namespace inkheal::studio
