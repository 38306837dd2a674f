#version 460
#extension GL_GOOGLE_include_directive : require
// Slopes of a piece's relief along its chart, their square, and height over the surroundings for the furrows' gloss.
#include "shared/language.h"
#include "portrait/frame_step.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { PieceInputs inputs; };
layout(set = 0, binding = 0) uniform sampler2D surface;
layout(set = 0, binding = 1, rgba16f) uniform writeonly image2D slopes;

void main() {
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy), size = imageSize(slopes);
    if (any(greaterThanEqual(texel, size))) return;
    vec2 uv = (vec2(texel) + 0.5) / vec2(size), step = vec2(0.5) / vec2(size);
    float here = textureLod(surface, uv, 0.0).x;
    float east = textureLod(surface, uv + vec2(step.x, 0.0), 0.0).x - textureLod(surface, uv - vec2(step.x, 0.0), 0.0).x;
    float north = textureLod(surface, uv + vec2(0.0, step.y), 0.0).x - textureLod(surface, uv - vec2(0.0, step.y), 0.0).x;
    vec2 slope = vec2(east, north) / inputs.texelMm;
    float round_ = textureLod(surface, uv, 4.5).x;
    imageStore(slopes, texel, vec4(slope, dot(slope, slope), here - round_));
}
