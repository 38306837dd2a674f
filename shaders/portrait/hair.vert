#version 460
#extension GL_GOOGLE_include_directive : require
// Strips of hair that face the camera, with the light that each sends to it.
#include "shared/language.h"
#include "portrait/card_laws.h"
#include "portrait/hair_laws.h"
#include "portrait/frame_step.h"
#include "portrait/hair_step.h"

layout(push_constant) uniform Push { HairInputs inputs; };
layout(set = 0, binding = 0, std430) readonly buffer Frame { Shot shot; };
layout(set = 0, binding = 1, std430) readonly buffer Strands { HairStrand strands[]; };
layout(set = 0, binding = 2, rgba32ui) uniform readonly uimage2D lit;
layout(location = 0) out vec3 shine;
layout(location = 1) out vec3 through;
layout(location = 2) out vec2 across;  // pixels beside the middle; width

#include "portrait/table.glsl"
#include "portrait/lit_vertex.glsl"
#include "portrait/sky_light.glsl"
#include "portrait/hair_strand.glsl"

vec3 shineOf(HairPoint at, vec3 crosses) {
    LitVertex skin = litOf(at.hair.vertex);
    vec3 returns = vec3(hairReturns(crosses.r), hairReturns(crosses.g), hairReturns(crosses.b));
    vec3 toEye = normalize(shot.eye.xyz - at.place);
    float eyeSine = dot(at.way, toEye);
    vec3 eyeRound = normalize(toEye - eyeSine * at.way);
    vec3 above = skyIrradiance(skin.normal) * skin.visible.w, below = skin.light * shot.bare.rgb * skin.colour.rgb;
    vec3 sum = 0.5 * (above + below) * (hairMirrors + returns);
    for (int i = 0; i < 3; ++i) {
        Card card = shot.cards[i];
        if (card.radiance.g * skin.visible[i] <= 0.0) continue;
        vec3 vector = anyCardVector(at.place, card.centre.xyz, card.u.xyz, card.v.xyz, card.radiance.w > 0.0, card.centre.w);
        float size = length(vector), sines = eyeSine + dot(at.way, vector) / size;
        float cosine = dot(eyeRound, normalize(vector - dot(at.way, vector) * at.way));
        vec3 light = card.radiance.rgb * (halfTwoPi * size * skin.visible[i]);
        sum += light * (hairMirrors * hairAlong(sines, surfaceLobe, discVariance(size)) * surfaceRound(cosine));
        sum += light * returns * (hairAlong(sines, innerLobe, discVariance(size)) * innerRound(cosine));
    }
    return sum;
}

void main() {
    HairPoint at = hairPoint(gl_VertexIndex);
    vec3 crosses = crossing(at.hair);
    shine = shineOf(at, crosses);
    through = throughOf(crosses);
    vec4 clip = inputs.toClip * vec4(at.place, 1.0), heads = inputs.toClip * vec4(at.way, 0.0);
    vec2 run = (heads.xy * clip.w - clip.xy * heads.w) * inputs.pixels;
    float width = at.thickMm / (shot.eye.w * clip.w), beside = at.side * stripReach(width), far = length(run);
    vec2 aside = far > 0.0 ? vec2(-run.y, run.x) / far : vec2(1.0, 0.0);
    clip.xy += aside * (2.0 * beside * clip.w) / inputs.pixels;
    across = vec2(beside, width);
    gl_Position = clip;
}
