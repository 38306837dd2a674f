// The furrow of a crease, and the one number that carries it.

#include <gtest/gtest.h>

#include "portrait/shot_laws.h"

namespace inkheal::portrait {
namespace {

namespace laws = law::frame;

TEST(CreaseLaws, SlopeIsThatOfItsDepth) {
    for (double deep : {0.1, 0.2, 0.4}) {
        double height = 0;  // climbed from the middle outward
        for (double mm = 0.0005; mm < 3; mm += 0.001) height += 0.001 * laws::creaseSlope(mm, deep);
        EXPECT_NEAR(height, deep, 1e-4 * deep);
        EXPECT_EQ(laws::creaseSlope(0, deep), 0);
        EXPECT_DOUBLE_EQ(laws::creaseSlope(-0.3, deep), -laws::creaseSlope(0.3, deep));
        double steepest = 0;
        for (double mm = 0; mm < 3; mm += 0.01) steepest = std::max(steepest, laws::creaseSlope(mm, deep));
        EXPECT_LT(steepest, 0.7) << "no overhang, and no cut";
    }
}

TEST(CreaseLaws, SeesLessLightTheDeeperItIs) {
    EXPECT_LT(laws::creaseOpen(0, 0.4), laws::creaseOpen(0, 0.1));
    EXPECT_GT(laws::creaseOpen(0, 0.6), 0.2);
    EXPECT_NEAR(laws::creaseOpen(3, 0.4), 1, 1e-6);
    EXPECT_EQ(laws::creaseOpen(0, 0), 1);
}

TEST(CreaseLaws, OneNumberCarriesDistanceAndDepth) {
    for (double beside : {-7.5, -0.31, 0.0, 0.002, 1.9, 7.5})
        for (double deep : {0.0, 0.05, 0.24, 0.6}) {
            const float carried = float(laws::carriedCrease(beside, deep));
            EXPECT_NEAR(laws::carriedBesideMm(double(carried)), beside, 1e-4);
            EXPECT_NEAR(laws::carriedDeepMm(double(carried)), deep, 0.0026);
        }
    EXPECT_EQ(laws::carriedDeepMm(laws::carriedCrease(1000, 0)), 0) << "far off is far off";
    EXPECT_NEAR(laws::carriedBesideMm(laws::carriedCrease(1000, 0.1)), 7.84, 1e-9);
}

}  // namespace
}  // namespace inkheal::portrait
