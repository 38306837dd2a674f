// A flexion crease of the skin as a furrow: its slope and how much of the light above it sees, from the distance to its
// middle and its depth, mm. And how a vertex carries both in one number.
#if defined(__cplusplus) || !defined(INKHEAL_PORTRAIT_CREASE_LAWS_H)
#define INKHEAL_PORTRAIT_CREASE_LAWS_H

const real creaseNarrowest = 0.27;  // mm to where a furrow falls steepest, and by its depth (own estimate from
const real creaseWidens = 0.75;     // close-ups of wrists and knuckles: half a mm to a mm and a half in all)
const real creaseCloses = 0.55;     // of the light that a furrow as deep as wide loses in its middle
const real creaseKept = 0.4;        // of its shading in light that has been deep: wider than micro-relief

const real creaseSteps = 200.0;  // of its depth a mm
const real creaseRange = 16.0;   // twice the farthest distance carried

LAW real creaseHalfMm(real deepMm) {
    return creaseNarrowest + creaseWidens * deepMm;
}

/// exp(-(distance / half)^2)
LAW real creaseShare(real besideMm, real deepMm) {
    real x = besideMm / creaseHalfMm(deepMm);
    return exp(-x * x);
}

/// Change of the skin's height with the distance.
LAW real creaseSlope(real besideMm, real deepMm) {
    real half_ = creaseHalfMm(deepMm);
    return 2.0 * deepMm * besideMm / (half_ * half_) * creaseShare(besideMm, deepMm);
}

/// Openness to light from all over.
LAW real creaseOpen(real besideMm, real deepMm) {
    return 1.0 - min(creaseCloses * deepMm / creaseHalfMm(deepMm), 0.8) * creaseShare(besideMm, deepMm);
}

/// Both numbers in one: whole steps of depth, and between them the distance.
LAW real carriedCrease(real besideMm, real deepMm) {
    real steps = floor(deepMm * creaseSteps + 0.5);
    return creaseRange * steps + clamp(besideMm, -0.49 * creaseRange, 0.49 * creaseRange) + 0.5 * creaseRange;
}
LAW real carriedDeepMm(real carried) {
    return floor(carried / creaseRange) / creaseSteps;
}
LAW real carriedBesideMm(real carried) {
    return carried - creaseRange * floor(carried / creaseRange) - 0.5 * creaseRange;
}

#endif
