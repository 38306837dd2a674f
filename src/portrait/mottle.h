#pragma once
// How skin differs over a limb: patches of blood, spots of melanin, veins, palms, soles and nails, as factors on the
// skin's reflectance. Changes in chromophores, not paint; they follow the body, so a tattoo shows through the same skin
// it lies in.

#include <glm/glm.hpp>
#include <vector>

#include "body/mesh.h"
#include "body/veins.h"
#include "skin/complexion.h"

namespace inkheal::portrait {

/// A factor per vertex (linear Rec. 709) on the reflectance of `skin`, over these veins; w is the nail.
std::vector<glm::vec4> mottling(const body::Mesh& mesh, const std::vector<body::VeinNearby>& veins,
                                const skin::Complexion& skin);

}  // namespace inkheal::portrait
