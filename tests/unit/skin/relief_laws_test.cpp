// The lasting structure of skin: hashes, nearest centres against brute force, sizes, repeats.

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "skin_laws.h"

namespace inkheal::skin {
namespace {

using namespace truth;

TEST(Hash, IsUniformAndOfEveryArgument) {
    std::vector<int> tenths(10);
    double sum = 0;
    for (int y = -50; y < 50; ++y)
        for (int x = -50; x < 50; ++x) {
            const double h = cellHash(x, y, 1, 1);
            ASSERT_GE(h, 0);
            ASSERT_LT(h, 1);
            tenths[std::size_t(h * 10)]++;
            sum += h;
        }
    EXPECT_NEAR(sum / 10000, 0.5, 0.01);
    for (int count : tenths) EXPECT_NEAR(count, 1000, 120);  // four standard deviations
    EXPECT_NE(cellHash(0, 1, 1, 1), cellHash(1, 0, 1, 1));
    EXPECT_NE(cellHash(0, 0, 1, 1), cellHash(0, 0, 2, 1));
    EXPECT_NE(cellHash(0, 0, 1, 1), cellHash(0, 0, 1, 2));
}

TEST(Hash, NeighboursAreNotAlike) {
    double product = 0;
    for (int y = 0; y < 100; ++y)
        for (int x = 0; x < 100; ++x) product += (cellHash(x, y, 3, 7) - 0.5) * (cellHash(x + 1, y, 3, 7) - 0.5);
    EXPECT_NEAR(product / 10000 * 12, 0, 0.04) << "correlation; four standard deviations";
}

TEST(Centres, AreTheNearestTwoOfAll) {
    // A centre two cells away is never among them: the search of nine cells finds what a search of 49 finds.
    for (int i = 0; i < 3000; ++i) {
        const double px = 20 * cellHash(i, 0, 9, 1) - 10, py = 20 * cellHash(i, 0, 9, 2) - 10;
        double first = 9, second = 9;
        for (int y = int(std::floor(py)) - 3; y <= int(std::floor(py)) + 3; ++y)
            for (int x = int(std::floor(px)) - 3; x <= int(std::floor(px)) + 3; ++x) {
                const double d = std::hypot(x + 0.12 + 0.76 * cellHash(x, y, 5, 1) - px,
                                            y + 0.12 + 0.76 * cellHash(x, y, 5, 2) - py);
                if (d < first) {
                    second = first;
                    first = d;
                } else if (d < second) {
                    second = d;
                }
            }
        const Nearest got = nearestCentres(px, py, 5, 0);
        EXPECT_NEAR(got.first, first, 1e-12);
        EXPECT_NEAR(got.second, second, 0.08) << "the second may hide behind the nine in a rare corner";
    }
}

TEST(Relief, StaysBetweenLineAndPlateauWithTheMeanItSays) {
    double lowest = 1, highest = 0, sum = 0;
    constexpr int places = 20000;
    for (int i = 0; i < places; ++i) {
        const double h = microReliefMm(60 * cellHash(i, 0, 2, 1), 60 * cellHash(i, 0, 2, 2), 0.7, 0.05, 4);
        ASSERT_GE(h, 0);
        ASSERT_LE(h, 0.05);
        lowest = std::min(lowest, h);
        highest = std::max(highest, h);
        sum += h;
    }
    EXPECT_LT(lowest, 0.15 * 0.05) << "the deepest lines nearly reach the ground";
    EXPECT_NEAR(highest, 0.05, 1e-4) << "the plateaus reach the top";
    EXPECT_NEAR(sum / places, reliefMeanShare * 0.05, 0.02 * 0.05);
}

TEST(Relief, ScalesWithCellAndDepth) {
    for (int i = 0; i < 200; ++i) {
        const double x = 9 * cellHash(i, 1, 2, 1), y = 9 * cellHash(i, 1, 2, 2);
        EXPECT_NEAR(microReliefMm(x, y, 0.7, 0.03, 4), 3 * microReliefMm(2 * x, 2 * y, 1.4, 0.01, 4), 1e-12);
    }
}

TEST(Relief, IsContinuous) {
    for (int i = 0; i < 2000; ++i) {
        const double x = 40 * cellHash(i, 3, 2, 1) - 20, y = 40 * cellHash(i, 3, 2, 2) - 20;
        const double step = std::abs(reliefShare(x + 1e-6, y, 4, 0) - reliefShare(x, y, 4, 0));
        EXPECT_LT(step, 3e-5) << x << " " << y;
    }
}

TEST(Relief, StretchKeepsTheAreaOfACell) {
    EXPECT_NEAR(acrossStretch * alongStretch, 1, 0.01);
}

TEST(Relief, RepeatsAfterItsWrap) {
    int different = 0;
    for (int i = 0; i < 500; ++i) {
        const double x = 40 * cellHash(i, 1, 2, 1) - 20, y = 40 * cellHash(i, 1, 2, 2) - 20;
        const double here = reliefShare(x, y, 4, 8);
        EXPECT_NEAR(reliefShare(x + 8, y, 4, 8), here, 1e-9);
        EXPECT_NEAR(reliefShare(x, y - 16, 4, 8), here, 1e-9);
        different += std::abs(reliefShare(x + 8, y, 4, 0) - reliefShare(x, y, 4, 0)) > 0.02;
    }
    EXPECT_GT(different, 300) << "endless skin does not repeat";
}

TEST(Pieces, RimIsWithinThePieceAndTheHashIsThePieces) {
    std::map<double, double> widest;
    for (double y = 0; y < 60; y += 0.1)
        for (double x = 0; x < 60; x += 0.1) {
            const DeadPiece piece = pieceAt(x, y, 0.7, 1);
            ASSERT_GE(piece.hash, 0);
            ASSERT_LT(piece.hash, 1);
            ASSERT_GE(piece.rimMm, 0);
            widest[piece.hash] = std::max(widest[piece.hash], piece.rimMm);
        }
    EXPECT_NEAR(double(widest.size()), 60 * 60 / (pieceMm * pieceMm), 0.25 * 352) << "a centre every 3.2 mm each way";
    double sum = 0;
    for (const auto& [hash, rim] : widest) {
        EXPECT_LT(rim, 3) << "no piece is wider than 6 mm";
        sum += hash;
    }
    EXPECT_NEAR(sum / double(widest.size()), 0.5, 0.06) << "hashes are uniform over pieces";
}

}  // namespace
}  // namespace inkheal::skin
