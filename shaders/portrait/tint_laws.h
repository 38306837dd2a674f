// Blurs of light in skin, as weights of texels. Lengths in mm.
// For the tint, which is even light, and for the frame, whose light is not.
#if defined(__cplusplus) || !defined(INKHEAL_PORTRAIT_TINT_LAWS_H)
#define INKHEAL_PORTRAIT_TINT_LAWS_H

// The wide kernel that carries light past ink, by how far light spreads in the skin (law::lightSpreadMm): a narrow part
// that stays within a coarse texel and two Gaussians (fit of the quantiles of Monte Carlo line spreads, which are the
// same in all bands once divided by their mean).
const real wideNarrowShare = 0.04;
const real wideMiddleShare = 0.49;

const real leastSkin = 1e-4;  // share of skin below which a place says nothing

LAW real wideMiddleMm(real spreadMm) {
    return 0.53 * spreadMm;
}
LAW real wideOuterMm(real spreadMm) {
    return 2.05 * spreadMm;
}

/// One Gaussian as broad as the kernel.
LAW real wideSigmaMm(real spreadMm) {
    return 1.25 * spreadMm;
}

/// Standard deviation that is left to do when averaging onto texels and drawing lines between them does its part.
LAW real coarseSigmaMm(real sigmaMm, real texelMm) {
    return sqrt(max(sigmaMm * sigmaMm - 0.25 * texelMm * texelMm, 0.01 * texelMm * texelMm));
}

/// What is left to blur from one standard deviation to another.
LAW real furtherSigmaMm(real fromMm, real toMm) {
    return sqrt(max(toMm * toMm - fromMm * fromMm, 0.0));
}

/// The kernel's answer from its three parts.
LAW real wideOf(real narrow, real middle, real outer) {
    return outer + wideNarrowShare * (narrow - outer) + wideMiddleShare * (middle - outer);
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
