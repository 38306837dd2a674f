#pragma once
// A light set up for one picture: cards round what the camera looks at, and the sky, exposed so that a white sheet that
// faces the camera shows about 0.8. The rig stands with the camera: turning the view turns the client, not the lights.

#include <array>
#include <string>

#include "portrait/camera.h"
#include "portrait/light.h"
#include "portrait/shot_laws.h"

namespace inkheal::portrait {

struct Rig {
    std::array<Card, 3> cards{};
    Sky sky{};
    std::shared_ptr<const SkyMap> map;
    glm::vec3 sheet{0};  // light of a white sheet that faces the camera
    float wallMiddle = 0.3f, wallCorner = 0.1f;
};

/// What a picture wants of its light beside which one it is.
struct RigWish {
    float turnDeg = 0;     // about the vertical; positive to the right
    float exposureEv = 0;  // over the metered one
};

/// Cards that light a body inside the ball of `reachMm` round `middle`.
Rig rigOf(const Light& light, const Camera& camera, glm::vec3 middle, float reachMm, const RigWish& wish = {});

/// That of a light by its name. @throws Error (usage) naming the known ones.
Rig rigNamed(const std::string& name, const Camera& camera, glm::vec3 middle, float reachMm);

/// Light from everywhere alike, of radiance 1 and without cards: what the furnace test burns in.
Rig evenRig();

/// Light on a white sheet of this normal, from all a rig has.
glm::dvec3 sheetLight(const Rig& rig, const glm::vec3& place, const glm::dvec3& normal);

}  // namespace inkheal::portrait
