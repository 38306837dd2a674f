#include "desktop/orbit.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"

namespace inkheal::desktop {
namespace {

constexpr float degPerHeight = 180;         // a drag over the picture's height goes half round
constexpr float steepestDeg = 78;           // the camera's up is the limb's, so it never looks straight along it
constexpr float nearerPerTick = 1.15f;      // one notch of a wheel
constexpr float leastMm = 4, mostMm = 200;  // a few pores; a hand

}  // namespace

void Orbit::startFrom(const Stand& site) {
    stand_ = site;
    stand_.tiltDeg = std::clamp(stand_.tiltDeg, -steepestDeg, steepestDeg);
    moved_ = true;
}

void Orbit::drag(glm::vec2 moved) {
    check(moved_, "a drag goes on from the site's stand");
    stand_.turnDeg = std::remainder(stand_.turnDeg - degPerHeight * moved.x, 360.0f);
    stand_.tiltDeg = std::clamp(stand_.tiltDeg + degPerHeight * moved.y, -steepestDeg, steepestDeg);
}

void Orbit::zoom(float ticks) {
    check(moved_, "a zoom goes on from the site's stand");
    stand_.sizeMm = std::clamp(stand_.sizeMm * std::pow(nearerPerTick, -ticks), leastMm, mostMm);
}

portrait::View Orbit::view(int width, int height) const {
    portrait::View view;
    view.width = width, view.height = height;
    if (!moved_) return view;
    view.kind = portrait::View::Kind::turn;
    view.turnDeg = stand_.turnDeg, view.tiltDeg = stand_.tiltDeg;
    view.sizeMm = stand_.sizeMm;
    return view;
}

}  // namespace inkheal::desktop
