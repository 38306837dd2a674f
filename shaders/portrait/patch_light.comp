#version 460
#extension GL_GOOGLE_include_directive : require
// Light that has crossed the ink on its way in, on the coarse grid of the wide kernel in the charts of all pieces.
#include "shared/language.h"
#include "portrait/frame_step.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { SpreadInputs inputs; };
layout(set = 0, binding = 0, std430) readonly buffer Pieces { LaidPiece pieces[]; };
layout(set = 0, binding = 1, std430) readonly buffer Corners { uint corners[]; };
layout(set = 0, binding = 2, rgba32ui) uniform readonly uimage2D lit;
layout(set = 0, binding = 3, std430) readonly buffer Under { uvec2 under[]; };  // triangle plus one, 0 off the skin; weights
layout(set = 0, binding = 4) uniform sampler2DArray seens;
layout(set = 0, binding = 5, rgba16f) uniform writeonly image2DArray crossed;  // a: 1 on skin

#include "portrait/table.glsl"

vec3 lightAt(uint vertex) {
    uvec2 packed_ = imageLoad(lit, tableAt(2u * vertex)).xy;
    return vec3(unpackHalf2x16(packed_.x), unpackHalf2x16(packed_.y).x);
}

void main() {
    ivec3 texel = ivec3(gl_GlobalInvocationID), size = imageSize(crossed);
    if (any(greaterThanEqual(texel, size))) return;
    uvec2 skin = under[(texel.z * size.y + texel.y) * size.x + texel.x];
    if (skin.x == 0u) {
        imageStore(crossed, texel, vec4(0.0));
        return;
    }
    LaidPiece piece = pieces[texel.z];
    vec2 uv = (vec2(texel.xy) + 0.5) / vec2(piece.coarseWidth, piece.coarseHeight) * piece.fineShare;
    vec3 ink = textureLod(seens, vec3(uv, texel.z), log2(max(piece.lightTexelMm / piece.texelMm, 1.0))).rgb;
    uint at = 3u * (skin.x - 1u);
    vec2 w = unpackUnorm2x16(skin.y);
    vec3 light = lightAt(corners[at]) * (1.0 - w.x - w.y) + lightAt(corners[at + 1u]) * w.x + lightAt(corners[at + 2u]) * w.y;
    imageStore(crossed, texel, vec4(light * ink, 1.0));
}
