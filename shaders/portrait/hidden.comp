#version 460
#extension GL_GOOGLE_include_directive : require
// How much of one card each vertex sees past the rest of the body: its shadow map, over a disc as wide as the penumbra there.
#include "shared/language.h"
#include "portrait/shadow_laws.h"
#include "portrait/frame_step.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { ShadowInputs inputs; };
layout(set = 0, binding = 0, std430) readonly buffer Frame { Shot shot; };
layout(set = 0, binding = 1, std430) readonly buffer Vertices { SkinVertex vertices[]; };
layout(set = 0, binding = 2, std430) readonly buffer Wanted { uint wanted[]; };
layout(set = 0, binding = 3, std430) buffer Visible { vec4 visible[]; };
layout(set = 0, binding = 4) uniform sampler2D shadow;

#include "portrait/where.glsl"

/// What lies nearest to the card there, mm from it.
float nearestMm(vec2 uv, float nearMm, float farMm) {
    ivec2 size = textureSize(shadow, 0);
    return depthMm(texelFetch(shadow, clamp(ivec2(uv * vec2(size)), ivec2(0), size - 1), 0).r, nearMm, farMm);
}

/// Height over the tangent plane of a vertex, of what lies so far from the card at a place of the map: `plane` holds how
/// the height begins at the card and rises along the rays.
float aboveMm(vec4 plane, vec2 uv, float there) {
    return plane.w + there * (plane.z + dot(plane.xy, vec2(2.0, -2.0) * (uv - 0.5)));
}

vec4 planeOf(Card card, SkinVertex skin) {
    vec3 n = skin.normal.xyz, right = vec3(card.toShadow[0].x, card.toShadow[1].x, card.toShadow[2].x);
    vec3 up = vec3(card.toShadow[0].y, card.toShadow[1].y, card.toShadow[2].y), ahead = vec3(card.toShadow[0].w, card.toShadow[1].w, card.toShadow[2].w);
    return vec4(dot(n, right) / dot(right, right), dot(n, up) / dot(up, up), dot(n, ahead), dot(card.centre.xyz - skin.place.xyz, n));
}

float seenShare(Card card, SkinVertex skin, float turn) {
    vec4 at = card.toShadow * vec4(skin.place.xyz + standOffMm * skin.normal.xyz, 1.0);
    vec2 uv = vec2(0.5, 0.5) + vec2(0.5, -0.5) * at.xy / at.w;
    float nearMm = card.u.w, farMm = card.v.w, own = depthMm(at.z / at.w, nearMm, farMm);
    float cardHalf = 0.5 * (length(card.u.xyz) + length(card.v.xyz));
    float perMm = 0.5 * length(vec3(card.toShadow[0].x, card.toShadow[1].x, card.toShadow[2].x)) / own;
    float radius = searchRadius(own, cardHalf, perMm), blockers = 0.0, sum = 0.0, share = 1.0;
    vec2 first = vec2(cos(turn), sin(turn)), way = first;
    vec4 plane = planeOf(card, skin);
    for (int i = 0; i < shadowTaps; ++i) {
        vec2 tap = uv + radius * discRadius(i) * way;
        float there = nearestMm(tap, nearMm, farMm);
        bool blocks = there < own - blockingMm && aboveMm(plane, tap, there) > overHorizonMm;
        sum += blocks ? there : 0.0;
        blockers += blocks ? 1.0 : 0.0;
        way = turnedOn(way);
    }
    where (blockers > 0.0) {
        radius = penumbraRadius(sum / blockers, own, cardHalf, perMm);
        share = 0.0;
        way = first;
        for (int i = 0; i < shadowTaps; ++i) {
            vec2 tap = uv + radius * ringRadius(i, card.centre.w) * way;
            float there = nearestMm(tap, nearMm, farMm);
            share += aboveMm(plane, tap, there) > overHorizonMm ? pastBlocker(own - there, blockerSoftMm) : 1.0;
            way = turnedOn(way);
        }
        share /= float(shadowTaps);
    }
    return share;
}

void main() {
    Card card = shot.cards[inputs.card];  // before anything else, see shade.comp
    if (int(gl_GlobalInvocationID.x) >= inputs.vertices) return;
    int index = int(wanted[gl_GlobalInvocationID.x]);
    SkinVertex skin = vertices[index];
    vec3 toward = card.centre.xyz - skin.place.xyz;
    bool faces = dot(toward, skin.normal.xyz) > awayCosine * length(toward);
    float share = 1.0;
    where (faces && card.radiance.g > 0.0) share = seenShare(card, skin, spiralTurn(index));
    if (inputs.card == 0) visible[index] = vec4(1.0, 1.0, 1.0, skin.place.w);
    visible[index][inputs.card] = share;
}
