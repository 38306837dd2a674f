// The heat kernel and the border it meets.

#include "healing/spread.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <set>

#include "healing/healing_laws.h"

namespace inkheal::healing {
namespace {

double massOf(const std::vector<double>& weights) {
    return 2 * std::accumulate(weights.begin(), weights.end(), 0.0) - weights[0];
}

double varianceOf(const std::vector<double>& weights) {
    double sum = 0;
    for (std::size_t n = 1; n < weights.size(); ++n) sum += 2 * double(n * n) * weights[n];
    return sum;
}

double at(const std::vector<double>& weights, int n) {
    return std::size_t(std::abs(n)) < weights.size() ? weights[std::size_t(std::abs(n))] : 0;
}

TEST(HeatKernel, KeepsMassAndHasItsVariance) {
    for (const double variance : {1e-6, 0.0336, 0.5, 3.0, 10.0, 150.0, 250.0, 4000.0}) {
        const auto weights = heatWeights(variance);
        EXPECT_NEAR(massOf(weights), 1, 1e-12);
        EXPECT_NEAR(varianceOf(weights), variance, 1e-4 * variance + 1e-6) << variance;
    }
}

TEST(HeatKernel, IsTheBesselFunction) {
    for (const double variance : {0.0336, 1.0, 25.0, 190.0}) {
        const auto weights = heatWeights(variance);
        for (std::size_t n = 0; n < weights.size(); ++n)
            EXPECT_NEAR(weights[n], std::exp(-variance) * std::cyl_bessel_i(double(n), variance), 2e-7);
    }
}

TEST(HeatKernel, IsAGaussianWhenWide) {
    const double variance = 2000;
    const auto weights = heatWeights(variance);
    for (const int n : {0, 10, 40, 90})
        EXPECT_NEAR(at(weights, n), std::exp(-0.5 * n * n / variance) / std::sqrt(2 * M_PI * variance),
                    2e-4 * weights[0]);
}

TEST(HeatKernel, TwoHalvesAreOneWhole) {
    for (const double variance : {0.2, 10.0, 300.0}) {
        const auto half = heatWeights(variance / 2), whole = heatWeights(variance);
        for (int n = 0; n < int(whole.size()); ++n) {
            double sum = 0;
            for (int k = -int(half.size()); k <= int(half.size()); ++k) sum += at(half, k) * at(half, n - k);
            EXPECT_NEAR(sum, at(whole, n), 3e-7) << variance << " " << n;
        }
    }
}

TEST(HeatKernel, NothingMovesWithoutVarianceAndReachIsBounded) {
    EXPECT_EQ(heatWeights(0), std::vector<double>{1});
    EXPECT_EQ(heatWeights(-1), std::vector<double>{1});
    EXPECT_EQ(heatWeights(1e-12), std::vector<double>{1});
    EXPECT_LE(heatWeights(1e5).size(), 513U);
    EXPECT_NEAR(massOf(heatWeights(1e5)), 1, 1e-12);
    EXPECT_EQ(heatKernel(10).size(), heatWeights(10).size());
}

TEST(GridLaws, BorderMirrorsAsOftenAsItTakes) {
    EXPECT_EQ(law::mirrored(3, 7), 3);
    EXPECT_EQ(law::mirrored(-1, 7), 0);
    EXPECT_EQ(law::mirrored(-7, 7), 6);
    EXPECT_EQ(law::mirrored(-8, 7), 6);
    EXPECT_EQ(law::mirrored(7, 7), 6);
    EXPECT_EQ(law::mirrored(13, 7), 0);
    EXPECT_EQ(law::mirrored(14, 7), 0);
    for (int n = -20; n < 20; ++n) EXPECT_EQ(law::mirrored(n, 1), 0);
}

TEST(GridLaws, MirroringIsFair) {
    // Every texel is met equally often over whole turns, so what spreads out comes back.
    std::vector<int> met(7);
    for (int n = -14; n < 28; ++n) ++met[std::size_t(law::mirrored(n, 7))];
    EXPECT_EQ(met, std::vector<int>(7, 6));
}

TEST(GridLaws, CoarseTexelsTileTheFineOnes) {
    for (const double fine : {0.025, 0.05, 0.1, 0.37})
        for (const double offset : {0.0, 0.05, 0.125, 0.0123}) {
            int before = law::firstFineTexel(0, -12 + offset, 0.5, -3.2, fine);
            for (int k = 1; k < 60; ++k) {
                const int next = law::firstFineTexel(k, -12 + offset, 0.5, -3.2, fine);
                EXPECT_GE(next, before);
                const double line = -12 + offset + k * 0.5, centre = -3.2 + (next + 0.5) * fine;
                EXPECT_GE(centre, line - 0.002 * fine);
                EXPECT_LT(centre - fine, line + 0.002 * fine);
                before = next;
            }
        }
}

}  // namespace
}  // namespace inkheal::healing
