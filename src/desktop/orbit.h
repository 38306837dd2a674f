#pragma once
// The view as a hand turns and zooms it. Until the hand first moves it is the site's own view, so that the window opens
// on the picture that `inkheal render` makes.

#include <glm/glm.hpp>

#include "portrait/portrait.h"

namespace inkheal::desktop {

/// From where a view looks at the site, and how large a thing fills half of it.
struct Stand {
    float turnDeg = 0, tiltDeg = 0;
    float sizeMm = 30;

    bool operator==(const Stand&) const = default;
};

class Orbit {
 public:
    bool moved() const { return moved_; }

    /// Goes on from the site's own stand; before the first drag or zoom.
    void startFrom(const Stand& site);

    /// The skin follows the hand: `moved` is in heights of the picture, x to the right, y down.
    void drag(glm::vec2 moved);

    /// Ticks of the wheel, away from the hand to come nearer.
    void zoom(float ticks);

    /// Back to the site's own view.
    void reset() { *this = {}; }

    portrait::View view(int width, int height) const;

    bool operator==(const Orbit&) const = default;

 private:
    Stand stand_;
    bool moved_ = false;
};

}  // namespace inkheal::desktop
