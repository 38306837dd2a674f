#pragma once
// The studio's lights, as soft boxes round the site: data in assets/lights.json.

#include <glm/glm.hpp>
#include <string>
#include <vector>

#include "body/mesh.h"
#include "portrait/frame_laws.h"

namespace inkheal::portrait {

struct Lighting {
    std::string name;
    std::vector<Lamp> lamps;  // at most 4; the first casts shadows
    glm::vec3 skyUp{0.3f}, skyDown{0.15f};
    glm::vec3 backdrop{0.2f};
    float exposure = 1;
};

/// Lamps turned into the world about the focus: their data's x, y, z are the frame's. @throws Error (usage) naming the known lights.
Lighting lightingNamed(const std::string& name, const body::Frame& focus);

std::vector<std::string> lightNames();

}  // namespace inkheal::portrait
