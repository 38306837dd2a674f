#pragma once
// The laws of the skin's surface and lasting structure, in double. The optics have theirs in skin/optics.h; take one or
// the other.

#include "shared/language.h"

namespace inkheal::skin::truth {

using namespace inkheal::language;
using real = double;
#include "skin/relief_laws.h"
#include "skin/surface_laws.h"

}  // namespace inkheal::skin::truth
