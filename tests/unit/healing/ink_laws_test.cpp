// Rows 10 to 12: epidermal ink is shed, free ink captured or drained, captured ink fades and spreads.

#include <gtest/gtest.h>

#include "healing/healing.h"
#include "healing/healing_laws.h"
#include "rk4.h"

namespace inkheal::healing {
namespace {

TEST(InkLaws, EpidermalInkIsShedAfterTheSecondDay) {
    const auto byNumbers = [](double toDay, double turnover) {
        return integrated<1>({1}, 0, toDay, 1e-3, [&](double t, const std::array<double, 1>& ink) {
            return std::array<double, 1>{-turnover / 6 * std::clamp((t - 2) / 3, 0.0, 1.0) * ink[0]};
        })[0];
    };
    for (const double turnover : {0.5, 1.0, 2.0})
        for (const double day : {1.0, 2.0, 3.0, 5.0, 7.0, 14.0, 28.0})
            EXPECT_NEAR(law::epidermalKept(turnover, 0, day), byNumbers(day, turnover), 1e-7) << turnover << " " << day;
}

TEST(InkLaws, SheddingDoesNotDependOnTheStep) {
    double kept = 1;
    for (int i = 0; i < 40; ++i) kept *= law::epidermalKept(1, i * 0.35, 0.35);
    EXPECT_NEAR(kept, law::epidermalKept(1, 0, 14), 1e-12);
    EXPECT_DOUBLE_EQ(law::shedUntil(2.0), 0);
    EXPECT_DOUBLE_EQ(law::shedUntil(5.0), 1.5);
    EXPECT_DOUBLE_EQ(law::shedUntil(8.0), 4.5);
}

TEST(InkLaws, FreeInkUnderClosedSkinIsCapturedOrDrained) {
    for (const double dt : {1e-3, 0.25, 2.0, 30.0}) {
        const law::FreeInk now = law::freeInkAfter(0, 0, 3, dt);
        EXPECT_NEAR(now.kept, std::exp(-0.345 * dt), 1e-12);
        EXPECT_NEAR(now.captured, 0.30 / 0.345 * (1 - std::exp(-0.345 * dt)), 1e-12);
        EXPECT_LE(now.kept + now.captured, 1);
    }
}

TEST(InkLaws, FreeInkOfAnOpenWoundIsAlsoWashedOut) {
    for (const double open : {0.3, 0.9})
        for (const double day : {0.0, 1.0}) {
            const auto byNumbers =
                integrated<2>({1, 0}, day, day + 0.25, 1e-3, [&](double t, const std::array<double, 2>& ink) {
                    const double wash = 0.05 * open * std::exp(-t / 0.8);
                    return std::array<double, 2>{-(0.30 + 0.045 + wash) * ink[0], 0.30 * ink[0]};
                });
            const law::FreeInk now = law::freeInkAfter(open, 0, day, 0.25);
            EXPECT_NEAR(now.kept, byNumbers[0], 1e-9);
            EXPECT_NEAR(now.captured, byNumbers[1], 3e-5);  // the washing counts by its mean in the step
        }
}

TEST(InkLaws, InkIsCapturedDrainedOrStillFree) {
    double free = 0.8, captured = 0, drained = 0;
    for (double day = 0; day < 60; day += 0.25) {
        const law::FreeInk now = law::freeInkAfter(std::exp(-day / 3), 0, day, 0.25);
        captured += free * now.captured;
        drained += free * (1 - now.kept - now.captured);
        free *= now.kept;
    }
    EXPECT_NEAR(free + captured + drained, 0.8, 1e-12);
    EXPECT_NEAR(captured, 0.68, 0.02);  // "one third lost" with the epidermal fifth
}

TEST(InkLaws, YearsFadeCapturedInkByPigmentSiteAndSun) {
    EXPECT_DOUBLE_EQ(law::lossInYear(0.01, 1, 0, 100), 0.01);
    EXPECT_DOUBLE_EQ(law::lossInYear(0.01, 8, 0.004, 150), 0.08 + 0.006);
    EXPECT_NEAR(law::capturedKept(0.02, 3652.5), std::exp(-0.2), 1e-12);
    EXPECT_NEAR(law::capturedKept(0.02, 1000) * law::capturedKept(0.02, 2652.5), law::capturedKept(0.02, 3652.5),
                1e-14);
}

TEST(InkLaws, SpreadGrowsWithTheRootOfTime) {
    EXPECT_NEAR(law::inkVariance(365.25, 1.0), 2 * 0.009, 0.0006);
    const skin::SiteConstants finger{.spreadFactor = 1.5f};
    EXPECT_NEAR(inkSigmaMm(3652.5, {}), 0.42, 0.01);  // 0.46 mm at 10 years with the 0.2 of the needle
    EXPECT_NEAR(inkSigmaMm(4 * 1000.0, {}), 2 * inkSigmaMm(1000.0, {}), 1e-12);
    EXPECT_NEAR(inkSigmaMm(1000, finger), std::sqrt(1.5) * inkSigmaMm(1000, {}), 1e-12);
}

}  // namespace
}  // namespace inkheal::healing
