// Blurs of light in skin, as weights of texels. Lengths in mm.
// For the tint, which is even light, and for the frame, whose light is not.
#if defined(__cplusplus) || !defined(INKHEAL_PORTRAIT_TINT_LAWS_H)
#define INKHEAL_PORTRAIT_TINT_LAWS_H

// The blur by tissue above the ink is skin/optics_laws.h's veilBlurMm in green light, so many times that in red and
// blue.
const real veilBlurRed = 1.3;
const real veilBlurBlue = 0.7;

// The wide kernel that carries light past ink: Burley's profile of scale d (rendering.md section 0, finding 4), as a
// narrow part that stays within a coarse texel and a Gaussian (fit of the line spread: 0.21 within 0.19 d, 0.79 of
// sigma 1.72 d).
const real wideRedMm = 0.423;
const real wideGreenMm = 0.272;
const real wideBlueMm = 0.153;
const real wideNarrowShare = 0.21;

LAW real wideSigmaMm(real scaleMm) {
    return 1.72 * scaleMm;
}

const real mostDarkening = 2.0;  // excess melanin that the table of bare skin goes to

/// Whether a place looks like bare skin, so that the table of it will do: what is on and in it hardly changes its
/// light.
LAW bool looksBare(real ink, real crust, real young, real flakes, real integrity) {
    return ink < 1e-4 && crust < 2e-3 && young < 2e-3 && flakes < 2e-3 && integrity > 0.995;
}

/// Ratio of neighbouring weights of an exponential line spread of scaleMm.
LAW real fallOff(real texelMm, real scaleMm) {
    return exp(-texelMm / scaleMm);
}

/// Weight of the texel itself and of its first neighbour on one side; the next are `ratio` times the one before. They
/// sum to 1.
LAW real centreWeight(real ratio) {
    return 1.0 - sqrt(ratio);
}
LAW real neighbourWeight(real ratio) {
    return 0.5 * sqrt(ratio) * (1.0 - ratio);
}

LAW real gaussianWeight(real distanceMm, real sigmaMm) {
    return exp(-0.5 * distanceMm * distanceMm / (sigmaMm * sigmaMm));
}

/// Light returned above the ink, then what crosses it twice.
LAW real flatTint(real above, real crossing, real seen, real seenWide) {
    return above + max(crossing, 1e-3) * seen * seenWide;
}

#endif
