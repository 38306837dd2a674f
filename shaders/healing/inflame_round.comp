#version 460
#extension GL_GOOGLE_include_directive : require
// Blood and swelling of the skin round the piece, on the coarse grid, which goes further than the fine one.
#include "shared/language.h"
#include "healing/step.h"
#include "healing/decay_laws.h"
#include "healing/inflame_laws.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { StepInputs inputs; };
layout(set = 0, binding = 0, rg32f) uniform readonly image2D mediator;
layout(set = 0, binding = 1, rg32f) uniform image2D surround;

void main() {
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy);
    if (any(greaterThanEqual(texel, imageSize(surround)))) return;
    vec2 both = imageLoad(mediator, texel).rg, now = imageLoad(surround, texel).rg;
    float call = mediatorFelt(both.r, both.g);
    now = vec2(bloodAfter(now.r, call, inputs.pace, inputs.days), swellingAfter(now.g, call, inputs.pace, inputs.days));
    imageStore(surround, texel, vec4(now, 0.0, 0.0));
}
