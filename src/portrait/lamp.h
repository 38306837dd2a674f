#pragma once
// One lamp of a light in the light's own space (x right, y up, z toward the viewer), as seen from the skin it lights.
// A rig makes a card of it.

#include <glm/glm.hpp>

namespace inkheal::portrait {

struct Lamp {
    glm::vec3 toward{0, 0, 1};                  // unit, from the skin
    glm::vec3 across{1, 0, 0};                  // unit, at right angles to it: the way of halfWidth
    float halfWidth = 0.1f, halfHeight = 0.1f;  // tangents of half its size; radii if it is round
    float hollow = 0;                           // share of the radius that is empty: a ring
    bool round = false;
    float distanceMm = 800;  // at least
    glm::vec3 light{0};      // irradiance over pi of a surface that faces it
};

}  // namespace inkheal::portrait
