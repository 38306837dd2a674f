// How a hand turns and zooms the view.

#include "desktop/orbit.h"

#include <gtest/gtest.h>

namespace inkheal::desktop {
namespace {

using portrait::View;

Orbit from(const Stand& stand) {
    Orbit orbit;
    orbit.startFrom(stand);
    return orbit;
}

TEST(Orbit, IsTheSitesOwnViewUntilTheHandMoves) {
    const View view = Orbit().view(1280, 756);
    EXPECT_EQ(view.kind, View::Kind::site);
    EXPECT_EQ(view.width, 1280);
    EXPECT_EQ(view.height, 756);
    EXPECT_EQ(view.sizeMm, 0);
}

TEST(Orbit, GoesOnFromTheSitesStand) {
    const View view = from({10, -14, 42}).view(640, 480);
    EXPECT_EQ(view.kind, View::Kind::turn);
    EXPECT_FLOAT_EQ(view.turnDeg, 10);
    EXPECT_FLOAT_EQ(view.tiltDeg, -14);
    EXPECT_FLOAT_EQ(view.sizeMm, 42);
}

TEST(Orbit, SkinFollowsTheHand) {
    Orbit orbit = from({0, 0, 30});
    orbit.drag({0.25f, 0});  // pulled to the right: seen from further left
    EXPECT_FLOAT_EQ(orbit.view(9, 9).turnDeg, -45);
    orbit.drag({0, 0.1f});  // pulled down: seen from further up
    EXPECT_FLOAT_EQ(orbit.view(9, 9).tiltDeg, 18);
}

TEST(Orbit, ADragInPartsIsTheWholeDrag) {
    Orbit once = from({3, 4, 30}), parts = from({3, 4, 30});
    once.drag({0.5f, -0.25f});
    for (int i = 0; i < 8; ++i) parts.drag({0.0625f, -0.03125f});
    EXPECT_NEAR(once.view(9, 9).turnDeg, parts.view(9, 9).turnDeg, 1e-4);
    EXPECT_NEAR(once.view(9, 9).tiltDeg, parts.view(9, 9).tiltDeg, 1e-4);
}

TEST(Orbit, TurnsRoundWithoutEndAndTiltsUntilAlmostStraight) {
    Orbit orbit = from({0, 0, 30});
    orbit.drag({-2, 0});  // once round
    EXPECT_NEAR(orbit.view(9, 9).turnDeg, 0, 1e-3);
    orbit.drag({-1.5f, 9});
    EXPECT_NEAR(orbit.view(9, 9).turnDeg, -90, 1e-3);
    EXPECT_LT(orbit.view(9, 9).tiltDeg, 78.5f);  // where the camera would change what is up
    orbit.drag({0, -99});
    EXPECT_GT(orbit.view(9, 9).tiltDeg, -78.5f);
}

TEST(Orbit, ZoomEndsAtPoresAndAtAHand) {
    Orbit orbit = from({0, 0, 30});
    orbit.zoom(1);
    EXPECT_LT(orbit.view(9, 9).sizeMm, 30);
    orbit.zoom(-1);
    EXPECT_NEAR(orbit.view(9, 9).sizeMm, 30, 1e-4);
    orbit.zoom(100);
    EXPECT_FLOAT_EQ(orbit.view(9, 9).sizeMm, 4);
    orbit.zoom(-100);
    EXPECT_FLOAT_EQ(orbit.view(9, 9).sizeMm, 200);
}

TEST(Orbit, ResetIsTheSitesOwnViewAgain) {
    Orbit orbit = from({10, -14, 30});
    orbit.drag({1, 1});
    EXPECT_FALSE(orbit == Orbit());
    orbit.reset();
    EXPECT_TRUE(orbit == Orbit());
    EXPECT_EQ(orbit.view(9, 9).kind, View::Kind::site);
}

}  // namespace
}  // namespace inkheal::desktop
