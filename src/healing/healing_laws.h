#pragma once
// The laws and step structs that C++ and the kernels share, for C++: laws in double, structs as the kernels read them.

#include "shared/language.h"

namespace inkheal::healing {

namespace law {
using namespace inkheal::language;
using real = double;
#include "healing/laws.h"
}  // namespace law

using language::vec2;
using language::vec4;
#include "healing/step.h"

}  // namespace inkheal::healing
