#version 460
#extension GL_GOOGLE_include_directive : require
// Tells hairlines and dots from solids, and so how far the ink of each texel will reach.
#include "shared/language.h"
#include "needle/laws.h"
#include "needle/step.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { NeedleInputs inputs; };
layout(set = 0, binding = 0, rgba32f) uniform readonly image2D load;
layout(set = 0, binding = 1, rgba32f) uniform writeonly image2D spread;  // x load as marked, y reach mm, z marked over drawn, w solidness

void main() {
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy);
    ivec2 size = imageSize(load);
    if (any(greaterThanEqual(texel, size))) return;
    vec2 own = imageLoad(load, texel).xy;
    if (own.x < 1e-3) {
        imageStore(spread, texel, vec4(0.0));
        return;
    }
    float sum = 0.0, count = 0.0, most = own.x;
    float radius = 0.5 * inputs.footprintMm / inputs.texelMm;
    for (int j = -inputs.reach; j <= inputs.reach; ++j)
        for (int i = -inputs.reach; i <= inputs.reach; ++i) {
            if (float(i * i + j * j) > radius * radius) continue;
            ivec2 at = texel + ivec2(i, j);
            float there = any(lessThan(at, ivec2(0))) || any(greaterThanEqual(at, size)) ? 0.0 : imageLoad(load, at).x;
            sum += there;
            most = max(most, there);
            count += 1.0;
        }
    float solid = solidness(sum / count, most);
    float marked = markedCover(own.y, solid) / max(own.y, 1e-3);
    float marks = own.x * marked;
    float reach = reachMm(solid, marks, inputs.footprintMm, inputs.lineDilationMm, inputs.solidDilationMm);
    imageStore(spread, texel, vec4(marks, reach, marked, solid));
}
