#version 460
#extension GL_GOOGLE_include_directive : require
// Light that falls on each vertex that the picture needs.
#include "shared/language.h"
#include "portrait/card_laws.h"
#include "portrait/tint_laws.h"
#include "portrait/frame_step.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { LitInputs inputs; };
layout(set = 0, binding = 0, std430) readonly buffer Frame { Shot shot; };
layout(set = 0, binding = 1, std430) readonly buffer Vertices { SkinVertex vertices[]; };
layout(set = 0, binding = 2, std430) readonly buffer Wanted { uint wanted[]; };
layout(set = 0, binding = 3, std430) readonly buffer Visible { vec4 visible[]; };
layout(set = 0, binding = 4, rgba32ui) uniform writeonly uimage2D lit;  // two texels a vertex

#include "portrait/card_light.glsl"
#include "portrait/table.glsl"
#include "portrait/lit_vertex.glsl"

void main() {
    if (int(gl_GlobalInvocationID.x) >= inputs.vertices) return;
    uint index = wanted[gl_GlobalInvocationID.x];
    SkinVertex skin = vertices[index];
    vec4 open = visible[index];
    Falling falling = fallingLight(skin.place.xyz, skin.normal.xyz, skin.normal.w, open);
    LitVertex vertex = LitVertex(falling.light, falling.toLight, open, skin.colour, skin.normal.xyz);
    imageStore(lit, tableAt(2u * index), packedLight(vertex));
    imageStore(lit, tableAt(2u * index + 1u), packedSkin(vertex));
}
