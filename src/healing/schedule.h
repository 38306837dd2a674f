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
    double smeared = 0;             // share of the smearing by ointment (event_laws.h) due with that spread
    double darkenDays = 0;          // of darkening due after the step, 0 for none yet
    double sunSed = 0;              // dated sun from after `from` until `to`
    double burn = 0;                // what earlier sun calls for in the middle of the step (event_laws.h)
};

/// Steps from day 0 to `lastScheduledDay`: stepsPerDay until day 14, half as many until day 28, then one every second
/// day (all at four steps a day; more or fewer in proportion), finer in the hours after the needle or a pick; cut at
/// every event. What is done to the skin later no longer finds a wound, but the sun still fades ink.
std::vector<Step> scheduleOf(const Care& care, int stepsPerDay);

inline constexpr double lastScheduledDay = 60;

/// Days closer together than this are one day. A day is after what is done on it.
inline constexpr double sameDay = 1e-6;

/// What is done on day 0 itself, before the first step.
std::vector<CareEvent> firstEvents(const Care& care);

/// How many whole steps, with their events, lie before `day`.
std::size_t wholeStepsBy(const std::vector<Step>& steps, double day);

/// What is left from the end of `whole` steps to `day`: part of a step without events, or the years after the last one;
/// from == to if nothing. spreadDays and darkenDays are what is owed since the last.
Step restAfter(const Care& care, const std::vector<Step>& steps, std::size_t whole, double day);

}  // namespace inkheal::healing
