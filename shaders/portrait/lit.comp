#version 460
#extension GL_GOOGLE_include_directive : require
// Light that falls on each vertex of the body.
#include "shared/language.h"
#include "portrait/card_laws.h"
#include "portrait/tint_laws.h"
#include "portrait/frame_step.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { LitInputs inputs; };
layout(set = 0, binding = 0, std430) readonly buffer Frame { Shot shot; };
layout(set = 0, binding = 1, std430) readonly buffer Vertices { SkinVertex vertices[]; };
layout(set = 0, binding = 2, std430) buffer Lit { LitVertex lit[]; };

#include "portrait/card_light.glsl"

void main() {
    int index = int(gl_GlobalInvocationID.x);
    if (index >= inputs.vertices) return;
    SkinVertex skin = vertices[index];
    vec4 visible = lit[index].visible;
    Falling falling = fallingLight(skin.place.xyz, skin.normal.xyz, skin.normal.w, visible);
    lit[index].light = vec4(falling.light, visible.a);
    lit[index].toLight = vec4(falling.toLight, 0.0);
}
