#version 460
#extension GL_GOOGLE_include_directive : require
// One direction of the spread of what x holds of a coarse grid, mediator or integrity; nothing crosses its border, and
// what y holds stays.
#include "shared/language.h"
#include "healing/step.h"
#include "healing/grid_laws.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { SpreadInputs inputs; };
layout(set = 0, binding = 0, std430) readonly buffer Weights { float weight[]; };
layout(set = 0, binding = 1, rg32f) uniform readonly image2D from;
layout(set = 0, binding = 2, rg32f) uniform writeonly image2D to;

void main() {
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy), size = imageSize(to);
    if (any(greaterThanEqual(texel, size))) return;
    ivec2 direction = ivec2(inputs.stepX, inputs.stepY), across = texel * (1 - direction);
    int along = inputs.stepX > 0 ? texel.x : texel.y, length = inputs.stepX > 0 ? size.x : size.y;
    vec2 own = imageLoad(from, texel).rg;
    float sum = own.r * weight[0];
    for (int n = 1; n <= inputs.reach; ++n) {
        ivec2 up = across + direction * mirrored(along + n, length);
        ivec2 down = across + direction * mirrored(along - n, length);
        sum += (imageLoad(from, up).r + imageLoad(from, down).r) * weight[n];
    }
    imageStore(to, texel, vec4(vec2(sum, own.g) * inputs.decay, 0.0, 0.0));
}
