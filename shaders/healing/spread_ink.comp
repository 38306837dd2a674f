#version 460
#extension GL_GOOGLE_include_directive : require
// One direction of the spread of captured ink; nothing crosses the border of the chart.
#include "shared/language.h"
#include "healing/step.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { SpreadInputs inputs; };
layout(set = 0, binding = 0, std430) readonly buffer Weights { float weight[]; };
layout(set = 0, binding = 1, rgba32f) uniform readonly image2DArray from;
layout(set = 0, binding = 2, rgba32f) uniform writeonly image2DArray to;

void main() {
    ivec3 texel = ivec3(gl_GlobalInvocationID.xyz);
    ivec3 size = imageSize(to);
    if (any(greaterThanEqual(texel, size))) return;
    ivec2 direction = ivec2(inputs.stepX, inputs.stepY);
    vec4 sum = imageLoad(from, texel) * weight[0];
    for (int n = 1; n <= inputs.reach; ++n) {
        // Mirrored at the border, so that ink is neither lost nor made there.
        ivec2 up = texel.xy + n * direction, down = texel.xy - n * direction;
        up = min(up, 2 * size.xy - 1 - up);
        down = max(down, -1 - down);
        sum += (imageLoad(from, ivec3(up, texel.z)) + imageLoad(from, ivec3(down, texel.z))) * weight[n];
    }
    imageStore(to, texel, sum * inputs.decay);
}
