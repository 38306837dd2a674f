// Light that a surface mirrors to the eye, from cards and sky; included by the kernels that declare `shot` and `skyMap`
// and include portrait/card_laws.h, gloss_laws.h, mirrored_card_laws.h, sky_laws.h, sky_light.glsl and where.glsl before.

/// What of one card a surface mirrors, by one lobe, or by two if `broad` is more than 0.
vec3 mirroredCard(Card card, float seen, GlossView view, float sharp, float broad, float f0) {
    float shine = cardGloss(view, card.centre.xyz, card.u.xyz, card.v.xyz, card.radiance.w > 0.0, card.centre.w, sharp, broad, f0);
    return card.radiance.rgb * (shine * seen);
}

/// One lobe, or skin's two; `taken`: share of even light that they mirror and what lies below does not get.
vec3 mirror(vec3 p, vec3 n, vec3 toEye, vec4 seen, float roughness, float slopes, float f0, bool skin, out float taken) {
    float sharp = lobeAlpha(roughness, sharpLobe, slopes), broad = skin ? lobeAlpha(roughness, broadLobe, slopes) : 0.0;
    float mean = skin ? mix(broad, sharp, sharpShare) : sharp;
    taken = mirroredShare(max(dot(n, toEye), leastFacing), mean, f0);
    vec3 sum = skyMirrored(reflect(-toEye, n), mean) * (seen.a * seen.a * taken);
    GlossView view = glossView(p, n, toEye);
    // One by one: where a card's place in memory is no constant, llvmpipe fetches it for each pixel apart.
    where (shot.cards[0].radiance.g * seen.x > 0.0) sum += mirroredCard(shot.cards[0], seen.x, view, sharp, broad, f0);
    where (shot.cards[1].radiance.g * seen.y > 0.0) sum += mirroredCard(shot.cards[1], seen.y, view, sharp, broad, f0);
    where (shot.cards[2].radiance.g * seen.z > 0.0) sum += mirroredCard(shot.cards[2], seen.z, view, sharp, broad, f0);
    return sum;
}
