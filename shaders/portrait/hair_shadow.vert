#version 460
#extension GL_GOOGLE_include_directive : require
// Strips of skin that strands keep one card's light from: as wide as its penumbra and the spread of light in skin.
#include "shared/language.h"
#include "portrait/card_laws.h"
#include "portrait/tint_laws.h"
#include "portrait/hair_laws.h"
#include "portrait/frame_step.h"
#include "portrait/hair_step.h"

layout(push_constant) uniform Push { HairInputs inputs; };
layout(set = 0, binding = 0, std430) readonly buffer Frame { Shot shot; };
layout(set = 0, binding = 1, std430) readonly buffer Strands { HairStrand strands[]; };
layout(set = 0, binding = 2, rgba32ui) uniform readonly uimage2D lit;
layout(location = 0) out vec4 stripe;    // mm beside the middle; rgb: share of the skin's light that is the card's
layout(location = 1) out vec4 variance;  // rgb; w: thickness, less what goes through

#include "portrait/table.glsl"
#include "portrait/lit_vertex.glsl"
#include "portrait/hair_strand.glsl"

void main() {
    HairPoint at = hairPoint(gl_VertexIndex);
    LitVertex skin = litOf(at.hair.vertex);
    Card card = shot.cards[inputs.card];
    vec3 root = at.hair.root.xyz, n = skin.normal;
    vec3 vector = anyCardVector(root, card.centre.xyz, card.u.xyz, card.v.xyz, card.radiance.w > 0.0, card.centre.w);
    float size = length(vector), slant = dot(vector, n) / size;
    vec3 toward = vector / size;
    float lifts = max(dot(at.place - root, n), 0.0) / max(slant, leastSlant);
    vec3 falls = at.place - toward * lifts, runs = at.way - toward * (dot(at.way, n) / max(slant, leastSlant));
    vec3 spread = vec3(wideMiddleMm(shot.spreadMm.r), wideMiddleMm(shot.spreadMm.g), wideMiddleMm(shot.spreadMm.b));
    variance.rgb = spread * spread + lifts * lifts * discVariance(size);
    variance.w = slant > leastSlant ? at.thickMm * (1.0 - throughOf(crossing(at.hair)).g) : 0.0;
    stripe.x = at.side * shadowReach * sqrt(max(variance.r, max(variance.g, variance.b)));
    stripe.yzw = min(card.radiance.rgb * (size * slant * skin.visible[inputs.card]) / max(skin.light, vec3(1e-3)), vec3(1.0));
    vec3 aside = normalize(cross(n, runs)), on = falls + stripe.x * aside - root;
    gl_Position = inputs.toClip * vec4(root + on, 1.0);
}
