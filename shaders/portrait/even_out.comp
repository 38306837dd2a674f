#version 460
#extension GL_GOOGLE_include_directive : require
// Averages each vertex's view of the cards with its neighbours', against the grain of the few shadow samples.
#include "shared/language.h"
#include "portrait/frame_step.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { LitInputs inputs; };
layout(set = 0, binding = 0, std430) readonly buffer Starts { uint starts[]; };
layout(set = 0, binding = 1, std430) readonly buffer Neighbours { uint neighbours[]; };
layout(set = 0, binding = 2, std430) readonly buffer From { LitVertex from[]; };
layout(set = 0, binding = 3, std430) writeonly buffer To { LitVertex to[]; };

void main() {
    int index = int(gl_GlobalInvocationID.x);
    if (index >= inputs.vertices) return;
    vec4 own = from[index].visible;
    vec3 sum = own.rgb;
    uint first = starts[index], last = starts[index + 1];
    for (uint i = first; i < last; ++i) sum += from[neighbours[i]].visible.rgb;
    to[index].visible = vec4(sum / float(last - first + 1u), own.a);
}
