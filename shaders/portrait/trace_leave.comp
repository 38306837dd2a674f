#version 460
#extension GL_GOOGLE_include_directive : require
// Paths of a reference picture leave the skin: the place on the body, the light of a card there, and the ray that goes on.
#include "shared/language.h"
#include "skin/optics_laws.h"
#include "skin/relief_laws.h"
#include "portrait/card_laws.h"
#include "portrait/bare_laws.h"
#include "portrait/crease_laws.h"
#include "portrait/tint_laws.h"
#include "portrait/scatter_laws.h"
#include "portrait/gloss_laws.h"
#include "portrait/walk_laws.h"
#include "portrait/trace_laws.h"
#include "portrait/frame_step.h"
#include "portrait/trace_step.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { TraceInputs inputs; };
layout(set = 0, binding = 0, std430) readonly buffer Frame { Shot shot; };
layout(set = 0, binding = 1, std430) readonly buffer Vertices { SkinVertex vertices[]; };
layout(set = 0, binding = 2, std430) readonly buffer Corners { uint corners[]; };
layout(set = 0, binding = 3, std430) readonly buffer Nodes { TraceNode nodes[]; };
layout(set = 0, binding = 4, std430) readonly buffer Triangles { TraceTriangle triangles[]; };
layout(set = 0, binding = 5, std430) readonly buffer Chart { vec2 chart[]; };
layout(set = 0, binding = 6, std430) readonly buffer Pieces { TracePiece pieces[]; };
layout(set = 0, binding = 7, std430) readonly buffer Columns { uvec4 columns[]; };
layout(set = 0, binding = 8, std430) readonly buffer Places { int places[]; };  // triangles; -1: no skin
layout(set = 0, binding = 9) uniform sampler2D tile;
layout(set = 0, binding = 10, std430) buffer Paths { TracePath paths[]; };
layout(set = 0, binding = 11, std430) buffer Queue { int queue[]; };

#include "portrait/where.glsl"
#include "portrait/relief_tile.glsl"
#include "portrait/random.glsl"
#include "portrait/trace_column.glsl"
Surface surfaceOf(int texel) { return surfaceFrom(columns[2 * texel + 1]); }
#include "portrait/trace_ray.glsl"
#include "portrait/trace_spot.glsl"
#include "portrait/trace_light.glsl"
#include "portrait/trace_queue.glsl"
#include "portrait/trace_path.glsl"

/// The triangle under a place on a chart, or -1; and the weights of its corners there.
int triangleUnder(int piece, vec2 mm, out vec2 weights) {
    TracePiece p = pieces[piece];
    ivec2 cell = ivec2(floor((mm - p.originMm) / p.placeMm));
    weights = vec2(0.0);
    if (any(lessThan(cell, ivec2(0))) || any(greaterThanEqual(cell, ivec2(p.placesX, p.placesY)))) return -1;
    int triangle = places[p.firstPlace + cell.y * p.placesX + cell.x];
    if (triangle < 0) return -1;
    uvec3 c = cornersOf(uint(triangle)) + uint(piece * inputs.vertices);
    vec2 a = chart[c.x], b = chart[c.y] - a, d = chart[c.z] - a, off = mm - a;
    vec2 w = max(vec2(off.x * d.y - off.y * d.x, b.x * off.y - b.y * off.x) / (b.x * d.y - b.y * d.x), vec2(0.0));
    weights = w / max(w.x + w.y, 1.0);
    return triangle;
}

/// Where the path leaves: by its chart; between the charts straight down onto the skin from over its tangent plane.
Landing leavingAt(TracePath path) {
    vec2 weights;
    int triangle = path.piece < 0 ? -1 : triangleUnder(path.piece, path.from.xy, weights);
    if (triangle >= 0) return landingAt(triangle, weights, path.piece, 0.0);
    Landing entry = landingAt(path.triangle, path.spot.xy, path.piece, 0.0);
    vec2 off = path.from.xy - path.spot.zw;
    float far = length(off), over = standsOffMm + reachesRound * far;
    if (far < projectedMm) return entry;
    Meeting met = meets(entry.lifted + off.x * entry.alongX + off.y * entry.alongY + over * entry.level, -entry.level, 2.0 * over, false);
    return met.triangle < 0 ? entry : landingAt(met.triangle, met.corners, path.piece, 0.0);
}

/// A direction about a normal, as often as its cosine.
vec3 aboutNormal(vec3 normal, inout uint state) {
    float angle = twoPi * chance(state), r2 = chance(state);
    vec3 x, y;
    frameAbout(normal, x, y);
    return sqrt(r2) * (cos(angle) * x + sin(angle) * y) + sqrt(1.0 - r2) * normal;
}

void leave(inout TracePath path) {
    Landing spot = leavingAt(path);
    vec3 normal = faceAt(spot, path.from.xy).normal;
    vec3 weight = path.weight.rgb / max(dot(normal, spot.level), steepestFacet);  // a leaning facet has more skin than its place
    for (int i = 0; i < 3; ++i) {  // of every card: a walk is dearer than a ray
        if (shot.cards[i].radiance.g <= 0.0) continue;
        float first = evenly(path, spreadCardU, uint(6 + 2 * i)), second = evenly(path, spreadCardV, uint(7 + 2 * i));
        CardRay card = onCard(shot.cards[i], 1.0, spot.lifted, first, second);
        float cosine = dot(normal, card.toward);
        if (cosine > 0.0 && dot(spot.flatNormal, card.toward) > 0.0 && !blocked(spot.lifted, card.toward, bottomless))
            path.gathered.rgb += weight * card.light * (2.0 * cosine * enteringWeight(cosine) / (twoPi * card.density));
    }
    path.from.xyz = spot.lifted;
    vec3 toward = aboutNormal(normal, path.chance);
    float enters = enteringWeight(dot(toward, normal)), below = dot(toward, spot.flatNormal);
    path.toward.xyz = below < 0.0 ? toward - 2.0 * below * spot.flatNormal : toward;
    vec3 left = abs(path.weight.rgb) * enters;
    float on = goesOn(max(left.r, max(left.g, left.b)), path.bounces);
    scale(path, vec3(enters / on));
    path.weight.w = 0.0;
    path.bounces += 1;
    path.state = chance(path.chance) < on ? traceRay : traceEnded;
}

void main() {
    int number = int(gl_GlobalInvocationID.x), count = waiting(listLeaves, inputs.round);
    if (number >= inputs.lanes) return;
    for (; number < count; number += inputs.lanes) {
        int index = pathIn(listLeaves, inputs.round, number);
        TracePath path = paths[index];
        leave(path);
        paths[index] = path;
        if (path.state == traceRay) enlist(listRays, inputs.round + 1, index);
    }
}
