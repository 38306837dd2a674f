#version 460
#extension GL_GOOGLE_include_directive : require
// One direction of a Gaussian part of the wide kernel on the coarse grid; where the skin ends its weight goes to the rest.
#include "shared/language.h"
#include "portrait/tint_laws.h"
#include "portrait/frame_step.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { SpreadInputs inputs; };
layout(set = 0, binding = 0, std430) readonly buffer Pieces { LaidPiece pieces[]; };
layout(set = 0, binding = 1, rgba16f) uniform readonly image2DArray from;
layout(set = 0, binding = 2, rgba16f) uniform readonly image2DArray crossed;
layout(set = 0, binding = 3, rgba16f) uniform readonly image2DArray middle;
layout(set = 0, binding = 4, rgba16f) uniform writeonly image2DArray to;

void main() {
    ivec3 texel = ivec3(gl_GlobalInvocationID);
    ivec2 size = ivec2(pieces[texel.z].coarseWidth, pieces[texel.z].coarseHeight);
    if (any(greaterThanEqual(texel.xy, size))) return;
    float texelMm = pieces[texel.z].lightTexelMm;
    ivec2 step = ivec2(inputs.alongX, 1 - inputs.alongX);
    vec3 wide = inputs.sigmaMm.rgb;
    // A Gaussian's next weight is this one times a ratio that itself falls by a constant ratio.
    vec3 ratio = vec3(gaussianWeight(texelMm, wide.r), gaussianWeight(texelMm, wide.g), gaussianWeight(texelMm, wide.b));
    vec3 falls = ratio * ratio, weight = ratio;
    vec4 own = imageLoad(from, texel);
    vec3 sum = own.rgb, total = vec3(own.a);
    float skin = own.a;
    for (int i = 1; i <= inputs.reach; ++i) {
        vec4 low = imageLoad(from, ivec3(clamp(texel.xy - i * step, ivec2(0), size - 1), texel.z));
        vec4 high = imageLoad(from, ivec3(clamp(texel.xy + i * step, ivec2(0), size - 1), texel.z));
        sum += weight * (low.rgb + high.rgb);
        total += weight * (low.a + high.a);
        skin += low.a + high.a;
        ratio *= falls;
        weight *= ratio;
    }
    skin /= float(2 * inputs.reach + 1);
    vec3 spread = sum / max(total, vec3(leastSkin));
    if (inputs.middle > 0.0) {
        vec4 near = imageLoad(crossed, texel), mid = imageLoad(middle, texel);
        float narrow = inputs.narrow * near.a;
        spread += narrow * (near.rgb - spread) + inputs.middle * (mid.rgb / max(mid.a, leastSkin) - spread);
    }
    // Premultiplied by the share of skin, so that the second direction weighs right.
    imageStore(to, texel, vec4(spread * skin, skin));
}
