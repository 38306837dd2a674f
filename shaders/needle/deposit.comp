#version 460
#extension GL_GOOGLE_include_directive : require
// Lays the drawn doses into the skin: each texel takes its own, or that of a neighbour whose ink reaches it with more,
// and with the ink the work that it took.
#include "shared/language.h"
#include "needle/laws.h"
#include "needle/step.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { NeedleInputs inputs; };
layout(set = 0, binding = 0, rgba32f) uniform readonly image2DArray drawn;
layout(set = 0, binding = 1, rgba32f) uniform readonly image2D load;
layout(set = 0, binding = 2, rgba32f) uniform readonly image2D spread;
layout(set = 0, binding = 3, rgba32f) uniform writeonly image2DArray dose;
layout(set = 0, binding = 4, rgba32f) uniform writeonly image2D work;  // x holes' area over the skin's, y solidness, z deltaE

void main() {
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy);
    ivec2 size = imageSize(spread);
    if (any(greaterThanEqual(texel, size))) return;
    vec4 own = imageLoad(spread, texel);
    float most = own.x;
    float scale = own.z;
    ivec2 from = texel;
    for (int j = -inputs.reach; j <= inputs.reach; ++j)
        for (int i = -inputs.reach; i <= inputs.reach; ++i) {
            ivec2 at = texel + ivec2(i, j);
            if (any(lessThan(at, ivec2(0))) || any(greaterThanEqual(at, size))) continue;
            vec4 there = imageLoad(spread, at);
            if (there.x <= most) continue;
            float share = arriving(length(vec2(i, j)) * inputs.texelMm, there.y, inputs.texelMm);
            if (there.x * share <= most) continue;
            most = there.x * share;
            scale = there.z * share;
            from = at;
        }
    for (int layer = 0; layer < inputs.layers; ++layer)
        imageStore(dose, ivec3(texel, layer), imageLoad(drawn, ivec3(from, layer)) * scale);
    vec2 made = imageLoad(load, from).zw;  // worked share, deltaE
    float solid = imageLoad(spread, from).w;
    float holes = made.x * scale * mix(inputs.lineHoles, inputs.solidHoles, solid);
    imageStore(work, texel, vec4(holes, solid, most > 0.0 ? made.y : 0.0, 0.0));
}
