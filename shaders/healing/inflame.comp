#version 460
#extension GL_GOOGLE_include_directive : require
// Injury calls blood and water: excess blood and swelling follow the mediator, which comes from the coarse grid.
#include "shared/language.h"
#include "healing/step.h"
#include "healing/decay_laws.h"
#include "healing/inflame_laws.h"
#include "healing/between.glsl"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { StepInputs inputs; };
layout(set = 0, binding = 0) uniform sampler2D mediator;
layout(set = 0, binding = 1, rgba32f) uniform readonly image2D epidermis;
layout(set = 0, binding = 2, rgba32f) uniform image2D wound;

void main() {
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy);
    if (any(greaterThanEqual(texel, imageSize(wound)))) return;
    vec2 mm = inputs.fineOriginMm + (vec2(texel) + 0.5) * inputs.fineTexelMm;
    vec2 both = between(mediator, (mm - inputs.coarseOriginMm) / inputs.coarseTexelMm);
    float now = mediatorFelt(both.r, both.g);
    float call = now;
    if (inputs.burn > 0.0) call = withBurn(now, inputs.burn * imageLoad(epidermis, texel).w, inputs.days);
    vec4 w = imageLoad(wound, texel);
    w.y = bloodAfter(w.y, call, inputs.pace, inputs.days);
    w.z = swellingAfter(w.z, call, inputs.pace, inputs.days);
    w.x = mediatorAfter(now, inputs.pace * inputs.days);
    imageStore(wound, texel, w);
}
