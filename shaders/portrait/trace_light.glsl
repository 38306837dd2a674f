// The lights as a path meets them: cards by places on them or by rays that happen to meet them, and the sky.
// Included by kernels that declare `shot` and include portrait/trace_laws.h and portrait/random.glsl before.

struct CardRay {
    vec3 toward;    // unit
    vec3 light;     // radiance
    float density;  // of this direction, per steradian; 0: no card
};

/// How much a card may matter at a place: how often it is asked.
float cardWeight(Card card, vec3 place) {
    vec3 off = card.centre.xyz - place;
    float area = 4.0 * length(card.u.xyz) * length(card.v.xyz) * (1.0 - card.centre.w * card.centre.w);
    return max(card.radiance.g, 0.0) * area / dot(off, off);
}

float cardShare(int card, vec3 place) {
    vec3 all = vec3(cardWeight(shot.cards[0], place), cardWeight(shot.cards[1], place), cardWeight(shot.cards[2], place));
    return all[card] / max(all.x + all.y + all.z, 1e-20);
}

/// Density at a place of finding a card in this direction, met `far` away.
float cardDensity(Card card, float share, vec3 toward, float far) {
    vec3 facing = cross(card.u.xyz, card.v.xyz);
    float area = 4.0 * length(facing) * (1.0 - card.centre.w * card.centre.w);
    return share * far * far / max(area * abs(dot(normalize(facing), toward)), 1e-9);
}

/// A place on a card, -1..1 both ways; of a hollow one on the four strips round its middle, each turned by a right angle.
vec2 onCard(float hollow, inout uint state) {
    vec2 p = vec2(chance(state), chance(state));
    if (hollow <= 0.0) return 2.0 * p - 1.0;
    int strip = min(int(4.0 * chance(state)), 3);
    vec2 at = vec2(-1.0 + p.x * (1.0 + hollow), hollow + p.y * (1.0 - hollow));
    for (int i = 0; i < strip; ++i) at = vec2(-at.y, at.x);
    return at;
}

CardRay aCard(vec3 place, inout uint state) {
    float pick = chance(state);
    for (int i = 0; i < 3; ++i) {
        float share = cardShare(i, place);
        if (share <= 0.0 || (pick -= share) >= 0.0) continue;
        Card card = shot.cards[i];
        vec2 at = onCard(card.centre.w, state);
        vec3 off = card.centre.xyz + at.x * card.u.xyz + at.y * card.v.xyz - place;
        float far = length(off);
        return CardRay(off / far, card.radiance.rgb, cardDensity(card, share, off / far, far));
    }
    return CardRay(vec3(0.0), vec3(0.0), 0.0);
}

vec3 skyToward(vec3 toward) { return mix(shot.skyBottom.rgb, shot.skyTop.rgb, skyHeight(dot(toward, shot.skyAxis.xyz))); }

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
        vec2 at = abs(vec2(dot(off, card.u.xyz) / dot(card.u.xyz, card.u.xyz), dot(off, card.v.xyz) / dot(card.v.xyz, card.v.xyz)));
        if (max(at.x, at.y) > 1.0 || max(at.x, at.y) < card.centre.w) continue;
        sum += card.radiance.rgb * balanced(density, cardDensity(card, cardShare(i, place), toward, far));
    }
    return sum;
}
