#pragma once
// Which phase of healing lies on which day, as far as it is known: from the days that this skin has been on, and in
// between and beyond them as usual. For the strip of the timeline and the title.

#include <map>

#include "healing/phase.h"

namespace inkheal::desktop {

class PhaseCourse {
 public:
    void saw(double day, healing::Phase phase) { known_[day] = phase; }
    void forget() { known_.clear(); }

    /// That of the day if it was seen; else the usual one, no earlier than what was seen before and no later than what
    /// was seen after.
    healing::Phase at(double day) const;

    bool operator==(const PhaseCourse&) const = default;

 private:
    std::map<double, healing::Phase> known_;
};

}  // namespace inkheal::desktop
