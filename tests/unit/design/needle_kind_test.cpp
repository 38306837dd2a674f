// What follows from a needle group: the line it leaves and the holes.

#include "design/needle_kind.h"

#include <gtest/gtest.h>

#include <numbers>

namespace inkheal::design {
namespace {

NeedleKind roundGroup(int count, float wireMm) {
    return {"", Grouping::round, count, wireMm};
}

TEST(Needles, AGroupIsAsWideAsTheCircleRoundIt) {
    EXPECT_DOUBLE_EQ(groupWidthMm(roundGroup(1, 0.25f)), 0.25);
    EXPECT_DOUBLE_EQ(groupWidthMm(roundGroup(2, 0.25f)), 0.5);
    EXPECT_NEAR(groupWidthMm(roundGroup(3, 0.25f)), 0.25 * (1 + 2 / std::numbers::sqrt3), 2e-5);
    EXPECT_NEAR(groupWidthMm(roundGroup(4, 0.25f)), 0.25 * (1 + std::numbers::sqrt2), 2e-5);
    EXPECT_DOUBLE_EQ(groupWidthMm(roundGroup(7, 0.25f)), 0.75) << "six round one";
}

TEST(Needles, LinesAreAsWideAsShopsSay) {
    struct Line {
        int count;
        float wireMm;
        double least, most;
    };
    // science.md section 3, with the wires that groups of that size are made of.
    for (const Line& line : {Line{1, 0.18f, 0.25, 0.35},
                             {1, 0.25f, 0.25, 0.3501},
                             {3, 0.25f, 0.5, 0.7},
                             {5, 0.25f, 0.7, 0.9},
                             {7, 0.30f, 0.9, 1.1},
                             {9, 0.30f, 1.1, 1.3},
                             {14, 0.35f, 1.6, 1.9}}) {
        EXPECT_GE(footprintMm(roundGroup(line.count, line.wireMm)), line.least) << line.count;
        EXPECT_LE(footprintMm(roundGroup(line.count, line.wireMm)), line.most) << line.count;
    }
}

TEST(Needles, AMagnumIsAsWideAsItsTwoRowsAndNarrowerBent) {
    EXPECT_NEAR(groupWidthMm({"", Grouping::magnum, 7, 0.25f}), 1.0, 1e-12) << "four, and three in their gaps";
    EXPECT_NEAR(groupWidthMm({"", Grouping::magnum, 6, 0.25f}), 0.875, 1e-12) << "three, and three half a wire on";
    EXPECT_LT(groupWidthMm({"", Grouping::curvedMagnum, 7, 0.25f}), 1.0);
}

TEST(Needles, HolesAreStrokesTimesNeedlesTimesTheHole) {
    // 20 strokes a mm of three needles over a line of 0.6 mm: 100 holes a square mm, each 0.18 mm across.
    NeedleKind three = roundGroup(3, 0.3f);
    three.strokesPerMm = float(100 * footprintMm(three) / 3);
    three.passes = 2;
    EXPECT_NEAR(puncturesPerMm2(three), 100, 1e-4);
    EXPECT_NEAR(holeMm2(three), std::numbers::pi * 0.09 * 0.09, 1e-8);
    EXPECT_NEAR(holeShare(three), 200 * std::numbers::pi * 0.09 * 0.09, 1e-4);
}

}  // namespace
}  // namespace inkheal::design
