#version 460
#extension GL_GOOGLE_include_directive : require
// Averages what is seen of the ink onto the coarse grid of the wide kernel.
#include "shared/language.h"
#include "portrait/tint_step.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { TintInputs inputs; };
layout(set = 0, binding = 0, rgba16f) uniform readonly image2D seen;
layout(set = 0, binding = 1, rgba16f) uniform writeonly image2D coarse;

void main() {
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy);
    if (any(greaterThanEqual(texel, imageSize(coarse)))) return;
    ivec2 last = imageSize(seen) - 1;
    vec3 sum = vec3(0.0);
    for (int j = 0; j < inputs.coarseTexels; ++j)
        for (int i = 0; i < inputs.coarseTexels; ++i)
            sum += imageLoad(seen, min(texel * inputs.coarseTexels + ivec2(i, j), last)).rgb;
    imageStore(coarse, texel, vec4(sum / float(inputs.coarseTexels * inputs.coarseTexels), 1.0));
}
