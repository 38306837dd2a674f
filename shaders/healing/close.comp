#version 460
#extension GL_GOOGLE_include_directive : require
// New epidermis grows in, faster where the skin round about is ahead, and young corneum over it.
#include "shared/language.h"
#include "healing/step.h"
#include "healing/decay_laws.h"
#include "healing/close_laws.h"
#include "healing/between.glsl"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { StepInputs inputs; };
layout(set = 0, binding = 0) uniform sampler2D before;  // x integrity round about, y here: in the middle of the last step
layout(set = 0, binding = 1) uniform sampler2D around;  // the same in the middle of this one
layout(set = 0, binding = 2, r32f) uniform readonly image2D pores;
layout(set = 0, binding = 3, rgba32f) uniform image2D epidermis;
layout(set = 0, binding = 4, r32f) uniform writeonly image2D halfway;  // integrity in the middle of this step

void main() {
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy);
    if (any(greaterThanEqual(texel, imageSize(epidermis)))) return;
    vec4 skin = imageLoad(epidermis, texel);
    if (skin.w <= 0.0) {
        imageStore(halfway, texel, vec4(1.0));
        return;
    }
    vec2 place = (vec2(texel) + 0.5) / float(inputs.block);
    vec2 last = between(before, place);
    float here = imageLoad(pores, texel).r;
    float middle = integrityNear(skin.x, inputs.moisture, here, last.x - last.y, 0.5 * inputs.closing * inputs.days);
    float surplus = between(around, place).r - middle;
    float integrity = integrityNear(skin.x, inputs.moisture, here, surplus, inputs.closing * inputs.days);
    Young young = youngAfter(Young(skin.y, skin.z), integrity - skin.x, inputs.turnover, inputs.days);
    imageStore(halfway, texel, vec4(middle));
    imageStore(epidermis, texel, vec4(integrity, young.growing, young.corneum, skin.w));
}
