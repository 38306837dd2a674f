#version 460
#extension GL_GOOGLE_include_directive : require
// Light that has crossed the ink on its way in, averaged onto the coarse grid of the wide kernel.
#include "shared/language.h"
#include "portrait/frame_step.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { PieceInputs inputs; };
layout(set = 0, binding = 0) uniform sampler2D seen;
layout(set = 0, binding = 1, rgba16f) uniform readonly image2D light;
layout(set = 0, binding = 2, rgba16f) uniform writeonly image2D crossed;  // a: share of skin

void main() {
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy);
    if (any(greaterThanEqual(texel, imageSize(crossed)))) return;
    ivec2 fine = imageSize(light);
    float level = log2(max(inputs.lightTexelMm / inputs.texelMm, 1.0));
    vec4 sum = vec4(0.0);
    for (int j = 0; j < inputs.ratio; ++j)
        for (int i = 0; i < inputs.ratio; ++i) {
            ivec2 at = min(texel * inputs.ratio + ivec2(i, j), fine - 1);
            vec4 here = imageLoad(light, at);
            sum += vec4(here.rgb * textureLod(seen, (vec2(at) + 0.5) / vec2(fine), level).rgb, 1.0) * here.a;
        }
    imageStore(crossed, texel, sum / float(inputs.ratio * inputs.ratio));
}
