#version 460
#extension GL_GOOGLE_include_directive : require
// The mean of the sub-frames as sRGB or Display P3, rounded with a little noise against bands.
#include "shared/language.h"
#include "portrait/develop_laws.h"
#include "portrait/frame_step.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { PrintInputs inputs; };
layout(set = 0, binding = 0, rgba32f) uniform readonly image2D picture;
layout(set = 0, binding = 1, rgba8) uniform writeonly image2D paper;

void main() {
    ivec2 pixel = ivec2(gl_GlobalInvocationID.xy);
    if (any(greaterThanEqual(pixel, imageSize(picture)))) return;
    vec4 sum = imageLoad(picture, pixel);
    vec3 mean = sum.rgb / sum.a;
    mean *= expanded(max(mean.r, max(mean.g, mean.b)), inputs.calm);
    mean = mat3(inputs.balance) * mean;
    float peak = max(mean.r, max(mean.g, mean.b)), shown = shoulder(peak);
    mean = mix(mean * (shown / max(peak, 1e-6)), vec3(shown), bleached(peak, shown));
    if (inputs.gamut == 1) mean = displayP3(mean);
    float x = float(pixel.x), y = float(pixel.y);
    vec3 grain = vec3(pixelNoise(x, y), pixelNoise(x + 47.0, y + 17.0), pixelNoise(x + 89.0, y + 61.0)) - 0.5;
    vec3 code = vec3(srgbEncoded(mean.r), srgbEncoded(mean.g), srgbEncoded(mean.b)) + grain / 255.0;
    imageStore(paper, pixel, vec4(clamp(code, 0.0, 1.0), 1.0));
}
