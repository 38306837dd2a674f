// Rows 4, 8 and 9: the epidermis closes, dead cells rise and leave, young corneum comes and wears off.

#include <gtest/gtest.h>

#include "healing/healing_laws.h"
#include "rk4.h"

namespace inkheal::healing {
namespace {

double closingRate(double integrity, double moisture) {
    return 0.75 * (0.64 + 0.6 * moisture) * integrity * (1 - integrity) + 0.04 * (1 - integrity);
}

TEST(CloseLaws, IntegrityIsTheLogisticClosing) {
    for (const double from : {0.0, 0.05, 0.1, 0.6, 0.99})
        for (const double moisture : {0.0, 0.2, 0.6, 1.0})
            for (const double days : {1e-3, 0.25, 2.0, 10.0}) {
                const auto byNumbers =
                    integrated<1>({from}, 0, days, 1e-3, [&](double, const std::array<double, 1>& e) {
                        return std::array<double, 1>{closingRate(e[0], moisture)};
                    });
                EXPECT_NEAR(law::integrityAfter(from, moisture, days), byNumbers[0], 1e-9)
                    << from << " " << moisture << " " << days;
            }
}

TEST(CloseLaws, TwoHalfStepsAreOneWhole) {
    for (const double from : {0.1, 0.5, 0.95}) {
        const double halves = law::integrityAfter(law::integrityAfter(from, 0.6, 1.0), 0.6, 1.0);
        EXPECT_NEAR(halves, law::integrityAfter(from, 0.6, 2.0), 1e-14);
    }
}

TEST(CloseLaws, IntactStaysIntactAndMoistClosesSooner) {
    EXPECT_DOUBLE_EQ(law::integrityAfter(1, 0.6, 5), 1);
    EXPECT_DOUBLE_EQ(law::integrityAfter(0.1, 0.6, 3650), 1);
    EXPECT_NEAR(law::closeRate(1.0) / law::closeRate(0.2), 1.6, 0.1);  // moist ÷ dry, Agren 2001
}

/// Scales on the skin when `dead` cells alone were there at first: arrivals are Erlang of three stages of two days, and
/// leave at a constant rate.
double liftedByErlang(double dead, double moisture, double t) {
    const double rise = 0.5, leave = 1 / (2.2 * (1 + 0.8 * (moisture - 0.6))), k = rise - leave;
    return dead * std::pow(rise, 3) * std::exp(-leave * t) *
           (1 - std::exp(-k * t) * (1 + k * t + 0.5 * k * k * t * t)) / (k * k * k);
}

TEST(CloseLaws, DebrisRisesAsAnErlangChain) {
    for (const double days : {0.25, 2.0, 9.0}) {
        const law::Debris now = law::debrisAfter({0.9, 0, 0, 0}, 0.6, days);
        const double a = days / 2, e = std::exp(-a);
        EXPECT_NEAR(now.dead, 0.9 * e, 1e-14);
        EXPECT_NEAR(now.first, 0.9 * e * a, 1e-14);
        EXPECT_NEAR(now.second, 0.9 * e * a * a / 2, 1e-14);
    }
}

TEST(CloseLaws, ScalesAreTheErlangArrivalsThatHaveNotLeft) {
    for (const double moisture : {0.2, 0.6, 1.0})
        for (const double step : {0.25, 0.5, 2.0}) {
            law::Debris now{0.9, 0, 0, 0};
            for (double day = step; day <= 28; day += step) {
                now = law::debrisAfter(now, moisture, step);
                EXPECT_NEAR(now.lifted, liftedByErlang(0.9, moisture, day), step > 1 ? 1e-4 : 1e-7) << day;
            }
        }
}

TEST(CloseLaws, NoDebrisIsMadeOrLostButByLeaving) {
    law::Debris now{0.4, 0.3, 0.2, 0.1};
    for (int i = 0; i < 40; ++i) now = law::debrisAfter(now, 0.6, 0.25);
    const auto byNumbers = integrated<4>({0.4, 0.3, 0.2, 0.1}, 0, 10, 1e-3, [](double, const std::array<double, 4>& d) {
        return std::array<double, 4>{-d[0] / 2, (d[0] - d[1]) / 2, (d[1] - d[2]) / 2, d[2] / 2 - d[3] / 2.2};
    });
    EXPECT_NEAR(now.dead, byNumbers[0], 1e-9);
    EXPECT_NEAR(now.first, byNumbers[1], 1e-9);
    EXPECT_NEAR(now.second, byNumbers[2], 1e-9);
    EXPECT_NEAR(now.lifted, byNumbers[3], 1e-7);
}

/// Row 9 with E' given: dN1 = E' - N1 / 4.5, dN = N1 / 4.5 - N / 9, both quicker by the turnover.
template <class Closing>
std::array<double, 2> youngByNumbers(std::array<double, 2> young, double turnover, double days, Closing closing) {
    return integrated<2>(young, 0, days, 1e-3, [&](double t, const std::array<double, 2>& n) {
        const double ripe = turnover * n[0] / 4.5;
        return std::array<double, 2>{closing(t) - ripe, ripe - turnover * n[1] / 9};
    });
}

TEST(CloseLaws, YoungCorneumOfASteadyClosing) {
    for (const double turnover : {0.5, 1.0, 2.0})
        for (const double days : {0.25, 2.0, 20.0}) {
            const auto byNumbers = youngByNumbers({0.2, 0.3}, turnover, days, [&](double) { return 0.4 / days; });
            const law::Young now = law::youngAfter({0.2, 0.3}, 0.4, turnover, days);
            EXPECT_NEAR(now.growing, byNumbers[0], 1e-9) << turnover << " " << days;
            EXPECT_NEAR(now.corneum, byNumbers[1], 1e-9) << turnover << " " << days;
        }
}

double youngErrorOf(double step) {
    const auto closing = [](double t) { return closingRate(law::integrityAfter(0.1, 0.6, t), 0.6); };
    law::Young now{0, 0};
    double integrity = 0.1;
    for (double day = step; day <= 8 + 1e-9; day += step) {
        const double next = law::integrityAfter(integrity, 0.6, step);
        now = law::youngAfter(now, next - integrity, 1.0, step);
        integrity = next;
    }
    return std::abs(now.corneum - youngByNumbers({0, 0}, 1, 8, closing)[1]);
}

TEST(CloseLaws, YoungCorneumOfTheWoundConvergesAtSecondOrder) {
    const double whole = youngErrorOf(0.5), half = youngErrorOf(0.25);
    EXPECT_LT(half, 1e-3);
    EXPECT_NEAR(std::log2(whole / half), 2, 0.2);
}

}  // namespace
}  // namespace inkheal::healing
