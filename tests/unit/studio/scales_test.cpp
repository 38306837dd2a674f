// Scales and crust at one texel against values worked out by hand, and the bounds of haze whatever lies on the skin.

#include <gtest/gtest.h>

#include "studio/surface_readings.h"

namespace inkheal::studio {
namespace {

using skin::law::blackGround;
using skin::law::layerOver;
const GreenSkin light{0.30, layerOver(1.0, 3.5, 0.12, blackGround()), 10, 0.05};
const glm::vec4 none(0);
constexpr double reliefMm = 0.03, heightMm = 0.02;

/// Half of the dead skin has left, the other half lies on the surface; `integrity` of the new epidermis.
SurfaceReadings halfShed(float hash, float rimMm, float integrity = 1) {
    const float injury = 1, lifted = 0.45f;  // of D(0) = 0.9
    return surfaceReadings(none, {integrity, 0, 0, injury}, none, {0, 0, 0, lifted}, {heightMm, hash, rimMm, 1}, light,
                           reliefMm);
}

TEST(Scales, GoInTheOrderOfTheirPieces) {
    EXPECT_EQ(halfShed(0.4f, 0).lifting, 0) << "gone";
    EXPECT_EQ(halfShed(0.51f, 0).lifting, 1) << "about to go";
    EXPECT_EQ(halfShed(0.9f, 0).lifting, 1) << "begun";
    EXPECT_EQ(halfShed(0.6f, 0, 0.5f).lifting, 1) << "an eighth of them shown";
    EXPECT_EQ(halfShed(0.7f, 0, 0.5f).lifting, 0) << "held back while the epidermis is open";
}

TEST(Scales, StandHighestAtTheirRims) {
    const SurfaceReadings rim = halfShed(0.51f, 0), inside = halfShed(0.51f, 1.5f), middle = halfShed(0.51f, 3);
    EXPECT_NEAR(rim.flake, 1, 1e-6);
    EXPECT_NEAR(rim.heightMm, heightMm + 0.12 * 0.98, 1e-5);
    EXPECT_GT(inside.flake, 0.1);
    EXPECT_LT(inside.flake, 0.9);
    EXPECT_EQ(middle.flake, 0) << "beyond the reach of 1.72 mm";
    EXPECT_EQ(middle.lifting, 1) << "of a piece that lifts all the same";
    EXPECT_NEAR(middle.heightMm, heightMm, 1e-6);
    EXPECT_GT(rim.haze, 0.05) << "a scale hides ink";
    EXPECT_GT(rim.haze, inside.haze);
}

TEST(Crust, IsThinInTheCracksAndDiffersByPlate) {
    const auto crustMm = [](float hash, float rimMm) {
        return surfaceReadings(none, {0, 0, 0, 1}, {0, 0, 1, 0}, none, {heightMm, hash, rimMm, 1}, light, reliefMm)
            .crustMm;
    };
    EXPECT_NEAR(crustMm(0.5f, 1), 0.1, 1e-6);
    EXPECT_NEAR(crustMm(0.5f, 0), 0.072, 1e-6);
    EXPECT_NEAR(crustMm(0, 1), 0.065, 1e-6);
    EXPECT_NEAR(crustMm(1, 1), 0.135, 1e-6);
}

TEST(Crust, HidesMoreInkTheThickerItIs) {
    double before = -1;
    for (const float crust : {0.0f, 0.25f, 0.5f, 1.0f, 2.0f}) {
        const double haze =
            surfaceReadings(none, {0, 0, 0, 1}, {0, 0, crust, 0}, none, {heightMm, 0.5f, 1, 1}, light, reliefMm).haze;
        EXPECT_GT(haze, before) << crust;
        before = haze;
    }
    EXPECT_GT(before, 0.2);
}

TEST(Haze, IsAShareWhateverLiesOnTheSkin) {
    for (const float amount : {-1.0f, 0.0f, 0.3f, 1.0f, 50.0f})
        for (const float hash : {0.0f, 0.5f, 1.0f})
            for (const GreenSkin& green : {light, GreenSkin{0.05, layerOver(0.0, 9.0, 0.15, blackGround()), 10, 1.5},
                                           GreenSkin{0.05, layerOver(0.0, 20.0, 0.2, blackGround()), 0, 1.5}}) {
                const glm::vec4 all(amount);
                const double haze =
                    surfaceReadings(all, all, all, all, {heightMm, hash, 0.5f, 1}, green, reliefMm).haze;
                EXPECT_GE(haze, 0) << amount;
                EXPECT_LE(haze, 1) << amount;
            }
}

}  // namespace
}  // namespace inkheal::studio
