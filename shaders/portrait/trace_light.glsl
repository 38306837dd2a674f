// The cards as a path meets them: by places on them, or by rays that happen to meet them.
// Included by kernels that declare `shot` and include portrait/card_laws.h,
// trace_laws.h and random.glsl before.

struct CardRay {
    vec3 toward;    // unit
    vec3 light;     // radiance
    float density;  // of this direction, per steradian; 0: no card
};

float areaOf(Card card) { return cardArea(card.radiance.w > 0.0, card.centre.w) * length(card.u.xyz) * length(card.v.xyz); }

/// How much a card may matter at a place: how often it is asked.
float cardWeight(Card card, vec3 place) {
    vec3 off = card.centre.xyz - place;
    return max(card.radiance.g, 0.0) * areaOf(card) / dot(off, off);
}

float cardShare(int card, vec3 place) {
    vec3 all = vec3(cardWeight(shot.cards[0], place), cardWeight(shot.cards[1], place), cardWeight(shot.cards[2], place));
    return all[card] / max(all.x + all.y + all.z, 1e-20);
}

/// Density at a place of finding a card in this direction, met `far` away.
float cardDensity(Card card, float share, vec3 toward, float far) {
    return share * far * far / max(areaOf(card) * abs(dot(normalize(cross(card.u.xyz, card.v.xyz)), toward)), 1e-9);
}

/// Toward a place on this card for two even numbers; the card is asked in such a share of the cases.
CardRay onCard(Card card, float share, vec3 place, float first, float second) {
    vec2 at = cardPoint(first, second, card.radiance.w > 0.0, card.centre.w);
    vec3 off = card.centre.xyz + at.x * card.u.xyz + at.y * card.v.xyz - place;
    float far = length(off);
    return CardRay(off / far, card.radiance.rgb, cardDensity(card, share, off / far, far));
}

CardRay aCard(vec3 place, inout uint state) {
    float pick = chance(state);
    for (int i = 0; i < 3; ++i) {
        float share = cardShare(i, place);
        if (share <= 0.0 || (pick -= share) >= 0.0) continue;
        float first = chance(state);
        return onCard(shot.cards[i], share, place, first, chance(state));
    }
    return CardRay(vec3(0.0), vec3(0.0), 0.0);
}

/// Light of the cards that a ray from a place meets, each weighed against finding it as a place on the card.
vec3 cardsMet(vec3 place, vec3 toward, float density) {
    vec3 sum = vec3(0.0);
    for (int i = 0; i < 3; ++i) {
        Card card = shot.cards[i];
        if (card.radiance.g <= 0.0) continue;
        vec3 facing = cross(card.u.xyz, card.v.xyz);
        float slant = dot(facing, toward), far = dot(card.centre.xyz - place, facing) / (abs(slant) > 1e-9 ? slant : 1e-9);
        if (far <= 0.0) continue;
        vec3 off = place + far * toward - card.centre.xyz;
        vec2 at = vec2(dot(off, card.u.xyz) / dot(card.u.xyz, card.u.xyz), dot(off, card.v.xyz) / dot(card.v.xyz, card.v.xyz));
        if (!cardShines(at, card.radiance.w > 0.0, card.centre.w)) continue;
        sum += card.radiance.rgb * balanced(density, cardDensity(card, cardShare(i, place), toward, far));
    }
    return sum;
}
