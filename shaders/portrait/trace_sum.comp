#version 460
#extension GL_GOOGLE_include_directive : require
// Adds the paths of a tile to the picture of a reference, and empties the lists of paths.
#include "shared/language.h"
#include "skin/optics_laws.h"
#include "portrait/gloss_laws.h"
#include "portrait/walk_laws.h"
#include "portrait/trace_laws.h"
#include "portrait/trace_step.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { TraceInputs inputs; };
layout(set = 0, binding = 0, std430) readonly buffer Paths { TracePath paths[]; };
layout(set = 0, binding = 1, rgba32f) uniform image2D picture;  // a: paths
layout(set = 0, binding = 2, std430) buffer Queue { int queue[]; };

void main() {
    int pixel = int(gl_GlobalInvocationID.x);
    if (pixel < traceHeads) queue[pixel] = 0;  // for the next paths
    if (pixel >= inputs.across * inputs.down) return;
    vec3 sum = vec3(0.0);
    for (int i = 0; i < traceWalks * inputs.samples; ++i)
        sum += paths[(i % traceWalks) * inputs.paths + pixel * inputs.samples + i / traceWalks].gathered.rgb;
    ivec2 at = ivec2(inputs.left + pixel % inputs.across, inputs.top + pixel / inputs.across);
    imageStore(picture, at, imageLoad(picture, at) + vec4(sum, float(inputs.samples)));
}
