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
        vec3 vector = anyCardVector(place, card.centre.xyz, card.u.xyz, card.v.xyz, card.radiance.w > 0.0, card.centre.w);
        float size = length(vector), cosine = dot(vector, normal) / size;
        vec3 share = vec3(cardIrradiance(size, cosine, leak.r), cardIrradiance(size, cosine, leak.g), cardIrradiance(size, cosine, leak.b));
        float entering = enteringWeight(max(cosine, leastEntering));
        sum.light += card.radiance.rgb * share * (entering * visible[i]);
        sum.toLight += card.radiance.g * entering * visible[i] * leanShare(cosine) * vector;
    }
    return sum;
}
