// Light that a surface mirrors to the eye, from cards and sky; included by the kernels that declare `shot`, `inputs`,
// `mirrored` and `skyMap` and include portrait/card_laws.h, gloss_laws.h, mirrored_card_laws.h, mirrored_laws.h,
// sky_laws.h, sky_light.glsl and where.glsl before.

/// What of one card a surface mirrors, by one lobe, or by two if `broad` is more than 0.
vec3 mirroredCard(Card card, float seen, GlossView view, float sharp, float broad, float f0) {
    float shine = cardGloss(view, card.centre.xyz, card.u.xyz, card.v.xyz, card.radiance.w > 0.0, card.centre.w, inputs.asideTurn == 0.0, sharp, broad, f0);
    return card.radiance.rgb * (shine * seen);
}

/// Shares of the cards' light that one lobe mirrors, over its share of even light, at a place of the table.
vec3 tabled(vec2 place, float alpha) {
    float layer = mirroredLayer(alpha), low = floor(layer), high = min(low + 1.0, float(mirroredLayers - 1));
    vec3 rougher = textureLod(mirrored, vec3(place, high), 0.0).rgb;
    vec3 root = mix(textureLod(mirrored, vec3(place, low), 0.0).rgb, rougher, layer - low);
    return root * root;
}

/// What of the cards skin's two lobes mirror to an eye at this cosine, by the table.
vec3 tabledCards(vec3 p, vec3 n, float eyeZ, float sharp, float broad, float f0, vec3 seen) {
    vec3 right = normalize(shot.right.xyz), up = normalize(shot.up.xyz), off = p - shot.eye.xyz;
    vec3 local = vec3(dot(n, right), dot(n, up), -dot(n, shot.ahead.xyz));
    vec2 place = mirroredPlace(turnedNormal(local, vec2(dot(off, right), dot(off, up)), inputs.asideTurn));
    vec3 sharper = tabled(place, sharp) * mirroredShare(eyeZ, sharp, f0), softer = tabled(place, broad) * mirroredShare(eyeZ, broad, f0);
    vec3 cards = mix(softer, sharper, sharpShare) * seen;
    return cards.x * shot.cards[0].radiance.rgb + cards.y * shot.cards[1].radiance.rgb + cards.z * shot.cards[2].radiance.rgb;
}

/// One lobe, or skin's two; `taken`: share of even light that they mirror and what lies below does not get.
vec3 mirror(vec3 p, vec3 n, vec3 toEye, vec4 seen, float roughness, float slopes, float f0, bool skin, out float taken) {
    float sharp = lobeAlpha(roughness, sharpLobe, slopes), broad = skin ? lobeAlpha(roughness, broadLobe, slopes) : 0.0;
    float mean = skin ? meanAlpha(sharp, broad) : sharp;
    float eyeZ = max(dot(n, toEye), leastFacing);
    taken = mirroredShare(eyeZ, mean, f0);
    vec3 sum = skyMirrored(reflect(-toEye, n), mean) * (seen.a * seen.a * taken);
    bool byTable = skin && inputs.asideTurn > 0.0;
    where (byTable) sum += tabledCards(p, n, eyeZ, sharp, broad, f0, seen.rgb);
    GlossView view = glossView(p, n, toEye);
    vec3 asks = byTable ? vec3(0.0) : seen.rgb;
    // One by one: where a card's place in memory is no constant, llvmpipe fetches it for each pixel apart.
    where (shot.cards[0].radiance.g * asks.x > 0.0) sum += mirroredCard(shot.cards[0], seen.x, view, sharp, broad, f0);
    where (shot.cards[1].radiance.g * asks.y > 0.0) sum += mirroredCard(shot.cards[1], seen.y, view, sharp, broad, f0);
    where (shot.cards[2].radiance.g * asks.z > 0.0) sum += mirroredCard(shot.cards[2], seen.z, view, sharp, broad, f0);
    return sum;
}
