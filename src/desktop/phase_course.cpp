#include "desktop/phase_course.h"

#include <algorithm>

namespace inkheal::desktop {

healing::Phase PhaseCourse::at(double day) const {
    const auto after = known_.lower_bound(day);
    if (after != known_.end() && after->first == day) return after->second;
    healing::Phase phase = healing::usualPhase(day);
    if (after != known_.end()) phase = std::min(phase, after->second);
    if (after != known_.begin()) phase = std::max(phase, std::prev(after)->second);
    return phase;
}

}  // namespace inkheal::desktop
