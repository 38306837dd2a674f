#version 460
#extension GL_GOOGLE_include_directive : require
// New epidermis grows in, and young corneum over it.
#include "shared/language.h"
#include "healing/step.h"
#include "healing/decay_laws.h"
#include "healing/close_laws.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { StepInputs inputs; };
layout(set = 0, binding = 0, rgba32f) uniform image2D epidermis;

void main() {
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy);
    if (any(greaterThanEqual(texel, imageSize(epidermis)))) return;
    vec4 skin = imageLoad(epidermis, texel);
    if (skin.w <= 0.0) return;
    float integrity = integrityAfter(skin.x, inputs.moisture, inputs.closing * inputs.days);
    Young young = youngAfter(Young(skin.y, skin.z), integrity - skin.x, inputs.turnover, inputs.days);
    imageStore(epidermis, texel, vec4(integrity, young.growing, young.corneum, skin.w));
}
