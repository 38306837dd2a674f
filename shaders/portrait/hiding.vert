#version 460
#extension GL_GOOGLE_include_directive : require
// What casts shadows as a light sees it, for its depth only.
#include "shared/language.h"
#include "portrait/frame_step.h"

layout(push_constant) uniform Push { DrawInputs inputs; };
layout(set = 0, binding = 0, std430) readonly buffer Places { vec4 places[]; };

void main() { gl_Position = inputs.toClip * vec4(places[gl_VertexIndex].xyz, 1.0); }
