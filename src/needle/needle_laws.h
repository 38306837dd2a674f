#pragma once
// The needle's structs and laws for C++; the laws in double for tests.
// Include it instead of the headers below shaders/, which need a namespace round them.

#include "shared/language.h"

namespace inkheal::needle {

using language::uint;
using language::vec2;
using language::vec4;
#include "needle/step.h"

namespace law {
using namespace inkheal::language;
using real = double;
#include "needle/depth_laws.h"
#include "needle/laws.h"
}  // namespace law

}  // namespace inkheal::needle
