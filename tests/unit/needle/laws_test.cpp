// The laws of day 0.

#include <gtest/gtest.h>

#include <cmath>

#include "needle/needle_laws.h"

namespace inkheal::needle {
namespace {

TEST(NeedleLaws, ShapesFollowTheLayoutTheShadersSee) {
    EXPECT_EQ(sizeof(PlaceInputs), 64U);
    EXPECT_EQ(sizeof(NeedleInputs), 32U);
    EXPECT_EQ(sizeof(WoundInputs), 48U);
}

TEST(NeedleLaws, SolidEdgeMovesByTheDilationAndHairlineTakesTheFootprint) {
    EXPECT_DOUBLE_EQ(law::reachMm(law::solidness(0.5, 1.0), 1.0, 0.3, 0.05, 0.1), 0.1);
    EXPECT_DOUBLE_EQ(law::reachMm(law::solidness(0.1, 1.0), 1.0, 0.3, 0.05, 0.1), 0.15);
    EXPECT_DOUBLE_EQ(law::reachMm(law::solidness(0.1, 1.0), 1.0, 0.3, 0.2, 0.1), 0.2) << "skin that spreads it further";
}

TEST(NeedleLaws, SoftShadingStaysWhereItIs) {
    EXPECT_DOUBLE_EQ(law::reachMm(1.0, 0.1, 0.3, 0.1, 0.1), 0);
}

TEST(NeedleLaws, InjuryIsTheShareThatHolesCoverAtRandom) {
    EXPECT_DOUBLE_EQ(law::injury(0.0), 0);
    EXPECT_DOUBLE_EQ(law::injury(1.5), 1) << "a full wound";
    EXPECT_DOUBLE_EQ(law::injury(4.0), 1);
    // Bare skin left by Poisson's law: two passes leave the square of what one leaves.
    const double full = 1 - std::exp(-1.5);
    const auto bare = [&](double holes) { return 1 - law::injury(holes) * full; };
    EXPECT_NEAR(bare(0.3), std::exp(-0.3), 1e-12);
    EXPECT_NEAR(bare(0.8), bare(0.4) * bare(0.4), 1e-12);
}

TEST(NeedleLaws, AWashIsWorkedAllOverAndUndilutedInkInMarks) {
    for (double passes : {1.0, 2.0, 4.0})
        for (double grey : {0.1, 0.3, 0.7, 1.0}) EXPECT_DOUBLE_EQ(law::workedShare(grey, 1.0, passes), grey);
    EXPECT_DOUBLE_EQ(law::workedShare(0.12, 0.12, 1.0), 1) << "all of it in the one pass there is";
    EXPECT_DOUBLE_EQ(law::workedShare(0.5, 0.12, 1.0), 1);
    EXPECT_DOUBLE_EQ(law::workedShare(0.5, 0.12, 4.0), 2.5 / 4) << "half black is half way from one pass to four";
    EXPECT_DOUBLE_EQ(law::workedShare(1.0, 0.12, 4.0), 1);
    EXPECT_DOUBLE_EQ(law::workedShare(0.03, 0.12, 4.0), 0.25 * 1.36 / 4) << "marks of the lightest wash";
    for (double grey : {0.02, 0.12, 0.3, 0.6, 0.9})
        EXPECT_GT(law::workedShare(grey, 0.12, 4.0), law::workedShare(grey, 1.0, 4.0)) << grey;
}

TEST(NeedleLaws, InkIsAColumnThroughTheEpidermis) {
    EXPECT_DOUBLE_EQ(law::epidermalShareOf(0.40, 0.08), 0.20) << "science.md row 10";
    EXPECT_NEAR(law::epidermalShareOf(0.40, 0.075), 0.19, 0.005) << "inner wrist";
    EXPECT_NEAR(law::epidermalShareOf(0.40, 0.09), 0.22, 0.005) << "back of a finger";
    EXPECT_NEAR(law::epidermalShareOf(0.40, 0.15), 1.0 / 3, 0.01) << "side of a finger";
    EXPECT_GT(law::epidermalShareOf(0.40, 0.40), 0.6) << "pad of a finger";
    EXPECT_DOUBLE_EQ(law::epidermalShareOf(0.1, 0.5), 1) << "never out of the epidermis, never more than all";
    EXPECT_GT(law::epidermalShareOf(0.30, 0.08), law::epidermalShareOf(0.40, 0.08)) << "a shallow hand";
}

TEST(NeedleLaws, TheHandIsUnevenAboutItsMean) {
    double sum = 0, least = 2, most = 0;
    const int side = 300;
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const double here = law::unevenHand(0.7 * x, 0.7 * y, 5u);
            sum += here;
            least = std::min(least, here);
            most = std::max(most, here);
        }
    EXPECT_NEAR(sum / (side * side), 1, 0.005);
    EXPECT_NEAR(least, 0.8, 0.01);
    EXPECT_NEAR(most, 1.2, 0.01);
    EXPECT_NEAR(law::unevenHand(4.0, 4.0, 5u), law::unevenHand(4.1, 4.0, 5u), 0.04) << "over millimetres";
    EXPECT_NE(law::unevenHand(4.0, 4.0, 5u), law::unevenHand(4.0, 4.0, 6u)) << "another hand";
}

TEST(NeedleLaws, TheWoundOpensTheEpidermis) {
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
