#version 460
#extension GL_GOOGLE_include_directive : require
// Where rays of a reference picture meet the body: what is mirrored of the cards there, and whether the path goes on as a mirrored
// ray or into the skin. The first run begins the paths at the eye.
#include "shared/language.h"
#include "skin/optics_step.h"
#include "skin/optics_laws.h"
#include "skin/relief_laws.h"
#include "portrait/card_laws.h"
#include "portrait/sky_laws.h"
#include "portrait/bare_laws.h"
#include "portrait/crease_laws.h"
#include "portrait/develop_laws.h"
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
layout(set = 0, binding = 8, std430) readonly buffer Bands { TraceBand bands[]; };
layout(set = 0, binding = 9) uniform sampler2D tile;
layout(set = 0, binding = 10, std430) buffer Paths { TracePath paths[]; };
layout(set = 0, binding = 12) uniform sampler2D skyMap;
layout(set = 0, binding = 11, std430) buffer Queue { int queue[]; };

#include "portrait/where.glsl"
#include "portrait/relief_tile.glsl"
#include "portrait/random.glsl"
#include "portrait/walk_parts.glsl"
#include "portrait/trace_column.glsl"
Surface surfaceOf(int texel) { return surfaceFrom(columns[2 * texel + 1]); }
#include "portrait/trace_ray.glsl"
#include "portrait/trace_spot.glsl"
#define INKHEAL_SKY_MAP
#include "portrait/sky_light.glsl"
#include "portrait/trace_light.glsl"
#include "portrait/trace_mirror.glsl"

#include "portrait/trace_path.glsl"
#include "portrait/trace_begin.glsl"
#include "portrait/trace_queue.glsl"

void meet(inout TracePath path, Meeting meeting) {
    vec3 toEye = -path.toward.xyz;
    Landing spot = landingAt(meeting.triangle, meeting.corners, -2, chance(path.chance));
    if (dot(spot.flatNormal, toEye) <= 0.0) return;  // from inside an open body
    Face face = faceAt(spot, spot.mm);
    vec3 normal = facingEye(face.normal, toEye);
    bool wet = face.wet > leastWet && chance(path.chance) < face.wet;
    float lobe = chance(path.chance) < sharpShare ? sharpLobe : broadLobe;
    Mirror skin = Mirror(normal, lobeAlpha(face.rough, lobe, 0.0), face.f0, face.furrow);
    Mirror film = Mirror(facingEye(face.filmNormal, toEye), lobeAlpha(filmRoughness, sharpLobe, 0.0), filmF0, wet ? 1.0 : 0.0);
    vec3 offFilm = mirroredWay(film, toEye, path.chance), offSkin = mirroredWay(skin, toEye, path.chance);
    float a = strengthOf(film, spot.flatNormal, toEye, offFilm), b = strengthOf(skin, spot.flatNormal, toEye, offSkin);
    float filmPaths = wet ? mirroredPaths(a) : 0.0, skinPaths = (1.0 - filmPaths) * mirroredPaths(b), pick = evenly(path, spreadMirror, 5u);
    path.gathered.rgb += path.weight.rgb * cardMirrored(spot, film, skin, toEye, a, filmPaths, path.chance);
    if (pick < filmPaths + skinPaths) {
        bool onFilm = pick < filmPaths;
        scale(path, vec3(onFilm ? a / filmPaths : (1.0 - a) * b / skinPaths));
        path.weight.w = onFilm ? filmPaths * densityOf(film, toEye, offFilm) : skinPaths * densityOf(skin, toEye, offSkin);
        path.from.xyz = spot.lifted;
        path.toward.xyz = onFilm ? offFilm : offSkin;
        path.bounces += 1;
        path.state = (onFilm ? a : b) > 0.0 ? traceRay : traceEnded;
        return;
    }
    scale(path, vec3((1.0 - a) * (1.0 - b) / (1.0 - filmPaths - skinPaths)));
    enter(path, spot, normal, toEye);
}

void follow(int index) {
    vec2 place = vec2(0.0);
    TracePath path;
    if (inputs.round == 0)
        path = begun(index, place);
    else
        path = paths[index];
    path.state = traceEnded;
    Meeting meeting = meets(path.from.xyz, path.toward.xyz, bottomless, false);
    if (meeting.triangle >= 0)
        meet(path, meeting);
    else
        path.gathered.rgb += path.weight.rgb * beyond(path, place);
    if (inputs.round == 0) {
        if (path.state == traceInSkin) scale(path, vec3(1.0 / float(traceWalks)));
        for (int i = 1; i < traceWalks; ++i) {
            paths[index + i * inputs.paths] = twinOf(path, i);
            if (path.state == traceInSkin) enlist(listSkin, inputs.round, index + i * inputs.paths);
        }
    }
    paths[index] = path;
    if (path.state == traceRay) enlist(listRays, inputs.round + 1, index);
    if (path.state == traceInSkin) enlist(listSkin, inputs.round, index);
}

void main() {
    int number = int(gl_GlobalInvocationID.x), count = inputs.round == 0 ? inputs.paths : waiting(listRays, inputs.round);
    if (number >= inputs.lanes) return;
    for (; number < count; number += inputs.lanes) follow(inputs.round == 0 ? number : pathIn(listRays, inputs.round, number));
}
