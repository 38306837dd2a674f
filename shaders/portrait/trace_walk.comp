#version 460
#extension GL_GOOGLE_include_directive : require
// Paths of a reference picture walk through the skin until they leave it or end. Each thread takes one path after another, so that
// short walks do not wait for long ones.
#include "shared/language.h"
#include "skin/optics_step.h"
#include "skin/optics_laws.h"
#include "portrait/card_laws.h"
#include "portrait/gloss_laws.h"
#include "portrait/walk_laws.h"
#include "portrait/trace_laws.h"
#include "portrait/trace_step.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { TraceInputs inputs; };
layout(set = 0, binding = 0, std430) readonly buffer Bands { TraceBand bands[]; };
layout(set = 0, binding = 1, std430) readonly buffer Pigments { PigmentBands pigments[]; };
layout(set = 0, binding = 2, std430) readonly buffer Pieces { TracePiece pieces[]; };
layout(set = 0, binding = 3, std430) readonly buffer Columns { uvec4 columns[]; };
layout(set = 0, binding = 4, std430) readonly buffer Inks { uvec4 inks[]; };
layout(set = 0, binding = 5, std430) readonly buffer Bounds { vec4 bounds[]; };
layout(set = 0, binding = 6, std430) readonly buffer Depths { vec4 depths[]; };
layout(set = 0, binding = 7, std430) buffer Paths { TracePath paths[]; };
layout(set = 0, binding = 8, std430) buffer Queue { int queue[]; };

#include "portrait/random.glsl"
#include "portrait/walk_parts.glsl"
#include "portrait/trace_column.glsl"
#include "portrait/trace_skin.glsl"
#include "portrait/walk.glsl"
#include "portrait/trace_queue.glsl"
#include "portrait/trace_path.glsl"

float floorMm() { return inputs.floorMm; }
float forwardness() { return skinForward; }
float forwardDepth() { return forwardToMm; }

Matter matterAt(vec3 at) {
    if (own.piece < 0) {
        if (at.z >= own.epidermisMm) return dermisOf(1.0);
        return Matter(own.melaninDepth / own.epidermisMm, own.epidermisScatter);
    }
    int texel = texelAt(at.xy);
    return matterOfColumn(columnOf(columns[texel], columns[texel + 1].x), inks[texel], inks[texel + 1], at.z);
}

Zone zoneAt(vec3 at, float down) {
    float forward = forwardAt(at.z, down);
    if (own.piece < 0) {
        float border = own.epidermisMm;
        bool outer = at.z < border || (at.z == border && down <= 0.0);
        if (outer) return Zone(mostOf(extinctionOf(Matter(own.melaninDepth / border, own.epidermisScatter), forward)), 0.0, border, bottomless);
        return Zone(mostOf(extinctionOf(dermisOf(1.0), forward)), border, bottomless, bottomless);
    }
    TracePiece p = pieces[own.piece];
    ivec2 cell = clamp(ivec2(floor((at.xy - p.originMm) / p.cellMm)), ivec2(0), ivec2(p.cellsX, p.cellsY) - 1);
    int index = p.firstCell + cell.y * p.cellsX + cell.x;
    vec4 bound = vec4(0.0);
    for (int i = 0; i < 4; ++i) bound = max(bound, bounds[index * traceBands + own.band[i]]);
    vec2 ink = depths[index].xy;
    if (at.z < ink.x || (at.z == ink.x && down <= 0.0)) return Zone(bound.x, 0.0, ink.x, p.cellMm);
    if (at.z < ink.y || (at.z == ink.y && down <= 0.0)) return Zone(bound.y, ink.x, ink.y, p.cellMm);
    return Zone(forward > 0.0 ? bound.z : bound.w, ink.y, bottomless, p.cellMm);
}

/// Light of the four bands, linear Rec. 709, for a tint of 1.
vec3 lightOf(TracePath path) {
    vec4 share = balancedLight(path.carried, path.likely);
    vec3 light = vec3(0.0);
    for (int i = 0; i < 4; ++i) light += share[i] * bands[own.band[i]].light.rgb;
    return light;
}

void main() {
    int number = int(gl_GlobalInvocationID.x), count = waiting(listSkin, inputs.round), index = 0;
    if (number >= inputs.lanes) return;
    bool walking = false;
    Walker w;
    uint state = 0u;
    while (true) {
        if (!walking) {
            if (number >= count) break;
            index = pathIn(listSkin, inputs.round, number);
            number += inputs.lanes;
            w = Walker(paths[index].from.xyz, paths[index].toward.xyz, vec4(1.0), paths[index].likely);
            state = paths[index].chance;
            beginBands(paths[index].piece, bandsOf(paths[index]), inputs.skin, paths[index].gathered.w);
            walking = true;
        }
        if (!walkOn(w, state)) continue;
        walking = false;
        if (mostOf(w.weight) == 0.0) continue;
        paths[index].from.xyz = w.at;
        paths[index].carried *= w.weight;
        paths[index].likely = w.likely;
        paths[index].weight.rgb = paths[index].tint.rgb * lightOf(paths[index]);
        paths[index].chance = state;
        enlist(listLeaves, inputs.round, index);
    }
}
