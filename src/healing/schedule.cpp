#include "healing/schedule.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"
#include "healing/healing_laws.h"

namespace inkheal::healing {
namespace {

constexpr double spreadEveryDays = 7, darkenEveryDays = 1;

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
        if (event.kind != CareKind::pick) continue;
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

/// What each of the spreads, and each of the darkenings, has waited for.
struct Owed {
    double spreadSince = 0, darkenSince = 0, smeared = 0;

    /// Takes the step on the bill.
    void add(const Step& step) { smeared += law::smearedOver(step.moisture, step.from, step.to - step.from); }

    /// Writes on the step what is due after it: all there is, or what has waited long enough.
    void settle(Step& step, bool all) {
        if (all || step.to - spreadSince >= spreadEveryDays - sameDay) {
            step.spreadDays = step.to - spreadSince;
            step.smeared = smeared;
            spreadSince = step.to;
            smeared = 0;
        }
        if (all || step.to - darkenSince >= darkenEveryDays - sameDay) {
            step.darkenDays = step.to - darkenSince;
            darkenSince = step.to;
        }
    }
};

/// What the sun of the plan calls for on one day after another.
class Sunburns {
 public:
    explicit Sunburns(const Care& care) : events_(care.between(-1, lastScheduledDay)) {}

    double at(double day) {
        for (; next_ < events_.size() && events_[next_].day <= day; ++next_) {
            const CareEvent& event = events_[next_];
            if (event.kind != CareKind::sun) continue;
            pass(event.day);
            burn_.latent += law::sunburn(event.amount, event.day);
        }
        pass(day);
        return burn_.calling;
    }

 private:
    void pass(double day) {
        burn_ = law::burnAfter(burn_, day - day_);
        day_ = day;
    }

    std::vector<CareEvent> events_;
    std::size_t next_ = 0;
    law::Burn burn_{0, 0};
    double day_ = 0;
};

Step stepBetween(const Care& care, Sunburns& sunburns, double from, double to) {
    Step step;
    step.from = from, step.to = to;
    step.moisture = care.moistureAt(0.5 * (from + to));
    step.burn = sunburns.at(0.5 * (from + to));
    return step;
}

}  // namespace

std::vector<Step> scheduleOf(const Care& care, int stepsPerDay) {
    check(stepsPerDay > 0, "a day has steps");
    const std::vector<CareEvent> events = care.between(sameDay, lastScheduledDay);
    std::vector<Step> steps;
    double from = 0;
    Owed owed;
    Sunburns sunburns(care);
    auto next = events.begin();
    for (const double to : endsOf(care, events, stepsPerDay)) {
        Step step = stepBetween(care, sunburns, from, to);
        for (; next != events.end() && next->day <= to + sameDay; ++next) {
            step.events.push_back(*next);
            if (next->kind == CareKind::sun) step.sunSed += next->amount;
        }
        owed.add(step);
        owed.settle(step, to >= lastScheduledDay - sameDay);
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
    Owed owed;
    for (std::size_t i = 0; i < whole; ++i) {
        if (steps[i].spreadDays > 0)
            owed.spreadSince = steps[i].to, owed.smeared = 0;
        else
            owed.add(steps[i]);
        if (steps[i].darkenDays > 0) owed.darkenSince = steps[i].to;
    }
    Sunburns sunburns(care);
    Step rest = stepBetween(care, sunburns, from, to);
    for (const CareEvent& event : care.between(std::max(from, lastScheduledDay) + sameDay, to + sameDay))
        if (event.kind == CareKind::sun) rest.sunSed += event.amount;
    owed.add(rest);
    owed.settle(rest, true);
    return rest;
}

}  // namespace inkheal::healing
