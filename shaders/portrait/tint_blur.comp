#version 460
#extension GL_GOOGLE_include_directive : require
// One direction of the blur by tissue above the ink: an exponential line spread, as wide as the ink lies deep at this texel.
#include "shared/language.h"
#include "skin/optics_laws.h"
#include "portrait/tint_step.h"
#include "portrait/tint_laws.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { BlurInputs inputs; };
layout(set = 0, binding = 0, rgba16f) uniform readonly image2D sharp;  // a: depth
layout(set = 0, binding = 1, rgba16f) uniform readonly image2D above;  // a: cover
layout(set = 0, binding = 2, rgba16f) uniform readonly image2D outer;  // multiplies after the last direction
layout(set = 0, binding = 3, rgba16f) uniform writeonly image2D soft;  // a: depth, or cover after the last direction

void main() {
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy);
    ivec2 size = imageSize(sharp);
    if (any(greaterThanEqual(texel, size))) return;
    vec4 own = imageLoad(sharp, texel);
    vec3 ratio = vec3(fallOff(inputs.texelMm, veilBlurMm(own.a, inputs.scale.r)), fallOff(inputs.texelMm, veilBlurMm(own.a, inputs.scale.g)),
                      fallOff(inputs.texelMm, veilBlurMm(own.a, inputs.scale.b)));
    vec3 centre = vec3(centreWeight(ratio.r), centreWeight(ratio.g), centreWeight(ratio.b));
    vec3 weight = vec3(neighbourWeight(ratio.r), neighbourWeight(ratio.g), neighbourWeight(ratio.b));
    vec3 sum = own.rgb * centre, total = centre;
    ivec2 step = ivec2(inputs.stepX, inputs.stepY);
    for (int i = 1; i <= inputs.reach; ++i) {
        vec3 left = imageLoad(sharp, clamp(texel - i * step, ivec2(0), size - 1)).rgb;
        vec3 right = imageLoad(sharp, clamp(texel + i * step, ivec2(0), size - 1)).rgb;
        sum += weight * (left + right);
        total += 2.0 * weight;
        weight *= ratio;
    }
    vec3 light = sum / total;
    float kept = own.a;
    if (inputs.stepY != 0) {
        light *= imageLoad(outer, texel).rgb;
        kept = imageLoad(above, texel).a;
    }
    imageStore(soft, texel, vec4(light, kept));
}
