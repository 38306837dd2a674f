// Day 0: how artwork becomes dose and dose becomes wound. Lengths in mm; dose and load 1 = a full-density fill.
// For the kernels that ink a piece, and in double for the separation and the tests.
#if defined(__cplusplus) || !defined(INKHEAL_NEEDLE_LAWS_H)
#define INKHEAL_NEEDLE_LAWS_H

const real fullHoles = 1.5;     // holes' area over the skin's that make a full wound, I = 1 (own estimate)
const real leastCover = 0.002;  // of the artwork at a place, below which no needle marks it

/// Axis of the separation table: square root of linear light, even enough to the eye with 17 nodes.
LAW real tableAxis(real linearLight) {
    return sqrt(clamp(linearLight, 0.0, 1.0));
}

/// 0 for a hairline or a dot, 1 at the edge of a solid: `mean` load over the needle's footprint, `own` at its centre.
LAW real solidness(real mean, real own) {
    real share = own > 1e-4 ? mean / own : 1.0;
    return smoothstep(0.25, 0.48, share);
}

/// How far the ink of one place reaches on skin. A hairline or dot becomes as wide as the footprint, a solid's edge
/// moves by the dilation, and soft shading (a low dose, laid by dots that do not touch) stays where it is.
LAW real reachMm(real solid, real load, real footprintMm, real lineDilationMm, real solidDilationMm) {
    real reach = mix(max(0.5 * footprintMm, lineDilationMm), solidDilationMm, solid);
    return reach * smoothstep(0.35, 0.8, load);
}

/// A needle either marks or does not: partial cover of a hairline becomes full cover, of a solid's edge stays.
LAW real markedCover(real cover, real solid) {
    return mix(smoothstep(0.04, 0.45, cover), cover, solid);
}

/// Share of a neighbour's dose that arrives at distanceMm from it.
LAW real arriving(real distanceMm, real reach, real texelMm) {
    return clamp((reach - distanceMm) / texelMm + 0.5, 0.0, 1.0);
}

/// Work that a dose of black takes, over that of a full fill. A wash covers all of its place, and between two washes
/// one is worked into the other; fainter than the lightest, and of undiluted ink (1), it is separate marks. A tone is
/// built up from one pass of a thin wash to all `passes` of full black.
LAW real workedShare(real dose, real lightestWash, real passes) {
    real covered = min(dose / lightestWash, 1.0);
    real strength = clamp(dose, lightestWash, 1.0);
    return covered * mix(1.0, passes, strength) / passes;
}

/// Injury 0..1 by the area of all holes over that of the skin: holes fall at random, into each other too (Poisson).
LAW real injury(real holes) {
    return min((1.0 - exp(-holes)) / (1.0 - exp(-fullHoles)), 1.0);
}

/// Mediator that lingers at a place by the injury round it: a few punctures a millimetre call nearly all there is to
/// call.
LAW real lingeringMediator(real meanInjury) {
    return (1.0 - exp(-4.0 * clamp(meanInjury, 0.0, 1.0))) / (1.0 - exp(-4.0));
}

/// 1 where the needle passed, down to a tenth of a soft grey.
LAW real treated(real holes) {
    return smoothstep(0.0, 0.06, holes);
}

LAW real integrityAtStart(real wounded) {
    return 1.0 - 0.9 * wounded;
}  // science.md row 4
LAW real debrisAtStart(real wounded) {
    return 0.9 * wounded;
}  // science.md row 8

#endif
