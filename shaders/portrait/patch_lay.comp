#version 460
#extension GL_GOOGLE_include_directive : require
// Lays a piece's look into its layer of what pixels sample, with the slopes of its relief. Beyond the piece its rim goes on.
#include "shared/language.h"
#include "portrait/frame_step.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { LayInputs inputs; };
layout(set = 0, binding = 0, rgba16f) uniform readonly image2D above;
layout(set = 0, binding = 1, rgba16f) uniform readonly image2D seen;
layout(set = 0, binding = 2) uniform sampler2D surface;
layout(set = 0, binding = 3, rgba16f) uniform writeonly image2DArray aboves;  // a: wet
layout(set = 0, binding = 4, rgba16f) uniform writeonly image2DArray seens;   // a: crust
layout(set = 0, binding = 5, rgba16f) uniform writeonly image2DArray slopes;  // xy slope, z its square, w height over the surroundings
layout(set = 0, binding = 6, r16f) uniform writeonly image2DArray drys;

const float roundLevel = 4.5;  // mip of the surroundings

void main() {
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy), size = imageSize(above);
    if (any(greaterThanEqual(texel, imageSize(aboves).xy))) return;
    ivec3 to = ivec3(texel, inputs.layer);
    texel = min(texel, size - 1);
    vec2 uv = (vec2(texel) + 0.5) / vec2(size), step = vec2(0.5) / vec2(size);
    vec4 here = textureLod(surface, uv, 0.0);
    float east = textureLod(surface, uv + vec2(step.x, 0.0), 0.0).x - textureLod(surface, uv - vec2(step.x, 0.0), 0.0).x;
    float north = textureLod(surface, uv + vec2(0.0, step.y), 0.0).x - textureLod(surface, uv - vec2(0.0, step.y), 0.0).x;
    vec2 slope = vec2(east, north) / inputs.texelMm;
    imageStore(aboves, to, vec4(imageLoad(above, texel).rgb, here.y));
    imageStore(seens, to, vec4(imageLoad(seen, texel).rgb, here.z));
    imageStore(slopes, to, vec4(slope, dot(slope, slope), here.x - textureLod(surface, uv, roundLevel).x));
    imageStore(drys, to, vec4(here.w, 0.0, 0.0, 0.0));
}
