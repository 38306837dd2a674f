#pragma once
// The laws and structs of the frame for C++: structs as the kernels read them, laws in double.

#include "shared/language.h"

namespace inkheal::portrait {

namespace law {
using namespace inkheal::language;
using real = double;
#include "portrait/light_laws.h"
#include "portrait/person_laws.h"
}  // namespace law

using language::mat4;
using language::uint;
using language::vec2;
using language::vec4;
#include "portrait/scene_step.h"

}  // namespace inkheal::portrait
