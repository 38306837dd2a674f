#version 460
#extension GL_GOOGLE_include_directive : require
// One direction of the spread of captured ink; nothing crosses the border of the chart. Each texel's ink spreads by the
// metric of its own place, between two heat kernels, so that nothing is made or lost.
#include "shared/language.h"
#include "healing/step.h"
#include "healing/grid_laws.h"
#include "healing/decay_laws.h"
#include "healing/ink_laws.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { SpreadInputs inputs; };
layout(set = 0, binding = 0, std430) readonly buffer Weights { float weight[]; };
layout(set = 0, binding = 1, rgba32f) uniform readonly image2DArray from;
layout(set = 0, binding = 2, rgba32f) uniform writeonly image2DArray to;
layout(set = 0, binding = 3, rg32f) uniform readonly image2D metric;

/// What comes from `there`, n texels away.
vec4 coming(ivec3 there, int n) {
    vec4 ink = imageLoad(from, there);
    if (inputs.metricRange <= 0.0) return ink * weight[n];
    float own = dot(imageLoad(metric, there.xy).rg, vec2(inputs.stepX, inputs.stepY));
    return ink * mix(weight[n], weight[inputs.reach + 1 + n], kernelShare(own, inputs.leastMetric, inputs.metricRange));
}

void main() {
    ivec3 texel = ivec3(gl_GlobalInvocationID.xyz);
    ivec3 size = imageSize(to);
    if (any(greaterThanEqual(texel, size))) return;
    ivec2 direction = ivec2(inputs.stepX, inputs.stepY), across = texel.xy * (1 - direction);
    int along = inputs.stepX > 0 ? texel.x : texel.y, length = inputs.stepX > 0 ? size.x : size.y;
    vec4 sum = coming(texel, 0);
    for (int n = 1; n <= inputs.reach; ++n) {
        ivec2 up = across + direction * mirrored(along + n, length);
        ivec2 down = across + direction * mirrored(along - n, length);
        sum += coming(ivec3(up, texel.z), n) + coming(ivec3(down, texel.z), n);
    }
    imageStore(to, texel, sum * inputs.decay);
}
