// How a fine relief shows on skin, whose depth returns light that the relief does not shade, and how a chart fades into
// the limb round it.
#if defined(__cplusplus) || !defined(INKHEAL_PORTRAIT_SCATTER_LAWS_H)
#define INKHEAL_PORTRAIT_SCATTER_LAWS_H

const real reliefKept = 0.21;  // of a fine relief's shading in light that has been deep (within 0.2 of its spread)

/// How much of a fine relief's shading survives scattering: what is returned near the surface, and a part of the rest.
LAW real reliefContrast(real nearSurface) {
    return nearSurface + (1.0 - nearSurface) * reliefKept;
}

const real reliefShown = 0.5;  // of the micro-relief's slopes: sweat, oil and down lie in the furrows (own estimate)

const real castNearMm = 0.10;  // how far toward the light crust and scales are asked whether they hide it
const real castFarMm = 0.26;
const real castFrom = 0.05;        // cover of crust or scales from which they are
const real leastSlanting = 0.001;  // of light over the skin, that casts a shadow
const real castShare = 0.7;        // of the light, that comes from there and can be hidden

/// Light left to a place in the shadow of what rises beside it, toward the light, this steeply; the light itself, as
/// wide as a studio's, stands over the skin with the tangent `lightSteep`.
LAW real lightPast(real rise, real lightSteep) {
    return 1.0 - castShare * smoothstep(0.5 * lightSteep, 1.5 * lightSteep, rise);
}

const real leastDeep = 1e-4;     // of what skin under the ink returns, below which nothing is told
const real leastCovered = 0.05;  // share of skin under a texel of light below which its light says nothing
const real leastWeight = 0.002;  // of a chart, below which it does not show

/// Weight of the chart over the limb: its rim fades out. `covered` is the blurred share of skin under the paper.
LAW real chartWeight(real rimMm, real covered) {
    return smoothstep(0.3, 3.0, rimMm) * smoothstep(0.75, 0.98, covered);
}

/// Keeps the strength of two unlike reliefs while one fades into the other.
LAW real blendGain(real weight) {
    return 1.0 / sqrt(weight * weight + (1.0 - weight) * (1.0 - weight));
}

#endif
