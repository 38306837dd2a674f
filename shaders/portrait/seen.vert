#version 460
#extension GL_GOOGLE_include_directive : require
// The body as the camera sees it, its vertices pulled from a buffer.
#include "shared/language.h"
#include "portrait/frame_step.h"

layout(push_constant) uniform Push { DrawInputs inputs; };
layout(set = 0, binding = 0, std430) readonly buffer Vertices { SkinVertex vertices[]; };

void main() { gl_Position = inputs.toClip * vec4(vertices[gl_VertexIndex].place.xyz, 1.0); }
