// Light that a surface mirrors to the eye, from cards and sky; included by the kernels that declare `shot` and `skyMap`
// and include portrait/card_laws.h, gloss_laws.h, mirrored_card_laws.h, sky_laws.h,
// sky_light.glsl and where.glsl before.

/// One lobe, or skin's two; `taken`: share of even light that they mirror and what lies below does not get.
vec3 mirror(vec3 p, vec3 n, vec3 toEye, vec4 seen, float roughness, float slopes, float f0, bool skin, out float taken) {
    float sharp = lobeAlpha(roughness, sharpLobe, slopes), broad = skin ? lobeAlpha(roughness, broadLobe, slopes) : 0.0;
    float mean = skin ? mix(broad, sharp, sharpShare) : sharp;
    taken = mirroredShare(max(dot(n, toEye), leastFacing), mean, f0);
    vec3 sum = skyMirrored(reflect(-toEye, n), mean) * (seen.a * seen.a * taken);
    GlossView view = glossView(p, n, toEye);
    for (int i = 0; i < 3; ++i) {
        Card card = shot.cards[i];
        where (card.radiance.g * seen[i] > 0.0) {
            float shine = cardGloss(view, card.centre.xyz, card.u.xyz, card.v.xyz, card.radiance.w > 0.0, card.centre.w, sharp, broad, f0);
            sum += card.radiance.rgb * (shine * seen[i]);
        }
    }
    return sum;
}
