#version 460
#extension GL_GOOGLE_include_directive : require
// Averages each vertex's view of the cards with its neighbours', against the grain of the few shadow samples.
#include "shared/language.h"
#include "portrait/frame_step.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { LitInputs inputs; };
layout(set = 0, binding = 0, std430) readonly buffer Starts { uint starts[]; };
layout(set = 0, binding = 1, std430) readonly buffer Neighbours { uint neighbours[]; };
layout(set = 0, binding = 2, std430) readonly buffer Wanted { uint wanted[]; };
layout(set = 0, binding = 3, std430) readonly buffer From { vec4 from[]; };
layout(set = 0, binding = 4, std430) writeonly buffer To { vec4 to[]; };

void main() {
    if (int(gl_GlobalInvocationID.x) >= inputs.vertices) return;
    uint index = wanted[gl_GlobalInvocationID.x];
    vec4 own = from[index];
    vec3 sum = own.rgb;
    uint first = starts[index], last = starts[index + 1];
    for (uint i = first; i < last; ++i) sum += from[neighbours[i]].rgb;
    to[index] = vec4(sum / float(last - first + 1u), own.a);
}
