#version 460
#extension GL_GOOGLE_include_directive : require
// Lights what the pixels see and adds it, printed, to the picture.
#include "shared/language.h"
#include "portrait/light_laws.h"
#include "portrait/scene_step.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { PixelInputs inputs; };
layout(set = 0, binding = 0, std430) readonly buffer Frame { Scene scene; };
layout(set = 0, binding = 1, rgba32f) uniform readonly image2D place;
layout(set = 0, binding = 2, rgba16f) uniform readonly image2D colour;
layout(set = 0, binding = 3, rgba16f) uniform readonly image2D shape;
layout(set = 0, binding = 4, rgba16f) uniform readonly image2D smooth_;
layout(set = 0, binding = 5, rgba16f) uniform readonly image2D coat;
layout(set = 0, binding = 6) uniform sampler2D shadow;
layout(set = 0, binding = 7, rgba32f) uniform image2D picture;

#include "portrait/lit.glsl"

void main() {
    ivec2 pixel = ivec2(gl_GlobalInvocationID.xy);
    if (any(greaterThanEqual(pixel, ivec2(inputs.width, inputs.height)))) return;
    vec4 here = imageLoad(place, pixel);
    vec3 light = here.w > 0.0 ? lit(pixel, here) : backdropAt(pixel);
    vec4 sum = inputs.sample_ == 0 ? vec4(0.0) : imageLoad(picture, pixel);
    imageStore(picture, pixel, sum + vec4(printed(light * scene.skyUp.w), 1.0));
}
