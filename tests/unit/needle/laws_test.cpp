// The laws of day 0.

#include <gtest/gtest.h>

#include "needle/needle_laws.h"

namespace inkheal::needle {
namespace {

TEST(NeedleLaws, ShapesFollowTheLayoutTheShadersSee) {
    EXPECT_EQ(sizeof(PlaceInputs), 48U);
    EXPECT_EQ(sizeof(NeedleInputs), 32U);
    EXPECT_EQ(sizeof(WoundInputs), 32U);
}

TEST(NeedleLaws, SolidEdgeMovesByTheDilationAndHairlineTakesTheFootprint) {
    EXPECT_DOUBLE_EQ(law::reachMm(law::solidness(0.5, 1.0), 1.0, 0.3, 0.1), 0.1);
    EXPECT_DOUBLE_EQ(law::reachMm(law::solidness(0.1, 1.0), 1.0, 0.3, 0.1), 0.15);
}

TEST(NeedleLaws, SoftShadingStaysWhereItIs) {
    EXPECT_DOUBLE_EQ(law::reachMm(1.0, 0.1, 0.3, 0.1), 0);
}

TEST(NeedleLaws, InjuryGrowsWithLoadFromNoneToFull) {
    EXPECT_DOUBLE_EQ(law::injuryBounded(0.0), 0);
    EXPECT_DOUBLE_EQ(law::injuryBounded(1.0), 1);
    EXPECT_DOUBLE_EQ(law::injuryBounded(1.4), 1);
    double before = 0;
    for (double load = 0.1; load <= 1.0; load += 0.1) {
        EXPECT_GT(law::injury(load), before);
        before = law::injury(load);
    }
}

TEST(NeedleLaws, DepositIsWholeAndWoundOpensTheEpidermis) {
    EXPECT_DOUBLE_EQ(law::epidermalShareAtStart + law::freeDermalShareAtStart, 1);
    EXPECT_DOUBLE_EQ(law::integrityAtStart(0.0), 1);
    EXPECT_NEAR(law::integrityAtStart(1.0), 0.1, 1e-12);
}

TEST(NeedleLaws, InkArrivesWithinReachAndFadesOverOneTexel) {
    EXPECT_DOUBLE_EQ(law::arriving(0.05, 0.1, 0.05), 1);
    EXPECT_DOUBLE_EQ(law::arriving(0.1, 0.1, 0.05), 0.5);
    EXPECT_DOUBLE_EQ(law::arriving(0.15, 0.1, 0.05), 0);
}

}  // namespace
}  // namespace inkheal::needle
