// When steps begin and end.

#include "healing/schedule.h"

#include <gtest/gtest.h>

#include <cmath>

namespace inkheal::healing {
namespace {

Care plan(std::vector<CareEvent> events) {
    return {"test", "", std::move(events), 100};
}

const CareEvent cream{CareKind::moisture, 0, 0.6, 0, 0};

TEST(Schedule, FollowsTheGridWithoutEvents) {
    const auto steps = scheduleOf(plan({cream}), 4);
    ASSERT_EQ(steps.size(), 56U + 28U + 16U);
    double day = 0;
    for (const Step& step : steps) {
        EXPECT_DOUBLE_EQ(step.from, day);
        EXPECT_DOUBLE_EQ(step.to - step.from, day < 14 ? 0.25 : day < 28 ? 0.5 : 2.0);
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
        EXPECT_EQ(std::count_if(steps.begin(), steps.end(), [](const Step& s) { return s.to < 14 + 1e-9; }),
                  14 * perDay);
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
    const auto steps = scheduleOf(plan({cream, {CareKind::pick, 5, 1, 0, 0}, {CareKind::soak, 5, 0.5, 0, 0}}), 4);
    EXPECT_EQ(steps.size(), 100U);
    EXPECT_EQ(steps[19].events.size(), 2U);
    EXPECT_EQ(steps[19].events[0].kind, CareKind::pick);
}

TEST(Schedule, WhatIsDoneOnDayZeroComesFirstAndOnTheLastDayLast) {
    const Care care = plan({cream,
                            {CareKind::sun, 0, 1, 0, 0},
                            {CareKind::soak, lastScheduledDay, 1, 0, 0},
                            {CareKind::soak, 90, 1, 0, 0}});
    ASSERT_EQ(firstEvents(care).size(), 1U);
    const auto steps = scheduleOf(care, 4);
    EXPECT_EQ(steps.size(), 100U);
    EXPECT_TRUE(steps.front().events.empty());
    EXPECT_EQ(steps.back().events.size(), 1U);
}

TEST(Schedule, ADayIsReachedByWholeStepsAndARest) {
    const Care care = plan({cream, {CareKind::moisture, 4.1, 1, 0, 0}});
    const auto steps = scheduleOf(care, 4);
    EXPECT_EQ(wholeStepsBy(steps, 0), 0U);
    EXPECT_EQ(wholeStepsBy(steps, 0.2), 0U);
    EXPECT_EQ(wholeStepsBy(steps, 0.25), 1U);
    EXPECT_EQ(wholeStepsBy(steps, 1e6), steps.size());

    const Step none = restAfter(care, steps, 1, 0.25);
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
    for (const double day : {5.0, std::nextafter(5.0, 0.0), std::nextafter(5.0, 9.0), 5 - 5e-7, 20 * 0.25}) {
        EXPECT_EQ(wholeStepsBy(steps, day), 20U);
        const Step rest = restAfter(care, steps, 20, day);
        EXPECT_EQ(rest.from, rest.to);
    }
    EXPECT_EQ(wholeStepsBy(steps, 4.999), 19U);
}

}  // namespace
}  // namespace inkheal::healing
