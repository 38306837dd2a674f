#version 460
#extension GL_GOOGLE_include_directive : require
// Bounds of what light meets in the cells of a piece, by band and by depth: over the ink, in it, and under it.
#include "shared/language.h"
#include "skin/optics_step.h"
#include "skin/optics_laws.h"
#include "portrait/gloss_laws.h"
#include "portrait/walk_laws.h"
#include "portrait/trace_laws.h"
#include "portrait/trace_step.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { CellInputs inputs; };
layout(set = 0, binding = 0, std430) readonly buffer Bands { TraceBand bands[]; };
layout(set = 0, binding = 1, std430) readonly buffer Pigments { PigmentBands pigments[]; };
layout(set = 0, binding = 2, std430) readonly buffer Pieces { TracePiece pieces[]; };
layout(set = 0, binding = 3, std430) readonly buffer Columns { uvec4 columns[]; };
layout(set = 0, binding = 4, std430) readonly buffer Inks { uvec4 inks[]; };
layout(set = 0, binding = 5, std430) writeonly buffer Bounds { vec4 bounds[]; };   // greatest extinction over, in and under the ink, and where scattering is even
layout(set = 0, binding = 6, std430) writeonly buffer Depths { vec4 depths[]; };  // least top of ink, greatest bottoms of epidermis and ink

#include "portrait/where.glsl"
#include "portrait/walk_parts.glsl"
#include "portrait/trace_column.glsl"
#include "portrait/trace_skin.glsl"

/// As strong as it is to light that is scattered forward.
vec4 forwardly(Matter matter) { return extinctionOf(matter, skinForward); }

/// So at a depth of a column whose doses lie at `texel`.
vec4 forwardlyAt(Column c, Borders b, int texel, float z) {
    int doses = dosesAt(c, b, z);
    return forwardly(matterOfColumn(c, b, doses < 0 ? Matter(vec4(0.0), vec4(0.0)) : inkMatter(inks[texel + max(doses, 0)]), z));
}

void main() {
    TracePiece p = pieces[inputs.piece];
    int thread = int(gl_GlobalInvocationID.x), cell = thread / 4, four = 4 * (thread % 4);
    if (cell >= p.cellsX * p.cellsY) return;
    ivec2 first = ivec2(cell % p.cellsX, cell / p.cellsX) * inputs.texels, last = min(first + inputs.texels, ivec2(p.width, p.height));
    beginBands(inputs.piece, ivec4(four, four + 1, four + 2, four + 3), 0, -1.0);
    vec4 mostOver = vec4(0.0), mostIn = vec4(0.0), mostUnder = vec4(0.0), mostDeep = vec4(0.0);  // of each band
    vec3 depth = vec3(bottomless, 0.0, 0.0);
    for (int y = first.y; y < last.y; ++y)
        for (int x = first.x; x < last.x; ++x) {
            int at = 2 * (p.firstTexel + y * p.width + x);
            Column c = columnOf(columns[at], columns[at + 1].x);
            own.cluster = c.cover > 0.0 ? -1.0 : 2.0;  // with ink if there is any
            Borders b = bordersOf(c);
            vec4 over = forwardlyAt(c, b, at, 0.5 * (b.corneum + b.epidermis));
            if (b.scab > 0.0) over = max(over, forwardlyAt(c, b, at, 0.5 * b.scab));
            if (b.corneum > b.scab) over = max(over, forwardlyAt(c, b, at, 0.5 * (b.scab + b.corneum)));
            Matter under = dermisOf(c.blood);
            vec4 inked = forwardlyAt(c, b, at, 0.5 * (b.clean + b.inked));
            mostOver = max(mostOver, max(over, forwardly(under)));
            mostIn = max(mostIn, inked);
            mostUnder = max(mostUnder, forwardly(under));
            mostDeep = max(mostDeep, extinctionOf(under, 0.0));
            depth = vec3(c.cover > 0.0 ? min(depth.x, b.clean) : depth.x, max(depth.y, b.epidermis), max(depth.z, b.inked));
        }
    int at = p.firstCell + cell;
    for (int i = 0; i < 4; ++i)
        bounds[at * traceBands + four + i] = vec4(mostOver[i], max(mostOver[i], mostIn[i]), mostUnder[i], mostDeep[i]);
    if (four == 0) depths[at] = vec4(depth, 0.0);
}
