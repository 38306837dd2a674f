// Light that a surface mirrors to the eye, from cards and sky; included by the kernels that declare `shot` and include
// portrait/card_laws.h and gloss_laws.h before.

vec3 skyAt(vec3 toward) { return mix(shot.skyBottom.rgb, shot.skyTop.rgb, smoothstep(-0.9, 0.9, dot(toward, shot.skyAxis.xyz))); }

/// What of one card a surface mirrors. Skin has two lobes.
vec3 mirroredCard(Card card, float seen, vec3 p, vec3 n, vec3 toEye, float sharp, float broad, float f0, bool skin) {
    SeenCard part = seenCard(p, n, toEye, card.centre.xyz, card.u.xyz, card.v.xyz);
    float shine = cardGloss(part, sharp, f0, card.centre.w);
    if (skin) shine = mix(cardGloss(part, broad, f0, card.centre.w), shine, sharpShare);
    return part.toLight > 0.0 ? card.radiance.rgb * (shine * seen) : vec3(0.0);
}

/// One lobe, or skin's two; `taken`: share of even light that they mirror and what lies below does not get.
vec3 mirror(vec3 p, vec3 n, vec3 toEye, vec4 seen, float roughness, float slopes, float f0, bool skin, out float taken) {
    float sharp = lobeAlpha(roughness, sharpLobe, slopes), broad = lobeAlpha(roughness, broadLobe, slopes);
    taken = mirroredShare(max(dot(n, toEye), leastFacing), sqrt(sharp), f0);
    vec3 sum = skyAt(reflect(-toEye, n)) * (seen.a * seen.a * taken);
    // One by one: where a card's place in memory is no constant, llvmpipe fetches it for each pixel apart.
    where (shot.cards[0].radiance.g > 0.0) sum += mirroredCard(shot.cards[0], seen.x, p, n, toEye, sharp, broad, f0, skin);
    where (shot.cards[1].radiance.g > 0.0) sum += mirroredCard(shot.cards[1], seen.y, p, n, toEye, sharp, broad, f0, skin);
    where (shot.cards[2].radiance.g > 0.0) sum += mirroredCard(shot.cards[2], seen.z, p, n, toEye, sharp, broad, f0, skin);
    return sum;
}
