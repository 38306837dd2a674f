#version 460
#extension GL_GOOGLE_include_directive : require
// One direction of the Gaussian reach of ink: how far round it light that it takes is missed. After the last direction its
// transmittance.
#include "shared/language.h"
#include "portrait/tint_step.h"
#include "portrait/tint_laws.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { BlurInputs inputs; };
layout(set = 0, binding = 0, rgba16f) uniform readonly image2D from;  // optical depth; a: mm of tissue over the ink
layout(set = 0, binding = 1, rgba16f) uniform writeonly image2D to;

void main() {
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy);
    ivec2 size = imageSize(from);
    if (any(greaterThanEqual(texel, size))) return;
    vec3 sum = vec3(0.0), total = vec3(0.0);
    for (int i = -inputs.reach; i <= inputs.reach; ++i) {
        float distanceMm = float(i) * inputs.texelMm;
        vec3 weight = vec3(gaussianWeight(distanceMm, inputs.scale.r), gaussianWeight(distanceMm, inputs.scale.g),
                           gaussianWeight(distanceMm, inputs.scale.b));
        ivec2 at = clamp(texel + i * ivec2(inputs.stepX, inputs.stepY), ivec2(0), size - 1);
        sum += weight * imageLoad(from, at).rgb;
        total += weight;
    }
    vec3 depth = sum / total;
    imageStore(to, texel, vec4(inputs.stepY != 0 ? exp(-depth) : depth, imageLoad(from, texel).a));
}
