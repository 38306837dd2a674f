// How much of a card a place on the body sees past the rest of it: blockers are sought in the card's shadow map, then
// counted over a disc as wide as their penumbra (percentage-closer soft shadows, Fernando 2005). Lengths in mm.
#if defined(__cplusplus) || !defined(INKHEAL_PORTRAIT_SHADOW_LAWS_H)
#define INKHEAL_PORTRAIT_SHADOW_LAWS_H

const int shadowTaps = 12;
const real goldenCosine = -0.7373688780783197;  // of the golden angle: points turned by it fill a disc evenly
const real goldenSine = 0.6754902942615238;     // (Vogel 1979)
const int spiralTurns = 61;                     // spirals that vertices take by turns, so that their errors differ
const real standOffMm = 0.7;                    // a place looks from so far above its skin, past the chords of the mesh
const real searchAheadMm = 40.0;  // the search is as wide as the penumbra of a blocker so far before the skin
const real widestSearch = 0.08;   // of the shadow map's edge
const real blockingMm = 0.6;      // what stands nearer to the card than the place by this blocks it
const real overHorizonMm = 0.3;   // and stands so far over the place's tangent plane: what lies under its horizon hides
                                  // only what the horizon cuts from the card anyway
const real narrowestMm = 0.7;     // radius of a penumbra: the vertices are about as far apart
const real blockerSoftMm = 0.5;   // depth over which a blocker begins to count
const real awayCosine = -0.35;    // skin turned further away gets nothing of the card, hidden or not

/// Distance from the eye of a perspective depth buffer's value 0..1.
LAW real depthMm(real depth, real nearMm, real farMm) {
    return nearMm * farMm / (farMm - depth * (farMm - nearMm));
}

/// The i-th of shadowTaps points spread evenly over the unit disc: how far out it lies, and the direction of the next.
LAW real discRadius(int i) {
    return sqrt((real(i) + 0.5) / real(shadowTaps));
}
LAW vec2 turnedOn(vec2 way) {
    return vec2(goldenCosine * way.x - goldenSine * way.y, goldenSine * way.x + goldenCosine * way.y);
}

/// How far out it lies on a ring of outer radius 1: the penumbra of a card has the card's shape.
LAW real ringRadius(int i, real hollow) {
    return sqrt(mix(hollow * hollow, 1.0, (real(i) + 0.5) / real(shadowTaps)));
}

/// Turn of a vertex' spiral.
LAW real spiralTurn(int vertex) {
    return 6.283185307179586 * real(vertex % spiralTurns) / real(spiralTurns);
}

/// Radius of the penumbra, over the card's half size: similar triangles.
LAW real penumbraShare(real blockerMm, real receiverMm) {
    return clamp((receiverMm - blockerMm) / max(blockerMm, 1.0), 0.0, 0.5);
}

/// Radius, in widths of the shadow map, of the search for blockers and of the penumbra of one; `perMm` is how much of
/// the map a mm covers at the place.
LAW real searchRadius(real receiverMm, real cardHalfMm, real perMm) {
    return min(cardHalfMm * penumbraShare(receiverMm - searchAheadMm, receiverMm) * perMm, widestSearch);
}
LAW real penumbraRadius(real blockerMm, real receiverMm, real cardHalfMm, real perMm) {
    return max(cardHalfMm * penumbraShare(blockerMm, receiverMm), narrowestMm) * perMm;
}

/// Share of light past a blocker `behindMm` nearer to it, softened over softMm.
LAW real pastBlocker(real behindMm, real softMm) {
    return 1.0 - smoothstep(0.0, softMm, behindMm - softMm);
}

#endif
