#version 460
#extension GL_GOOGLE_include_directive : require
// The mean light of a reference's pixels as portrait/print reads it.
#include "shared/language.h"
#include "portrait/develop_laws.h"
#include "portrait/frame_step.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { SubFrameInputs inputs; };
layout(set = 0, binding = 0, rgba32f) uniform readonly image2D sums;
layout(set = 0, binding = 1, rgba32f) uniform writeonly image2D picture;

void main() {
    ivec2 pixel = ivec2(gl_GlobalInvocationID.xy);
    if (any(greaterThanEqual(pixel, imageSize(picture)))) return;
    vec4 sum = imageLoad(sums, pixel);
    vec3 mean = max(sum.rgb / max(sum.a, 1.0), vec3(0.0));
    imageStore(picture, pixel, vec4(mean * calmed(max(mean.r, max(mean.g, mean.b))), 1.0));
}
