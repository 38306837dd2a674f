// Which day lies under which pixel, and where a hand stops.

#include "desktop/timeline.h"

#include <gtest/gtest.h>

#include "base/units.h"

namespace inkheal::desktop {
namespace {

constexpr double fiveYears = 5 * daysPerYear;

TEST(Timeline, BeginsAtDayZeroAndEndsAtFiveYears) {
    const Timeline bar(20, 1240);
    EXPECT_FLOAT_EQ(bar.pixelOf(0), 20);
    EXPECT_FLOAT_EQ(bar.pixelOf(fiveYears), 1260);
    EXPECT_DOUBLE_EQ(bar.dayAt(20), 0);
    EXPECT_NEAR(bar.dayAt(1260), fiveYears, 1e-6);
    EXPECT_DOUBLE_EQ(bar.dayAt(-500), 0);
    EXPECT_NEAR(bar.dayAt(9999), fiveYears, 1e-6);
}

TEST(Timeline, HealingIsWideAndEven) {
    const Timeline bar(0, 1000);
    EXPECT_GT(bar.pixelOf(28), 600);
    EXPECT_NEAR(bar.pixelOf(14), bar.pixelOf(28) / 2, 1e-3);
    EXPECT_NEAR(bar.pixelOf(2) - bar.pixelOf(1), bar.pixelOf(28) - bar.pixelOf(27), 1e-3);
}

TEST(Timeline, PixelsAndDaysAreEachOthersInverse) {
    const Timeline bar(13, 777);
    for (const double day : stops()) EXPECT_NEAR(bar.dayAt(bar.pixelOf(day)), day, 1e-3 * (1 + day)) << day;
}

TEST(Timeline, EveryStopHasPixelsOfItsOwn) {
    const Timeline bar(20, 1240);
    for (const double day : stops()) EXPECT_DOUBLE_EQ(nearestStop(bar.dayAt(bar.pixelOf(day))), day);
    for (std::size_t i = 1; i < stops().size(); ++i)
        EXPECT_GT(bar.pixelOf(stops()[i]) - bar.pixelOf(stops()[i - 1]), 2) << stops()[i];
}

TEST(Timeline, SurvivesABarOfOnePixel) {
    const Timeline bar(20, 1);
    EXPECT_DOUBLE_EQ(bar.dayAt(20), 0);
    EXPECT_NEAR(bar.dayAt(21), fiveYears, 1e-6);
}

TEST(Stops, AreEveryDayOfFourWeeksThenAscendToFiveYears) {
    for (int day = 0; day <= 28; ++day) EXPECT_DOUBLE_EQ(stops()[std::size_t(day)], day);
    for (std::size_t i = 1; i < stops().size(); ++i) EXPECT_GT(stops()[i], stops()[i - 1]);
    EXPECT_DOUBLE_EQ(stops().back(), fiveYears);
}

TEST(Stops, StepsHoldAtTheEnds) {
    EXPECT_DOUBLE_EQ(stopsLater(0, 1), 1);
    EXPECT_DOUBLE_EQ(stopsLater(0, -1), 0);
    EXPECT_DOUBLE_EQ(stopsLater(5, 3), 8);
    EXPECT_DOUBLE_EQ(stopsLater(28, 1), 35);
    EXPECT_DOUBLE_EQ(stopsLater(35, -1), 28);
    EXPECT_DOUBLE_EQ(stopsLater(fiveYears, 1), fiveYears);
    EXPECT_DOUBLE_EQ(stopsLater(fiveYears, -999), 0);
}

TEST(Stops, FromBetweenTwoGoToTheNextOneEachWay) {
    EXPECT_DOUBLE_EQ(stopsLater(5.4, 1), 6);
    EXPECT_DOUBLE_EQ(stopsLater(5.4, -1), 5);
}

TEST(Walked, GoesStepByStepThroughHealingThenLeaps) {
    EXPECT_DOUBLE_EQ(walked(0, fiveYears), 1);
    EXPECT_DOUBLE_EQ(walked(3, 3.5), 3.5);
    EXPECT_DOUBLE_EQ(walked(60, fiveYears), fiveYears);
    double day = 0;
    int steps = 0;
    for (; day < fiveYears; ++steps) day = walked(day, fiveYears);
    EXPECT_DOUBLE_EQ(day, fiveYears);
    EXPECT_LT(steps, 40);
}

TEST(Walked, GoesBackAtOnce) {
    EXPECT_DOUBLE_EQ(walked(40, 3), 3);
    EXPECT_DOUBLE_EQ(walked(40, 0), 0);
}

TEST(DayWords, AreWhatAPersonSays) {
    EXPECT_EQ(dayWords(0), "day 0");
    EXPECT_EQ(dayWords(28), "day 28");
    EXPECT_EQ(dayWords(35), "week 5");
    EXPECT_EQ(dayWords(91), "week 13");
    EXPECT_EQ(dayWords(6 * daysPerMonth), "6 months");
    EXPECT_EQ(dayWords(11 * daysPerMonth), "11 months");
    EXPECT_EQ(dayWords(daysPerYear), "1 year");
    EXPECT_EQ(dayWords(1.5 * daysPerYear), "1.5 years");
    EXPECT_EQ(dayWords(fiveYears), "5 years");
}

}  // namespace
}  // namespace inkheal::desktop
