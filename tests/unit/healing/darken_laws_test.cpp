// Darkening after inflammation: exact in any steps, unseen in the first week, most in weeks 3 to 6, gone within months.

#include <gtest/gtest.h>

#include <cmath>

#include "healing/healing_laws.h"
#include "rk4.h"

namespace inkheal::healing {
namespace {

/// Excess melanin seen on a day after the redness of a full wound, day by day.
double seenOn(int day, double prone = 1) {
    law::Darkening now{0, 0};
    for (int d = 0; d < day; ++d) now = law::darkeningAfter(now, 0.8 * std::exp(-d / 3.0), prone, 1);
    return now.seen;
}

TEST(DarkenLaws, AStepUnderSteadyBloodIsExact) {
    const double answered = 0.5 - law::faintBlood;
    for (const double dt : {0.1, 1.0, 30.0}) {
        const auto byNumbers = integrated<2>({0.1, 0.2}, 0, dt, 1e-2, [&](double, const std::array<double, 2>& m) {
            return std::array<double, 2>{law::darkenPerDay * 0.6 * answered / (answered + law::halfBlood) - m[0] / 12,
                                         m[0] / 12 - m[1] / 80};
        });
        const law::Darkening next = law::darkeningAfter({0.1, 0.2}, 0.5, 0.6, dt);
        EXPECT_NEAR(next.rising, byNumbers[0], 1e-9);
        EXPECT_NEAR(next.seen, byNumbers[1], 1e-9);
    }
}

TEST(DarkenLaws, IsSeenFromDaySevenMostInWeeksThreeToSixAndFadesOverMonths) {
    int peak = 0;
    for (int day = 0; day < 365; ++day)
        if (seenOn(day) > seenOn(peak)) peak = day;
    EXPECT_GE(peak, 21);
    EXPECT_LE(peak, 42);
    EXPECT_LT(seenOn(3), 0.25 * seenOn(peak));
    EXPECT_GT(seenOn(10), 0.5 * seenOn(peak));
    EXPECT_LT(seenOn(365), 0.05 * seenOn(peak));
    EXPECT_GT(seenOn(90), 0.4 * seenOn(peak));
}

TEST(DarkenLaws, GoesWithTheTendencyAndYearsAreOneStep) {
    EXPECT_NEAR(seenOn(28, 0.3), 0.3 * seenOn(28), 1e-12);
    EXPECT_EQ(seenOn(28, 0), 0);
    EXPECT_EQ(law::darkeningAfter({0, 0}, 0.3, 1, 10).seen, 0) << "the flare leaves nothing";
    EXPECT_LT(law::darkeningAfter({0, 0}, 0.8, 1, 10).seen, 2 * law::darkeningAfter({0, 0}, 0.5, 1, 10).seen);
    law::Darkening days{0.3, 0.1};
    for (int d = 0; d < 3650; ++d) days = law::darkeningAfter(days, 0, 1, 1);
    EXPECT_NEAR(law::darkeningAfter({0.3, 0.1}, 0, 1, 3650).seen, days.seen, 1e-12);
}

}  // namespace
}  // namespace inkheal::healing
