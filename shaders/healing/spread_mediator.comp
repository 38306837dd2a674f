#version 460
#extension GL_GOOGLE_include_directive : require
// One direction of the spread of the mediator on the coarse grid; nothing crosses its border.
#include "shared/language.h"
#include "healing/step.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { SpreadInputs inputs; };
layout(set = 0, binding = 0, std430) readonly buffer Weights { float weight[]; };
layout(set = 0, binding = 1, r32f) uniform readonly image2D from;
layout(set = 0, binding = 2, r32f) uniform writeonly image2D to;

void main() {
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy), size = imageSize(to);
    if (any(greaterThanEqual(texel, size))) return;
    ivec2 direction = ivec2(inputs.stepX, inputs.stepY);
    float sum = imageLoad(from, texel).r * weight[0];
    for (int n = 1; n <= inputs.reach; ++n) {
        ivec2 up = texel + n * direction, down = texel - n * direction;
        up = max(min(up, 2 * size - 1 - up), ivec2(0));
        down = min(max(down, -1 - down), size - 1);
        sum += (imageLoad(from, up).r + imageLoad(from, down).r) * weight[n];
    }
    imageStore(to, texel, vec4(sum * inputs.decay, 0.0, 0.0, 0.0));
}
