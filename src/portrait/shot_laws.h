#pragma once
// The frame's structs and laws for C++: structs as the kernels read them, laws in double.
// Include it instead of the headers below shaders/, which need a namespace round them.

#include <glm/glm.hpp>

#include "portrait/tint_maths.h"

namespace inkheal::portrait {

using language::mat4;
using language::uint;
using language::vec2;
using language::vec4;
#include "portrait/frame_step.h"
#include "portrait/hair_step.h"

namespace law::frame {
using vec2 = glm::dvec2;
using vec3 = glm::dvec3;
using glm::cross;
using glm::dot;
using glm::length;
using glm::normalize;
#include "portrait/bare_laws.h"
#include "portrait/card_laws.h"
#include "portrait/crease_laws.h"
#include "portrait/develop_laws.h"
#include "portrait/gloss_laws.h"
#include "portrait/hair_laws.h"
#include "portrait/mirrored_card_laws.h"
#include "portrait/mirrored_laws.h"
#include "portrait/pixel_laws.h"
#include "portrait/scatter_laws.h"
#include "portrait/shadow_laws.h"
#include "portrait/sky_laws.h"
#include "portrait/table_laws.h"
}  // namespace law::frame

}  // namespace inkheal::portrait
