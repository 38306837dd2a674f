#version 460
#extension GL_GOOGLE_include_directive : require
// One direction of the wide kernel's Gaussian part on the coarse grid; where the skin ends its weight goes to the rest.
#include "shared/language.h"
#include "portrait/tint_laws.h"
#include "portrait/frame_step.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { PieceInputs inputs; };
layout(set = 0, binding = 0, rgba16f) uniform readonly image2D from;
layout(set = 0, binding = 1, rgba16f) uniform writeonly image2D to;

void main() {
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy), size = imageSize(from);
    if (any(greaterThanEqual(texel, size))) return;
    ivec2 step = ivec2(inputs.ratio, 1 - inputs.ratio);
    float texelMm = inputs.lightTexelMm;
    vec3 sum = vec3(0.0), total = vec3(0.0);
    float skin = 0.0, taps = 0.0;
    for (int i = -inputs.reach; i <= inputs.reach; ++i) {
        ivec2 at = clamp(texel + i * step, ivec2(0), size - 1);
        vec4 there = imageLoad(from, at);
        float distance_ = float(i) * texelMm;
        vec3 weight = vec3(gaussianWeight(distance_, wideSigmaMm(wideRedMm)), gaussianWeight(distance_, wideSigmaMm(wideGreenMm)),
                           gaussianWeight(distance_, wideSigmaMm(wideBlueMm)));
        sum += weight * there.rgb;
        total += weight * there.a;
        skin += there.a;
        taps += 1.0;
    }
    skin /= taps;
    // Premultiplied by the share of skin, so that the second direction weighs right.
    imageStore(to, texel, vec4(sum / max(total, vec3(1e-4)) * skin, skin));
}
