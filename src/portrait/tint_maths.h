#pragma once
// The tint's structs and laws for C++.
// Include it instead of the headers below shaders/, which need a namespace round them.

#include "shared/language.h"

namespace inkheal::portrait {

using language::uint;
using language::vec2;
using language::vec4;
#include "portrait/tint_step.h"

namespace law {
using namespace inkheal::language;
using real = double;
#include "portrait/tint_laws.h"
}  // namespace law

}  // namespace inkheal::portrait
