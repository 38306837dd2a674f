#pragma once
// The lights of a picture as cards round what the camera looks at, from assets/lights.json, exposed so that a white
// sheet that faces the camera shows about 0.8. The rig stands with the camera: turning the view turns the client, not
// the lights.

#include <array>
#include <string>

#include "portrait/camera.h"
#include "portrait/shot_laws.h"

namespace inkheal::portrait {

struct Rig {
    std::array<Card, 3> cards{};
    glm::vec3 skyTop{0}, skyBottom{0}, skyAxis{0, 1, 0};
    float wallMiddle = 0.3f, wallCorner = 0.1f;
};

/// Cards that light a body inside the ball of `reachMm` round `middle`. @throws Error (usage) naming the known lights.
Rig rigNamed(const std::string& name, const Camera& camera, glm::vec3 middle, float reachMm);

/// Light from everywhere alike, of radiance 1 and without cards: what the furnace test burns in.
Rig evenRig();

}  // namespace inkheal::portrait
