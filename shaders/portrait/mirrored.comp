#version 460
#extension GL_GOOGLE_include_directive : require
// Fills the table of what one lobe of skin mirrors of each card, over what it mirrors of even light: r, g, b are the three cards.
// Roots, between which lines are straighter.
#include "shared/language.h"
#include "portrait/card_laws.h"
#include "portrait/gloss_laws.h"
#include "portrait/mirrored_card_laws.h"
#include "portrait/mirrored_laws.h"
#include "portrait/frame_step.h"

layout(local_size_x = 8, local_size_y = 8) in;
layout(push_constant) uniform Push { MirroredInputs inputs; };
layout(set = 0, binding = 0, std430) readonly buffer Frame { Shot shot; };
layout(set = 0, binding = 1, rgba16f) uniform writeonly image2DArray mirrored;

float cardMirrored(Card card, GlossView view, float alpha) {
    return card.radiance.g > 0.0 ? cardGloss(view, card.centre.xyz, card.u.xyz, card.v.xyz, card.radiance.w > 0.0, card.centre.w, true, alpha, 0.0, skinF0) : 0.0;
}

void main() {
    ivec3 texel = ivec3(gl_GlobalInvocationID);
    vec3 n = mirroredNormal((vec2(texel.xy) + 0.5) / float(mirroredSide));
    n.z = max(n.z, uprightFacing);
    vec3 back = -shot.ahead.xyz, middle = shot.eye.xyz + shot.ahead.xyz * inputs.middleMm;
    vec3 normal = normalize(n.x * normalize(shot.right.xyz) + n.y * normalize(shot.up.xyz) + n.z * back);
    float alpha = mirroredAlpha(texel.z);
    GlossView view = glossView(middle, normal, back);
    float taken = max(mirroredShare(view.eyeZ, alpha, skinF0), leastTaken);
    vec3 cards = vec3(cardMirrored(shot.cards[0], view, alpha), cardMirrored(shot.cards[1], view, alpha), cardMirrored(shot.cards[2], view, alpha));
    imageStore(mirrored, texel, vec4(sqrt(cards / taken), 1.0));
}
