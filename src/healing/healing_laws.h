#pragma once
// The laws and step structs that C++ and the kernels share, for C++: laws in double (namespace law), structs as the
// kernels read them. For the stepper, the reference and the tests.

#include "shared/language.h"

namespace inkheal::healing {

namespace law {
using namespace inkheal::language;
using real = double;
#include "healing/decay_laws.h"
// What the others need comes first.
#include "healing/close_laws.h"
#include "healing/crust_laws.h"
#include "healing/darken_laws.h"
#include "healing/ink_laws.h"
#include "skin/relief_laws.h"
// And what needs them.
#include "healing/event_laws.h"
#include "healing/grid_laws.h"
#include "healing/inflame_laws.h"
#include "skin/grid_laws.h"
}  // namespace law

using language::vec2;
using language::vec4;
#include "healing/step.h"

}  // namespace inkheal::healing
