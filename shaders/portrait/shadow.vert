#version 460
#extension GL_GOOGLE_include_directive : require
// The body as the key light sees it, for its depth only.
#include "shared/language.h"
#include "portrait/scene_step.h"

layout(push_constant) uniform Push { VertexInputs inputs; };
layout(set = 0, binding = 0, std430) readonly buffer Positions { vec4 position[]; };
layout(set = 0, binding = 1, std430) readonly buffer Corners { uint corner[]; };

void main() { gl_Position = inputs.clipFromWorld * vec4(position[corner[gl_VertexIndex]].xyz, 1.0); }
