// Light that falls on a place of skin, from cards and sky; included by the kernels that declare `shot` and include
// portrait/card_laws.h and portrait/tint_laws.h before.
#include "portrait/sky_light.glsl"

struct Falling {
    vec3 light;    // irradiance over pi
    vec3 toLight;  // its change as the normal leans
};

Falling fallingLight(vec3 place, vec3 normal, float curvature, vec4 visible) {
    vec3 leak = vec3(scatterLeak(curvature, wideSigmaMm(shot.spreadMm.r)), scatterLeak(curvature, wideSigmaMm(shot.spreadMm.g)),
                     scatterLeak(curvature, wideSigmaMm(shot.spreadMm.b)));
    vec3 open = vec3(opennessWithBounces(visible.a, shot.bare.r), opennessWithBounces(visible.a, shot.bare.g),
                     opennessWithBounces(visible.a, shot.bare.b));
    Falling sum;
    sum.light = skyIrradiance(normal) * open;
    sum.toLight = skyLean(normal) * visible.a;
    for (int i = 0; i < 3; ++i) {
        Card card = shot.cards[i];
        if (card.radiance.g <= 0.0) continue;
        bool round_ = card.radiance.w > 0.0;
        vec3 share = vec3(0.0), lean = vec3(0.0);
        for (int k = 0; k < cardPatches; ++k) {
            vec3 part = cardPatch(k, round_, card.centre.w), toward = towardPatch(place, card.centre.xyz, card.u.xyz, card.v.xyz, part);
            float sheds = patchIrradiance(toward, card.u.xyz, card.v.xyz, part, round_, card.centre.w);
            toward = normalize(toward);
            float cosine = dot(toward, normal), enters = sheds * enteringWeight(max(cosine, leastEntering));
            share += enters * vec3(horizonCosine(cosine, leak.r), horizonCosine(cosine, leak.g), horizonCosine(cosine, leak.b));
            lean += cosine > 0.0 ? enters * toward : vec3(0.0);
        }
        sum.light += card.radiance.rgb * share * visible[i];
        sum.toLight += card.radiance.g * visible[i] * lean;
    }
    return sum;
}
