#version 460
#extension GL_GOOGLE_include_directive : require
// What a strand adds to a pixel, and what it takes of the light behind it, as an optical depth: both sum up over strands.
#include "shared/language.h"
#include "portrait/shadow_laws.h"
#include "portrait/hair_laws.h"
#include "portrait/frame_step.h"
#include "portrait/hair_step.h"

layout(push_constant) uniform Push { HairInputs inputs; };
layout(set = 0, binding = 0, std430) readonly buffer Frame { Shot shot; };
layout(set = 0, binding = 3) uniform sampler2D depth;
layout(location = 0) in vec3 shine;
layout(location = 1) in vec3 through;
layout(location = 2) in vec2 across;
layout(location = 0) out vec4 adds;
layout(location = 1) out vec4 takes;

void main() {
    float body = depthMm(texelFetch(depth, ivec2(gl_FragCoord.xy * float(inputs.side)), 0).r, shot.right.w, shot.up.w);
    float cover = 1.0 / gl_FragCoord.w > body + hairGrazeMm ? 0.0 : stripCover(across.y, across.x);
    adds = vec4(cover * shine, cover);
    takes = vec4(-log(1.0 - cover * (1.0 - through)), 0.0);
}
