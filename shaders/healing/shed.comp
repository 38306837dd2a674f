#version 460
#extension GL_GOOGLE_include_directive : require
// Dead cells rise to the surface and leave as scales.
#include "shared/language.h"
#include "healing/step.h"
#include "healing/decay_laws.h"
#include "healing/close_laws.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { StepInputs inputs; };
layout(set = 0, binding = 0, rgba32f) uniform image2D debris;

void main() {
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy);
    if (any(greaterThanEqual(texel, imageSize(debris)))) return;
    vec4 d = imageLoad(debris, texel);
    if (d == vec4(0.0)) return;
    Debris next = debrisAfter(Debris(d.x, d.y, d.z, d.w), inputs.moisture, inputs.pace * inputs.days);
    imageStore(debris, texel, vec4(next.dead, next.first, next.second, next.lifted));
}
