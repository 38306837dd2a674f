// Light that a surface mirrors to the eye, from cards and sky; included by the kernels that declare `shot` and include
// portrait/card_laws.h and gloss_laws.h before.

vec3 skyAt(vec3 toward) { return mix(shot.skyBottom.rgb, shot.skyTop.rgb, smoothstep(-0.9, 0.9, dot(toward, shot.skyAxis.xyz))); }

/// One lobe, or skin's two; `taken`: share of even light that they mirror and what lies below does not get.
vec3 mirror(vec3 p, vec3 n, vec3 toEye, vec4 seen, float roughness, float slopes, float f0, bool skin, out float taken) {
    float sharp = lobeAlpha(roughness, sharpLobe, slopes), broad = lobeAlpha(roughness, broadLobe, slopes);
    taken = mirroredShare(max(dot(n, toEye), leastFacing), sqrt(sharp), f0);
    vec3 sum = skyAt(reflect(-toEye, n)) * (seen.a * seen.a * taken);
    for (int i = 0; i < 3; ++i) {
        Card card = shot.cards[i];
        if (card.radiance.g <= 0.0) continue;
        SeenCard part = seenCard(p, n, toEye, card.centre.xyz, card.u.xyz, card.v.xyz);
        if (part.toLight <= 0.0) continue;
        float shine = cardGloss(part, sharp, f0, card.centre.w);
        if (skin) shine = mix(cardGloss(part, broad, f0, card.centre.w), shine, sharpShare);
        sum += card.radiance.rgb * (shine * seen[i]);
    }
    return sum;
}
