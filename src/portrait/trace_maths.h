#pragma once
// The structs and laws of the reference's paths for C++.
// Include it instead of the headers below shaders/, which need a namespace round them.

#include "portrait/shot_laws.h"
#include "skin/optics.h"

namespace inkheal::portrait {

#include "portrait/trace_step.h"

namespace law::trace {
using namespace inkheal::skin::law;
using frame::fresnel;
using frame::ggxDensity;
using frame::smithVisibility;
using real = double;
#include "portrait/trace_laws.h"
}  // namespace law::trace

}  // namespace inkheal::portrait
