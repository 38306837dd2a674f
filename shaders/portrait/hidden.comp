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

/// What lies nearest to the card there, mm from it.
float nearestMm(vec2 uv, float nearMm, float farMm) {
    ivec2 size = textureSize(shadow, 0);
    return depthMm(texelFetch(shadow, clamp(ivec2(uv * vec2(size)), ivec2(0), size - 1), 0).r, nearMm, farMm);
}

float seenShare(Card card, SkinVertex skin, float turn) {
    vec4 at = card.toShadow * vec4(skin.place.xyz + standOffMm * skin.normal.xyz, 1.0);
    vec2 uv = vec2(0.5, 0.5) + vec2(0.5, -0.5) * at.xy / at.w;
    float nearMm = card.u.w, farMm = card.v.w, own = depthMm(at.z / at.w, nearMm, farMm);
    float cardHalf = 0.5 * (length(card.u.xyz) + length(card.v.xyz));
    float perMm = 0.5 * length(vec3(card.toShadow[0].x, card.toShadow[1].x, card.toShadow[2].x)) / own;
    float radius = searchRadius(own, cardHalf, perMm), blockers = 0.0, sum = 0.0;
    for (int i = 0; i < shadowTaps; ++i) {
        float there = nearestMm(uv + radius * onDisc(i, turn), nearMm, farMm);
        if (there < own - blockingMm) {
            sum += there;
            blockers += 1.0;
        }
    }
    if (blockers == 0.0) return 1.0;
    radius = penumbraRadius(sum / blockers, own, cardHalf, perMm);
    float past = 0.0;
    for (int i = 0; i < shadowTaps; ++i)
        past += pastBlocker(own - nearestMm(uv + radius * onRing(i, turn, card.centre.w), nearMm, farMm), blockerSoftMm);
    return past / float(shadowTaps);
}

void main() {
    if (int(gl_GlobalInvocationID.x) >= inputs.vertices) return;
    int index = int(wanted[gl_GlobalInvocationID.x]);
    SkinVertex skin = vertices[index];
    Card card = shot.cards[inputs.card];
    vec3 toward = card.centre.xyz - skin.place.xyz;
    bool faces = dot(toward, skin.normal.xyz) > awayCosine * length(toward);
    if (inputs.card == 0) visible[index] = vec4(1.0, 1.0, 1.0, skin.place.w);
    visible[index][inputs.card] = faces && card.radiance.g > 0.0 ? seenShare(card, skin, spiralTurn(index)) : 1.0;
}
