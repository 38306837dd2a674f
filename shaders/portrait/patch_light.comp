#version 460
#extension GL_GOOGLE_include_directive : require
// Light that falls on each place of a piece's chart, its relief included.
#include "shared/language.h"
#include "portrait/card_laws.h"
#include "portrait/tint_laws.h"
#include "portrait/frame_step.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { PieceInputs inputs; };
layout(set = 0, binding = 0, std430) readonly buffer Frame { Shot shot; };
layout(set = 0, binding = 1, rgba32f) uniform readonly image2D place;
layout(set = 0, binding = 2, rgba16f) uniform readonly image2D normal;
layout(set = 0, binding = 3, rgba16f) uniform readonly image2D visible;
layout(set = 0, binding = 4) uniform sampler2D surface;
layout(set = 0, binding = 5, rgba16f) uniform writeonly image2D light;  // rgb; a: 1 on skin

#include "portrait/card_light.glsl"

vec4 placeNear(ivec2 texel, ivec2 step, vec4 here) {
    vec4 there = imageLoad(place, clamp(texel + step, ivec2(0), imageSize(place) - 1));
    return there.w > 0.0 ? there : here;
}

void main() {
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy), size = imageSize(light);
    if (any(greaterThanEqual(texel, size))) return;
    vec4 here = imageLoad(place, texel);
    if (here.w == 0.0) {
        imageStore(light, texel, vec4(0.0));
        return;
    }
    vec3 alongX = placeNear(texel, ivec2(1, 0), here).xyz - placeNear(texel, ivec2(-1, 0), here).xyz;
    vec3 alongY = placeNear(texel, ivec2(0, 1), here).xyz - placeNear(texel, ivec2(0, -1), here).xyz;
    alongX = normalize(alongX + vec3(1e-9, 0.0, 0.0));
    alongY = normalize(alongY + vec3(0.0, 1e-9, 0.0));
    vec2 uv = (vec2(texel) + 0.5) / vec2(size), step = vec2(0.5) / vec2(size);
    float level = log2(max(inputs.lightTexelMm / inputs.texelMm, 1.0)) - 0.5;
    float east = textureLod(surface, uv + vec2(step.x, 0.0), level).x - textureLod(surface, uv - vec2(step.x, 0.0), level).x;
    float north = textureLod(surface, uv + vec2(0.0, step.y), level).x - textureLod(surface, uv - vec2(0.0, step.y), level).x;
    vec2 slope = vec2(east, north) / inputs.lightTexelMm;
    vec4 facing = imageLoad(normal, texel);
    vec3 n = normalize(facing.xyz - slope.x * alongX - slope.y * alongY);
    Falling falling = fallingLight(here.xyz, n, facing.w, imageLoad(visible, texel));
    imageStore(light, texel, vec4(falling.light, 1.0));
}
