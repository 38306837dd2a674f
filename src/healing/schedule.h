#pragma once
// When the steps of healing begin and end. The grid is fixed by the care plan and the steps a day, never by what day is
// asked for, so that every day is reached by the same chain of full steps and at most one part of a step.

#include <vector>

#include "healing/care.h"

namespace inkheal::healing {

struct Step {
    double from = 0, to = 0;  // days
    double moisture = 0.6;
    std::vector<CareEvent> events;  // at `to`, after the step
    double spreadDays = 0;          // of ink spread due after the step, 0 for none yet
};

/// Steps from day 0 to `lastScheduledDay`: stepsPerDay until day 14, half as many until day 28, then one every second
/// day; cut at every event.
std::vector<Step> scheduleOf(const Care& care, int stepsPerDay);

inline constexpr double lastScheduledDay = 60;

}  // namespace inkheal::healing
