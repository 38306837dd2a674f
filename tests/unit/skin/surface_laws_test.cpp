// What is seen of the skin's state: closed forms and bounds.

#include <gtest/gtest.h>

#include <vector>

#include "skin_laws.h"

namespace inkheal::skin {
namespace {

using namespace truth;

/// Shares of what the injury left: dead, under way once and twice, on the surface; the rest is gone.
struct Chain {
    double dead, first, second, lifted;
};

Shedding shedding(const Chain& share, double injury) {
    const double all = debrisPerInjury * injury;
    return sheddingOf(share.dead * all, share.first * all, share.second * all, share.lifted * all, injury);
}

const Chain chains[] = {{1, 0, 0, 0},       {0.6, 0.3, 0.1, 0}, {0.2, 0.3, 0.2, 0.25}, {0, 0.1, 0.2, 0.4},
                        {0, 0, 0.05, 0.15}, {0, 0, 0, 0.02},    {0, 0, 0, 0}};

TEST(Shed, ArrivedAndGoneAreTheSharesOfTheChain) {
    for (const Chain& c : chains)
        for (double injury : {0.05, 0.5, 1.0}) {
            const Shedding now = shedding(c, injury);
            EXPECT_NEAR(now.arrived, 1 - c.dead - c.first - c.second, 1e-12);
            EXPECT_NEAR(now.arrived - now.gone, c.lifted, 1e-12);
        }
}

TEST(Shed, UnhurtSkinShedsNothing) {
    const Shedding now = sheddingOf(0.0, 0.0, 0.0, 0.0, 0.0);
    for (double hash = 0; hash < 1; hash += 0.01) EXPECT_EQ(pieceLift(now, 1.0, hash), 0);
}

TEST(Shed, ShareOfPiecesThatLiftIsTheLawsShare) {
    for (const Chain& c : chains)
        for (double integrity : {0.5, 0.9, 1.0}) {
            const Shedding now = shedding(c, 0.7);
            constexpr int pieces = 100000;
            int lifting = 0;
            for (int i = 0; i < pieces; ++i) lifting += pieceLift(now, integrity, (i + 0.5) / pieces) > 0;
            const double shown = c.lifted * integrity * integrity;
            EXPECT_NEAR(double(lifting) / pieces, shown > 0.004 ? shown : 0, 2.0 / pieces) << c.lifted << integrity;
        }
}

TEST(Shed, PiecesGoInTheOrderOfTheirHash) {
    const Shedding now = shedding({0.1, 0.1, 0.1, 0.3}, 1.0);  // 0.4 gone, 0.3 stand off
    EXPECT_EQ(pieceLift(now, 1.0, 0.39), 0) << "gone";
    EXPECT_NEAR(pieceLift(now, 1.0, 0.4 + 1e-9), 1, 1e-6) << "the next to go";
    EXPECT_NEAR(pieceLift(now, 1.0, 0.55), 0.5, 1e-9);
    EXPECT_EQ(pieceLift(now, 1.0, 0.71), 0) << "still flat";
    double before = 2;
    for (double hash = 0.401; hash < 0.7; hash += 0.001) {
        EXPECT_LT(pieceLift(now, 1.0, hash), before);
        before = pieceLift(now, 1.0, hash);
    }
}

TEST(Shed, EachPieceRisesOnceAndGoes) {
    // Two thirds of what arrived has gone at any time: each piece lies flat, rises without falling back, is gone.
    for (double hash : {0.05, 0.3, 0.6}) {
        double before = 0;
        bool gone = false;
        for (double arrived = 0; arrived <= 1; arrived += 0.001) {
            Shedding now;
            now.arrived = arrived;
            now.gone = arrived * 2 / 3;
            const double lift = pieceLift(now, 1.0, hash);
            if (before > 0.9 && lift == 0) gone = true;
            if (gone)
                EXPECT_EQ(lift, 0);
            else
                EXPECT_GE(lift, before);
            before = lift;
        }
        EXPECT_TRUE(gone);
    }
}

TEST(Flake, StandsOffFromTheRimInward) {
    for (double rim = 0; rim < 3; rim += 0.05) EXPECT_EQ(flakeCover(0.0, rim), 0) << "flat";
    for (double lift : {0.05, 0.3, 0.7, 1.0}) {
        double before = 1;
        for (double rim = 0; rim < 3; rim += 0.01) {
            const double cover = flakeCover(lift, rim);
            EXPECT_GE(cover, 0);
            EXPECT_LE(cover, before + 1e-12) << lift << " " << rim;
            before = cover;
        }
        EXPECT_EQ(before, 0) << "3 mm inward nothing stands off";
    }
    EXPECT_DOUBLE_EQ(flakeCover(1.0, 0.0), 1);
    EXPECT_DOUBLE_EQ(flakeCover(1.0, 1.2), 1) << "all of a piece of 2.4 mm when it goes";
    EXPECT_DOUBLE_EQ(flakeCover(0.12, 0.0), 1);
    for (double rim : {0.1, 0.4, 0.9}) {
        double before = 0;
        for (double lift = 0; lift <= 1; lift += 0.01) {
            EXPECT_GE(flakeCover(lift, rim), before - 1e-12);
            before = flakeCover(lift, rim);
        }
    }
}

TEST(Flake, CurlsAtTheRimAndNoHigherThanAScale) {
    EXPECT_DOUBLE_EQ(flakeHeightMm(1.0, 0.0), flakeCurlMm);
    EXPECT_NEAR(flakeHeightMm(1.0, 0.6), flakeCurlMm * std::exp(-1.0), 1e-12);
    EXPECT_NEAR(flakeHeightMm(0.5, 0.0), flakeCurlMm / 2, 1e-12);
    EXPECT_EQ(flakeHeightMm(0.0, 0.0), 0);
}

TEST(Crust, IsThinInTheCracksAndWholeOnThePlates) {
    EXPECT_GT(crustMm(1.0, 0.0), 0.2 * crustMmPerUnit);
    EXPECT_LT(crustMm(1.0, 0.0), 0.8 * crustMmPerUnit);
    EXPECT_NEAR(crustMm(1.0, crustCrackMm / 2), (crustMm(1.0, 0.0) + crustMmPerUnit) / 2, 1e-12)
        << "half way up the crack's side";
    for (double rim : {crustCrackMm, 0.5, 3.0}) EXPECT_DOUBLE_EQ(crustMm(1.0, rim), crustMmPerUnit);
    for (double crust : {0.1, 0.5, 2.0})
        for (double rim : {0.0, 0.05, 1.0}) EXPECT_NEAR(crustMm(crust, rim), crust * crustMm(1.0, rim), 1e-12);
    double before = 0;
    for (double rim = 0; rim < 0.2; rim += 0.002) {
        EXPECT_GE(crustMm(1.0, rim), before);
        before = crustMm(1.0, rim);
    }
    EXPECT_EQ(crustMm(-0.1, 1.0), 0);
}

TEST(Wet, IsWithinItsBoundsAndSaturates) {
    EXPECT_EQ(wetness(0.0), 0);
    EXPECT_EQ(wetness(-1.0), 0);
    EXPECT_NEAR(wetness(0.12), 1 - std::exp(-1.0), 1e-12);
    double before = -1;
    for (double plasma = 0; plasma < 2; plasma += 0.02) {
        EXPECT_GT(wetness(plasma), before);
        EXPECT_LT(wetness(plasma), 1);
        before = wetness(plasma);
    }
    EXPECT_GT(before, 0.999);
}

TEST(Thickness, IsInItsUnitAndNeverNegative) {
    EXPECT_DOUBLE_EQ(filmUm(0.5), 45);
    EXPECT_DOUBLE_EQ(swellingUm(1.0), 350);
    EXPECT_EQ(filmUm(-0.1), 0);
    EXPECT_EQ(swellingUm(-0.1), 0);
}

TEST(Barrier, WaterLossIsEightTimesWhenOpenAndOnceWhenIntact) {
    EXPECT_DOUBLE_EQ(waterLoss(0.0), 8);
    EXPECT_DOUBLE_EQ(waterLoss(1.0), 1);
    EXPECT_DOUBLE_EQ(waterLoss(0.5), 4.5);
    EXPECT_DOUBLE_EQ(waterLoss(1.2), 1);
    EXPECT_DOUBLE_EQ(barrierOf(-0.2), 0);
    EXPECT_DOUBLE_EQ(barrierOf(0.3), 0.3);
    EXPECT_DOUBLE_EQ(barrierOf(1.3), 1);
}

}  // namespace
}  // namespace inkheal::skin
