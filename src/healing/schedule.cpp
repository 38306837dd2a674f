#include "healing/schedule.h"

#include <algorithm>
#include <cmath>

namespace inkheal::healing {
namespace {

constexpr double spreadEveryDays = 7;

double lengthAt(double day, int stepsPerDay) {
    if (day < 14) return 1.0 / stepsPerDay;
    if (day < 28) return 2.0 / stepsPerDay;
    return 8.0 / stepsPerDay;
}

}  // namespace

std::vector<Step> scheduleOf(const Care& care, int stepsPerDay) {
    std::vector<double> ends;
    for (double day = 0; day < lastScheduledDay - 1e-9;) {
        day += lengthAt(day, stepsPerDay);
        ends.push_back(std::min(day, lastScheduledDay));
    }
    for (const CareEvent& event : care.between(0, lastScheduledDay)) ends.push_back(event.day);
    for (const CareEvent& event : care.events)
        if (event.kind == CareKind::moisture && event.day > 0 && event.day < lastScheduledDay)
            ends.push_back(event.day);
    std::sort(ends.begin(), ends.end());
    ends.erase(std::unique(ends.begin(), ends.end(), [](double a, double b) { return std::abs(a - b) < 1e-6; }),
               ends.end());

    std::vector<Step> steps;
    double from = 0, spread = 0;
    for (const double to : ends) {
        Step step{from, to, care.moistureAt(0.5 * (from + to)), care.between(from + 1e-7, to + 1e-7), 0};
        if (to - spread >= spreadEveryDays - 1e-9 || to >= lastScheduledDay - 1e-9) {
            step.spreadDays = to - spread;
            spread = to;
        }
        steps.push_back(step);
        from = to;
    }
    return steps;
}

}  // namespace inkheal::healing
