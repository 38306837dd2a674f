#pragma once
// Draws the timeline: the phases of healing as a coloured strip, lit as far as the skin has come, with marks of weeks
// and years and a handle at the day that is wanted.

#include "base/picture.h"
#include "desktop/phase_course.h"
#include "desktop/timeline.h"

namespace inkheal::desktop {

struct BarLook {
    int width = 0;  // pixels
    int scale = 1;  // whole pixels of the screen per pixel of the drawing
    double shownDay = 0, wantedDay = 0;
    PhaseCourse phases{};

    bool operator==(const BarLook&) const = default;
};

int barHeight(int scale);
Timeline barTimeline(int width, int scale);
Picture8 drawBar(const BarLook& look);

}  // namespace inkheal::desktop
