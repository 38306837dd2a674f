// One step's decisions of a random walk of light in skin: the surface from either side, free paths, directions.
// Lengths in mm.
#if defined(__cplusplus) || !defined(INKHEAL_PORTRAIT_WALK_LAWS_H)
#define INKHEAL_PORTRAIT_WALK_LAWS_H

const real skinIndex = 1.4;         // of refraction, all layers of skin (science.md 1.1)
const real enteringMean = 0.92319;  // of cosine-distributed light that enters index 1.4 (integral of Fresnel's formula)
const real spareWeight = 0.3;       // a walk lighter than this ends or goes on at this weight (Russian roulette)
const real bottomless = 1e6;        // depth of a floor that is not there

/// Share of unpolarised light turned back at a smooth surface, for a cosine on this side; `index` is that of the far
/// side over the near side.
LAW real fresnelExact(real cosine, real index) {
    real c = clamp(cosine, 0.0, 1.0);
    real g2 = index * index - 1.0 + c * c;
    if (g2 <= 0.0) return 1.0;
    real g = sqrt(g2);
    real s = (g - c) / (g + c);
    real p = (c * (g + c) - 1.0) / (c * (g - c) + 1.0);
    return 0.5 * s * s * (1.0 + p * p);
}

/// Cosine inside the skin of a ray that had this cosine outside.
LAW real refractedCosine(real cosine) {
    return sqrt(1.0 - (1.0 - cosine * cosine) / (skinIndex * skinIndex));
}

/// Weight of light that falls on the skin from this cosine, 1 on average over a cosine distribution: what enters.
LAW real enteringWeight(real cosine) {
    return (1.0 - fresnelExact(cosine, skinIndex)) / enteringMean;
}

const real skinForward = 0.8;  // mean cosine of a scattering in skin (science.md 1.1)
const real forwardToMm = 0.7;  // deeper down light has lost its direction: even scattering of the reduced strength is
                               // the same to it (similarity)

/// Cosine of a scattering's angle for a number in 0..1, by its mean (Henyey and Greenstein 1941).
LAW real scatterCosine(real mean, real chance) {
    if (abs(mean) < 1e-3) return 1.0 - 2.0 * chance;
    real part = (1.0 - mean * mean) / (1.0 - mean + 2.0 * mean * chance);
    return clamp((1.0 + mean * mean - part * part) / (2.0 * mean), -1.0, 1.0);
}

/// Strength of scatterings of this mean cosine over their reduced one.
LAW real unreduced(real mean) {
    return 1.0 / (1.0 - mean);
}

/// Length of a free path in a medium of this extinction, for a number in 0..1.
LAW real freePathMm(real extinction, real chance) {
    return -log(max(1.0 - chance, 1e-9)) / max(extinction, 1e-6);
}

#endif
