#version 460
#extension GL_GOOGLE_include_directive : require
// The mean of the sub-frames as sRGB, with half a step of noise against bands.
#include "shared/language.h"
#include "portrait/light_laws.h"
#include "portrait/scene_step.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { PixelInputs inputs; };
layout(set = 0, binding = 0, rgba32f) uniform readonly image2D picture;
layout(set = 0, binding = 1, rgba8) uniform writeonly image2D print;

void main() {
    ivec2 pixel = ivec2(gl_GlobalInvocationID.xy);
    if (any(greaterThanEqual(pixel, ivec2(inputs.width, inputs.height)))) return;
    vec4 sum = imageLoad(picture, pixel);
    vec3 mean = sum.rgb / max(sum.a, 1.0);
    vec3 grain = vec3(latticeHash(pixel.x, pixel.y, 1), latticeHash(pixel.x, pixel.y, 2), latticeHash(pixel.x, pixel.y, 3)) - 0.5;
    vec3 code = vec3(encoded(mean.r), encoded(mean.g), encoded(mean.b)) + grain / 255.0;
    imageStore(print, pixel, vec4(clamp(code, 0.0, 1.0), 1.0));
}
