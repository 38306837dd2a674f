#pragma once
// How skin differs over a limb: patches of blood, spots of melanin, palms, soles and nails, as factors on the skin's
// reflectance. Small changes in chromophores, not paint; they follow the body, so a tattoo shows through the same skin
// it lies in.

#include <glm/glm.hpp>
#include <vector>

#include "body/mesh.h"

namespace inkheal::portrait {

/// A factor per vertex for skin whose untouched reflectance is `bare` (linear Rec. 709); w is the nail.
std::vector<glm::vec4> mottling(const body::Mesh& mesh, glm::vec3 bare);

}  // namespace inkheal::portrait
