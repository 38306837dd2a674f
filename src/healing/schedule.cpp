#include "healing/schedule.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"

namespace inkheal::healing {
namespace {

constexpr double spreadEveryDays = 7;

double lengthAt(double day, int stepsPerDay) {
    if (day < 14 - sameDay) return 1.0 / stepsPerDay;
    if (day < 28 - sameDay) return 2.0 / stepsPerDay;
    return 8.0 / stepsPerDay;
}

/// Ends after `source` sets mediator free, until `next` does: it spreads at first within the hour, as fast as its patch
/// is small, so steps grow with its age (what a dot calls from afar is 50 % off on even steps of a quarter day, 1.4 %
/// on these).
void endsAfter(double source, double next, int stepsPerDay, std::vector<double>& ends) {
    for (double age = 1.0 / 32 / stepsPerDay; age < 16.0 / stepsPerDay; age *= 2)
        for (const double end : {source + age, source + 1.5 * age})
            if (end < std::min(next, lastScheduledDay) - sameDay) ends.push_back(end);
}

/// The days on which steps end, ascending.
std::vector<double> endsOf(const Care& care, const std::vector<CareEvent>& events, int stepsPerDay) {
    std::vector<double> ends;
    for (double day = 0; day < lastScheduledDay - sameDay;) {
        day += lengthAt(day, stepsPerDay);
        if (day > lastScheduledDay - sameDay) day = lastScheduledDay;
        ends.push_back(day);
    }
    double source = 0;
    for (const CareEvent& event : events) {
        ends.push_back(event.day);
        if (event.kind == CareKind::soak) continue;
        endsAfter(source, event.day, stepsPerDay, ends);
        source = event.day;
    }
    endsAfter(source, lastScheduledDay, stepsPerDay, ends);
    for (const CareEvent& event : care.events)
        if (event.kind == CareKind::moisture && event.day > sameDay && event.day < lastScheduledDay)
            ends.push_back(event.day);
    std::sort(ends.begin(), ends.end());
    ends.erase(std::unique(ends.begin(), ends.end(), [](double a, double b) { return b - a < sameDay; }), ends.end());
    return ends;
}

}  // namespace

std::vector<Step> scheduleOf(const Care& care, int stepsPerDay) {
    check(stepsPerDay > 0, "a day has steps");
    const std::vector<CareEvent> events = care.between(sameDay, lastScheduledDay);
    std::vector<Step> steps;
    double from = 0, spread = 0;
    auto next = events.begin();
    for (const double to : endsOf(care, events, stepsPerDay)) {
        Step step{from, to, care.moistureAt(0.5 * (from + to)), {}, 0};
        for (; next != events.end() && next->day <= to + sameDay; ++next) step.events.push_back(*next);
        if (to - spread >= spreadEveryDays - sameDay || to >= lastScheduledDay - sameDay) {
            step.spreadDays = to - spread;
            spread = to;
        }
        steps.push_back(step);
        from = to;
    }
    return steps;
}

std::vector<CareEvent> firstEvents(const Care& care) {
    return care.between(-1, sameDay);
}

std::size_t wholeStepsBy(const std::vector<Step>& steps, double day) {
    const auto past = std::upper_bound(steps.begin(), steps.end(), day + sameDay,
                                       [](double until, const Step& step) { return until < step.to; });
    return std::size_t(past - steps.begin());
}

Step restAfter(const Care& care, const std::vector<Step>& steps, std::size_t whole, double day) {
    const double from = whole == 0 ? 0 : steps[whole - 1].to;
    const double to = day > from + sameDay ? day : from;
    double spread = 0;
    for (std::size_t i = 0; i < whole; ++i)
        if (steps[i].spreadDays > 0) spread = steps[i].to;
    return {from, to, care.moistureAt(0.5 * (from + to)), {}, to - spread};
}

}  // namespace inkheal::healing
