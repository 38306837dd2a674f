#version 460
#extension GL_GOOGLE_include_directive : require
// A wash: plasma and some gel go.
#include "shared/language.h"
#include "healing/step.h"
#include "healing/decay_laws.h"
#include "healing/crust_laws.h"
#include "healing/ink_laws.h"
#include "skin/relief_laws.h"
#include "healing/event_laws.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { RinseInputs inputs; };
layout(set = 0, binding = 0, rgba32f) uniform image2D film;

void main() {
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy);
    if (any(greaterThanEqual(texel, imageSize(film)))) return;
    vec4 f = imageLoad(film, texel);
    if (f.x <= 0.0 && f.y <= 0.0) return;
    imageStore(film, texel, vec4(f.x * plasmaAfterWash(inputs.amount), f.y * gelAfterWash(inputs.amount), f.zw));
}
