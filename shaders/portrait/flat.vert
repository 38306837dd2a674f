#version 460
#extension GL_GOOGLE_include_directive : require
// A piece's chart spread flat: its triangles at their chart millimetres, with what light needs to know of the skin there.
#include "shared/language.h"
#include "portrait/frame_step.h"

layout(push_constant) uniform Push { PieceInputs inputs; };
layout(set = 0, binding = 0, std430) readonly buffer Vertices { SkinVertex vertices[]; };
layout(set = 0, binding = 1, std430) readonly buffer Corners { uint corners[]; };
layout(set = 0, binding = 2, std430) readonly buffer Chosen { uint chosen[]; };
layout(set = 0, binding = 3, std430) readonly buffer Lit { LitVertex lit[]; };
layout(set = 0, binding = 4, std430) readonly buffer Chart { vec2 chart[]; };
layout(location = 0) out vec3 place;
layout(location = 1) out vec4 normal;
layout(location = 2) out vec4 visible;

void main() {
    uint corner = corners[3u * chosen[gl_VertexIndex / 3] + uint(gl_VertexIndex % 3)];
    SkinVertex skin = vertices[corner];
    place = skin.place.xyz;
    normal = skin.normal;
    visible = lit[corner].visible;
    vec2 at = (chart[corner] - inputs.originMm) / inputs.sizeMm;
    // The first row is the end away from the body; clip space has y up.
    gl_Position = vec4(2.0 * at.x - 1.0, 1.0 - 2.0 * at.y, 0.5, 1.0);
}
