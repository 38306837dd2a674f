#version 460
#extension GL_GOOGLE_include_directive : require
// How closed the skin will be in the middle of the step, averaged over each texel of the grid on which cells migrate.
#include "shared/language.h"
#include "healing/step.h"
#include "healing/decay_laws.h"
#include "healing/close_laws.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { StepInputs inputs; };
layout(set = 0, binding = 0, rg32f) uniform readonly image2D before;  // x integrity round about, y here: half a step ago
layout(set = 0, binding = 1, r32f) uniform readonly image2D pores;
layout(set = 0, binding = 2, rgba32f) uniform readonly image2D epidermis;
layout(set = 0, binding = 3, rg32f) uniform writeonly image2D mean;  // twice: one to be spread, one to stay

void main() {
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy);
    if (any(greaterThanEqual(texel, imageSize(mean)))) return;
    vec2 last = imageLoad(before, texel).rg;
    ivec2 first = texel * inputs.block, past = min(first + inputs.block, imageSize(epidermis));
    float sum = 0.0;
    for (int y = first.y; y < past.y; ++y)
        for (int x = first.x; x < past.x; ++x) {
            vec4 skin = imageLoad(epidermis, ivec2(x, y));
            if (skin.w > 0.0)
                sum += integrityNear(skin.x, inputs.moisture, imageLoad(pores, ivec2(x, y)).r, last.x - last.y, 0.5 * inputs.closing * inputs.days);
            else
                sum += 1.0;
        }
    imageStore(mean, texel, vec4(sum / float((past.x - first.x) * (past.y - first.y))));
}
