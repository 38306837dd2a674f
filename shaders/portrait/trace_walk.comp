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
layout(set = 0, binding = 5, std430) readonly buffer Bounds { float bounds[]; };  // four a band and cell, by zone
layout(set = 0, binding = 6, std430) readonly buffer Depths { vec4 depths[]; };
layout(set = 0, binding = 7, std430) buffer Paths { TracePath paths[]; };
layout(set = 0, binding = 8, std430) buffer Queue { int queue[]; };

#include "portrait/where.glsl"
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

/// Of a piece.
Matter matterOnChart(vec3 at) {
    int texel = texelAt(at.xy);
    Column c = columnOf(columns[texel], columns[texel + 1].x);
    Borders b = bordersOf(c);
    int doses = dosesAt(c, b, at.z);
    Matter ink = Matter(vec4(0.0), vec4(0.0));
    where (doses >= 0) ink = inkMatter(inks[texel + doses]);
    return matterOfColumn(c, b, ink, at.z);
}

Matter matterAt(vec3 at) {
    Matter here = dermisOf(1.0);
    if (at.z < own.epidermisMm) here = Matter(own.melaninDepth / own.epidermisMm, own.epidermisScatter);
    if (own.piece >= 0) here = matterOnChart(at);
    return here;
}

/// Which of three zones, and its bound.
Zone zoneOnChart(vec3 at, float down, float forward) {
    ivec2 cell = clamp(ivec2(floor((at.xy - own.originMm) / own.cellMm)), ivec2(0), own.cells - 1);
    int index = own.firstCell + cell.y * own.cells.x + cell.x;
    vec2 ink = depths[index].xy;
    bool over = at.z < ink.x || (at.z == ink.x && down <= 0.0), within = at.z < ink.y || (at.z == ink.y && down <= 0.0);
    int zone = over ? 0 : within ? 1 : forward > 0.0 ? 2 : 3;
    vec4 bound;
    for (int i = 0; i < 4; ++i) bound[i] = bounds[4 * (index * traceBands + own.band[i]) + zone];
    return Zone(mostOf(bound), over ? 0.0 : within ? ink.x : ink.y, over ? ink.x : within ? ink.y : bottomless, own.cellMm);
}

Zone zoneAt(vec3 at, float down) {
    float forward = forwardAt(at.z, down), border = own.epidermisMm;
    bool outer = at.z < border || (at.z == border && down <= 0.0);
    Matter here = dermisOf(1.0);
    if (outer) here = Matter(own.melaninDepth / border, own.epidermisScatter);
    Zone zone = Zone(mostOf(extinctionOf(here, forward)), outer ? 0.0 : border, outer ? border : bottomless, bottomless);
    if (own.piece >= 0) zone = zoneOnChart(at, down, forward);
    return zone;
}

/// Light of the four bands, linear Rec. 709, for a tint of 1.
vec3 lightOf(TracePath path) {
    vec4 share = balancedLight(path.carried, path.likely);
    vec3 light = vec3(0.0);
    for (int i = 0; i < 4; ++i) light += share[i] * bands[own.band[i]].light.rgb;
    return light;
}

Walker begun(int index, out uint state) {
    state = paths[index].chance;
    beginBands(paths[index].piece, bandsOf(paths[index]), inputs.skin, paths[index].gathered.w);
    return Walker(paths[index].from.xyz, paths[index].toward.xyz, vec4(1.0), paths[index].likely);
}

void leave(int index, Walker w, uint state) {
    paths[index].from.xyz = w.at;
    paths[index].carried *= w.weight;
    paths[index].likely = w.likely;
    paths[index].weight.rgb = paths[index].tint.rgb * lightOf(paths[index]);
    paths[index].chance = state;
    enlist(listLeaves, inputs.round, index);
}

void main() {
    int number = int(gl_GlobalInvocationID.x), count = waiting(listSkin, inputs.round), index = 0, events = 0;
    if (number >= inputs.lanes) return;
    Walker w = Walker(vec3(0.0), vec3(0.0, 0.0, 1.0), vec4(0.0), vec4(1.0));
    uint state = 0u;
    bool walking = false;
    for (int next = number; walking || next < count;) {
        where (!walking) {
            index = pathIn(listSkin, inputs.round, next);
            w = begun(index, state);
            next += inputs.lanes;
            events = 0;
        }
        bool ended = walkOn(w, state);
        walking = !ended && ++events < mostEvents;
        where (ended && mostOf(w.weight) > 0.0) leave(index, w, state);
    }
}
