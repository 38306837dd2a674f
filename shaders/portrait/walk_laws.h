// One step's decisions of a random walk of light in skin: the surface from either side, free paths, directions.
// Lengths in mm.
#if defined(__cplusplus) || !defined(INKHEAL_PORTRAIT_WALK_LAWS_H)
#define INKHEAL_PORTRAIT_WALK_LAWS_H

#include "portrait/entering_laws.h"

const real spareWeight = 0.3;  // a walk lighter than this ends or goes on at this weight (Russian roulette)
const real mostLikely = 1e15;  // of a walk for one band over another
const real bottomless = 1e6;   // depth of a floor that is not there
const real leastSlant = 1e-7;  // cosine to the vertical of a way that is level
const int mostEvents = 65535;  // of a walk: llvmpipe ends any loop after as many, and no GPU waits for one for ever

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
