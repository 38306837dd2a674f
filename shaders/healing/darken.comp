#version 460
#extension GL_GOOGLE_include_directive : require
// Pigment cells answer the blood of the wound; what they make rises and is seen weeks later.
#include "shared/language.h"
#include "healing/step.h"
#include "healing/decay_laws.h"
#include "healing/darken_laws.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { DarkenInputs inputs; };
layout(set = 0, binding = 0, rgba32f) uniform readonly image2D wound;
layout(set = 0, binding = 1, rgba32f) uniform image2D ink;
layout(set = 0, binding = 2, rgba32f) uniform image2D film;

void main() {
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy);
    if (any(greaterThanEqual(texel, imageSize(wound)))) return;
    vec4 shares = imageLoad(ink, texel), f = imageLoad(film, texel);
    Darkening next = darkeningAfter(Darkening(shares.w, f.w), imageLoad(wound, texel).y, inputs.prone, inputs.days);
    imageStore(ink, texel, vec4(shares.xyz, next.rising));
    imageStore(film, texel, vec4(f.xyz, next.seen));
}
