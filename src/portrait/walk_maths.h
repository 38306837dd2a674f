#pragma once
// The walk's structs and laws for C++.
// Include it instead of the headers below shaders/, which need a namespace round them.

#include "portrait/tint_maths.h"

namespace inkheal::portrait {

#include "portrait/walk_step.h"

namespace law::walk {
#include "portrait/walk_laws.h"
}  // namespace law::walk

}  // namespace inkheal::portrait
