#version 460
#extension GL_GOOGLE_include_directive : require
// Each cell's bounds and depths over its neighbours too, so that a walk may go a cell's width before it asks again.
#include "shared/language.h"
#include "skin/optics_laws.h"
#include "portrait/gloss_laws.h"
#include "portrait/walk_laws.h"
#include "portrait/trace_laws.h"
#include "portrait/trace_step.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { CellInputs inputs; };
layout(set = 0, binding = 0, std430) readonly buffer Pieces { TracePiece pieces[]; };
layout(set = 0, binding = 1, std430) readonly buffer Bounds { vec4 bounds[]; };
layout(set = 0, binding = 2, std430) readonly buffer Depths { vec4 depths[]; };
layout(set = 0, binding = 3, std430) writeonly buffer WideBounds { vec4 wideBounds[]; };
layout(set = 0, binding = 4, std430) writeonly buffer WideDepths { vec4 wideDepths[]; };  // top and bottom of that zone

void main() {
    TracePiece p = pieces[inputs.piece];
    int thread = int(gl_GlobalInvocationID.x), cell = thread / traceBands, band = thread % traceBands;
    ivec2 size = ivec2(p.cellsX, p.cellsY), middle = ivec2(cell % p.cellsX, cell / p.cellsX);
    if (cell >= size.x * size.y) return;
    vec4 most = vec4(0.0);
    vec3 depth = vec3(bottomless, 0.0, 0.0);
    for (int j = -1; j <= 1; ++j)
        for (int i = -1; i <= 1; ++i) {
            ivec2 there = clamp(middle + ivec2(i, j), ivec2(0), size - 1);
            int at = p.firstCell + there.y * size.x + there.x;
            most = max(most, bounds[at * traceBands + band]);
            depth = vec3(min(depth.x, depths[at].x), max(depth.yz, depths[at].yz));
        }
    float bottom = max(depth.y, depth.z), top = min(depth.x < bottomless ? depth.x : depth.y, bottom);
    int at = p.firstCell + cell;
    wideBounds[at * traceBands + band] = most;
    if (band == 0) wideDepths[at] = vec4(top, bottom, 0.0, 0.0);
}
