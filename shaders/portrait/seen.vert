#version 460
#extension GL_GOOGLE_include_directive : require
// The body's triangles that the camera can see, pulled from buffers; the number of each goes on to the picture.
#include "shared/language.h"
#include "portrait/frame_step.h"

layout(push_constant) uniform Push { DrawInputs inputs; };
layout(set = 0, binding = 0, std430) readonly buffer Vertices { SkinVertex vertices[]; };
layout(set = 0, binding = 1, std430) readonly buffer Corners { uint corners[]; };
layout(set = 0, binding = 2, std430) readonly buffer Chosen { uint chosen[]; };
layout(location = 0) flat out uint triangle;

void main() {
    triangle = chosen[gl_VertexIndex / 3];
    gl_Position = inputs.toClip * vec4(vertices[corners[3u * triangle + uint(gl_VertexIndex % 3)]].place.xyz, 1.0);
}
