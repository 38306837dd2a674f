// When steps begin and end.

#include "healing/schedule.h"

#include <gtest/gtest.h>

#include <cmath>

#include "healing/healing_laws.h"

namespace inkheal::healing {
namespace {

Care plan(std::vector<CareEvent> events) {
    return {"test", "", std::move(events), 100};
}

constexpr std::size_t evenSteps = 56 + 28 + 16;
constexpr std::size_t finerAtFirst = 11;  // ten cuts in the first quarter of a day, one in the second

const CareEvent cream{CareKind::moisture, 0, 0.6, 0, 0};

TEST(Schedule, FollowsTheGridWithoutEvents) {
    const auto steps = scheduleOf(plan({cream}), 4);
    ASSERT_EQ(steps.size(), evenSteps + finerAtFirst);
    double day = 0;
    for (const Step& step : steps) {
        EXPECT_DOUBLE_EQ(step.from, day);
        if (day >= 0.5) {
            EXPECT_DOUBLE_EQ(step.to - step.from, day < 14 ? 0.25 : day < 28 ? 0.5 : 2.0);
        }
        EXPECT_TRUE(step.events.empty());
        EXPECT_DOUBLE_EQ(step.moisture, 0.6);
        day = step.to;
    }
    EXPECT_DOUBLE_EQ(day, lastScheduledDay);
}

TEST(Schedule, AnyNumberOfStepsADayEndsAtTheLastDay) {
    for (const int perDay : {1, 2, 3, 5, 7, 8, 24}) {
        const auto steps = scheduleOf(plan({cream}), perDay);
        EXPECT_DOUBLE_EQ(steps.back().to, lastScheduledDay) << perDay;
        for (std::size_t i = 0; i < steps.size(); ++i) {
            EXPECT_GT(steps[i].to, steps[i].from);
            EXPECT_DOUBLE_EQ(steps[i].from, i == 0 ? 0 : steps[i - 1].to);
        }
        const auto weeks = [](const Step& s) { return s.to < 14 + 1e-9; };
        EXPECT_EQ(std::count_if(steps.begin(), steps.end(), weeks), 14 * perDay + int(finerAtFirst));
    }
}

TEST(Schedule, InkSpreadAddsUpToTheLastDay) {
    for (const Care& care : {plan({cream}), plan({cream, {CareKind::pick, 5.3, 1, 0, 0}})}) {
        double spread = 0;
        for (const Step& step : scheduleOf(care, 4)) {
            spread += step.spreadDays;
            if (step.spreadDays > 0) {
                EXPECT_GE(step.spreadDays, 4);
                EXPECT_NEAR(spread, step.to, 1e-9);
            }
        }
        EXPECT_NEAR(spread, lastScheduledDay, 1e-9);
    }
}

TEST(Schedule, IsCutAtEveryEventAndEveryChangeOfMoisture) {
    const auto steps = scheduleOf(
        plan(
            {cream, {CareKind::pick, 5.3, 1, 0, 0}, {CareKind::moisture, 4.1, 1, 0, 0}, {CareKind::sun, 10, 2, 7, 24}}),
        4);
    std::vector<double> done;
    for (const Step& step : steps) {
        EXPECT_DOUBLE_EQ(step.moisture, step.from < 4.1 - 1e-9 ? 0.6 : 1.0);
        for (const CareEvent& event : step.events) {
            EXPECT_DOUBLE_EQ(event.day, step.to);
            done.push_back(event.day);
        }
    }
    EXPECT_EQ(done, (std::vector<double>{5.3, 10, 17, 24}));
}

TEST(Schedule, EventsOnTheGridCutNothing) {
    const auto steps = scheduleOf(plan({cream, {CareKind::soak, 5, 1, 0, 0}, {CareKind::soak, 5, 0.5, 0, 0}}), 4);
    EXPECT_EQ(steps.size(), evenSteps + finerAtFirst);
    const auto& events = steps[wholeStepsBy(steps, 5) - 1].events;
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(events[0].amount, 1);
}

TEST(Schedule, StepsGrowWithTheAgeOfTheInflammation) {
    const Care care = plan({cream, {CareKind::pick, 5, 1, 0, 0}, {CareKind::pick, 20.1, 1, 0, 0}});
    for (const Step& step : scheduleOf(care, 4))
        for (const double source : {0.0, 5.0, 20.1})
            if (step.from >= source - 1e-9) {
                EXPECT_LE(step.to - step.from, std::max(1.0 / 128, 0.5 * (step.from - source)) + 1e-9) << step.from;
            }
}

TEST(Schedule, WashesAndSunOnTheGridCutNothing) {
    const auto steps = scheduleOf(plan({cream,
                                        {CareKind::wash, 0.25, 1, 0.5, 14},
                                        {CareKind::friction, 8, 1, 2, 30},
                                        {CareKind::sun, 3, 2, 0, 0}}),
                                  4);
    EXPECT_LE(steps.size(), evenSteps + finerAtFirst + 2);
}

TEST(Schedule, DarkeningIsDueOnceADayAndAddsUpWhateverTheSteps) {
    for (const int perDay : {1, 4, 8}) {
        double days = 0;
        for (const Step& step : scheduleOf(plan({cream, {CareKind::pick, 5.3, 1, 0, 0}}), perDay)) {
            days += step.darkenDays;
            if (step.darkenDays == 0) continue;
            EXPECT_GE(step.darkenDays, 1 - 1e-9);
            EXPECT_NEAR(days, step.to, 1e-9);
        }
        EXPECT_NEAR(days, lastScheduledDay, 1e-9);
    }
    const Care care = plan({cream});
    const auto steps = scheduleOf(care, 4);
    EXPECT_NEAR(restAfter(care, steps, wholeStepsBy(steps, 9.6), 9.6).darkenDays, 0.6, 1e-9);
}

TEST(Schedule, SunCountsInTheStepThatEndsWithItAndInTheJumpOfYears) {
    const Care care =
        plan({cream, {CareKind::sun, 2.1, 3, 0, 0}, {CareKind::sun, 60, 5, 0, 0}, {CareKind::sun, 100, 7, 10, 130}});
    const auto steps = scheduleOf(care, 4);
    double sed = 0;
    for (const Step& step : steps) {
        sed += step.sunSed;
        EXPECT_EQ(step.burn > 0, 0.5 * (step.from + step.to) > 2.1) << step.from;
    }
    EXPECT_NEAR(sed, 8, 1e-12);
    const auto later = [&](double day) { return restAfter(care, steps, steps.size(), day).sunSed; };
    EXPECT_EQ(later(60), 0);
    EXPECT_EQ(later(99.9), 0);
    EXPECT_EQ(later(100), 7);
    EXPECT_EQ(later(125), 21);
    EXPECT_EQ(later(1e4), 28);
}

TEST(Schedule, OintmentSmearsWithTheSpreadsItIsDueWith) {
    const Care care = plan({{CareKind::moisture, 0, 0.85, 0, 0}, {CareKind::moisture, 10, 0.6, 0, 0}});
    const auto steps = scheduleOf(care, 4);
    double smeared = 0;
    for (const Step& step : steps) {
        EXPECT_TRUE(step.spreadDays > 0 || step.smeared == 0);
        smeared += step.smeared;
    }
    EXPECT_NEAR(smeared, law::smearedOver(0.85, 0, 10), 1e-12);
    for (const double day : {3.3, 6.9, 8.2, 30.0}) {
        const std::size_t whole = wholeStepsBy(steps, day);
        double sum = restAfter(care, steps, whole, day).smeared;
        for (std::size_t i = 0; i < whole; ++i) sum += steps[i].smeared;
        EXPECT_NEAR(sum, law::smearedOver(0.85, 0, std::min(day, 10.0)), 1e-12) << day;
    }
}

TEST(Schedule, ConstantSunIsStillAShortSchedule) {
    const auto steps = scheduleOf(plan({cream, {CareKind::sun, 0, 1, 0.006, 60}}), 4);
    EXPECT_LE(steps.size(), 10000U + evenSteps);
}

TEST(Schedule, WhatIsDoneOnDayZeroComesFirstAndOnTheLastDayLast) {
    const Care care = plan({cream,
                            {CareKind::sun, 0, 1, 0, 0},
                            {CareKind::soak, lastScheduledDay, 1, 0, 0},
                            {CareKind::soak, 90, 1, 0, 0}});
    ASSERT_EQ(firstEvents(care).size(), 1U);
    const auto steps = scheduleOf(care, 4);
    EXPECT_EQ(steps.size(), evenSteps + finerAtFirst);
    EXPECT_TRUE(steps.front().events.empty());
    EXPECT_EQ(steps.back().events.size(), 1U);
}

TEST(Schedule, ADayIsReachedByWholeStepsAndARest) {
    const Care care = plan({cream, {CareKind::moisture, 4.1, 1, 0, 0}});
    const auto steps = scheduleOf(care, 4);
    EXPECT_EQ(wholeStepsBy(steps, 0), 0U);
    EXPECT_EQ(wholeStepsBy(steps, 0.005), 0U);
    EXPECT_EQ(wholeStepsBy(steps, 0.25), 11U);
    EXPECT_EQ(wholeStepsBy(steps, 1e6), steps.size());

    const Step none = restAfter(care, steps, 11, 0.25);
    EXPECT_DOUBLE_EQ(none.to, none.from);
    EXPECT_DOUBLE_EQ(none.spreadDays, 0.25);
    const Step part = restAfter(care, steps, wholeStepsBy(steps, 9.6), 9.6);
    EXPECT_DOUBLE_EQ(part.from, 9.5);
    EXPECT_DOUBLE_EQ(part.to, 9.6);
    EXPECT_DOUBLE_EQ(part.moisture, 1);
    EXPECT_NEAR(part.spreadDays, 2.6, 1e-9);
    const Step years = restAfter(care, steps, steps.size(), 3652.5);
    EXPECT_DOUBLE_EQ(years.from, lastScheduledDay);
    EXPECT_DOUBLE_EQ(years.to, 3652.5);
    EXPECT_DOUBLE_EQ(years.spreadDays, 3652.5 - lastScheduledDay);
}

TEST(Schedule, TheDayOfAnEventIsAfterItHoweverItIsWritten) {
    const Care care = plan({cream, {CareKind::pick, 5, 1, 0, 0}});
    const auto steps = scheduleOf(care, 4);
    const std::size_t whole = 20 + finerAtFirst;
    for (const double day : {5.0, std::nextafter(5.0, 0.0), std::nextafter(5.0, 9.0), 5 - 5e-7, 20 * 0.25}) {
        EXPECT_EQ(wholeStepsBy(steps, day), whole);
        const Step rest = restAfter(care, steps, whole, day);
        EXPECT_EQ(rest.from, rest.to);
    }
    EXPECT_EQ(steps[whole - 1].events.size(), 1U);
    EXPECT_EQ(wholeStepsBy(steps, 4.999), whole - 1);
}

}  // namespace
}  // namespace inkheal::healing
