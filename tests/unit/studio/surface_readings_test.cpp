// One texel in the clinic's numbers, against values worked out by hand.

#include "studio/surface_readings.h"

#include <gtest/gtest.h>

namespace inkheal::studio {
namespace {

using skin::law::blackGround;
using skin::law::layerOver;
const GreenSkin light{0.30, layerOver(1.0, 3.5, 0.12, blackGround()), 10, 0.05};
const glm::vec4 none(0), closed(1, 0, 0, 0), middle(0.0207f, 0.5f, 3, 1);  // mean relief, middle of a piece
constexpr double reliefMm = 0.03;

TEST(SurfaceReadings, OfUntouchedSkinAreNothing) {
    const SurfaceReadings r = surfaceReadings(none, closed, none, none, middle, light, reliefMm);
    EXPECT_EQ(r.filmUm, 0);
    EXPECT_EQ(r.crustMm, 0);
    EXPECT_EQ(r.swellingUm, 0);
    EXPECT_EQ(r.crusted + r.lifting + r.flake + r.wet, 0);
    EXPECT_EQ(r.barrier, 1);
    EXPECT_LT(r.haze, 0.01);
    EXPECT_NEAR(r.heightMm, 0.0207, 1e-6);
}

TEST(SurfaceReadings, ComeInTheClinicsUnits) {
    // half of full swelling and film, a full crust on a plate of mean thickness
    const SurfaceReadings r =
        surfaceReadings({0, 0, 0.5f, 1}, {0.25f, 0, 0, 1}, {0.5f, 0, 1, 0}, none, middle, light, reliefMm);
    EXPECT_NEAR(r.swellingUm, 175, 1);
    EXPECT_NEAR(r.filmUm, 45, 1);
    EXPECT_NEAR(r.crustMm, 0.1, 0.001);
    EXPECT_EQ(r.crusted, 1);
    EXPECT_NEAR(r.barrier, 0.25, 1e-6);
    EXPECT_GT(r.wet, 0.95);
    EXPECT_NEAR(r.heightMm, 0.0207 + 0.175 + 0.1, 0.002);
}

TEST(SurfaceReadings, HazeGrowsWithYoungCorneumAndStaysAShare) {
    double before = -1;
    for (const float young : {0.0f, 0.1f, 0.2f, 0.4f, 1.0f}) {
        const double haze = surfaceReadings(none, {1, 0, young, 1}, none, none, middle, light, reliefMm).haze;
        EXPECT_GT(haze, before);
        EXPECT_LE(haze, 1);
        before = haze;
    }
    EXPECT_GT(before, 0.2);
}

TEST(SurfaceReadings, ThinCrustIsNotCounted) {
    EXPECT_EQ(surfaceReadings(none, closed, {0, 0, 0.15f, 0}, none, middle, light, reliefMm).crusted, 0);
    EXPECT_EQ(surfaceReadings(none, closed, {0, 0, 0.25f, 0}, none, middle, light, reliefMm).crusted, 1);
}

}  // namespace
}  // namespace inkheal::studio
