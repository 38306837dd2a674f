#version 460
#extension GL_GOOGLE_include_directive : require
// The flare round a fresh wound, on the coarse grid: what nerves gather of its call, and what they make of it.
#include "shared/language.h"
#include "healing/step.h"
#include "healing/decay_laws.h"
#include "healing/inflame_laws.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { FlareInputs inputs; };
layout(set = 0, binding = 0, rg32f) uniform image2D mediator;

void main() {
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy);
    if (any(greaterThanEqual(texel, imageSize(mediator)))) return;
    vec2 both = imageLoad(mediator, texel).rg;
    float call = inputs.gathered > 0 ? flared(both.r) : flareGathers(both.r);
    imageStore(mediator, texel, vec4(call, both.g, 0.0, 0.0));
}
