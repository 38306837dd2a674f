// The surface of the piece as the frame shades it, from the state at one texel. Heights in mm, shares 0 to 1.
// For the tint and the look of a piece, and for what studio reads from the same surface.
#if defined(__cplusplus) || !defined(INKHEAL_PORTRAIT_LOOK_LAWS_H)
#define INKHEAL_PORTRAIT_LOOK_LAWS_H

const real umPerMm = 1000.0;
const real coveringCrustMm = 0.03;  // crust that hides the gloss of skin
const real fullSilver = 0.5;        // young corneum at the height of the silver skin (reference output 0.43)
const real wrinkleMm = 0.016;       // depth of the wrinkles in the silver film at its height (one ankle, day 11: they
const real wrinkleAcrossMm = 1.5;   // glint as dashes across the limb, a few tenths apart)
const real wrinkleAlongMm = 0.30;
const real levelMm = 0.45;  // radius over which surface tension levels a film (own estimate, thin films)
const int levelTaps = 16;
const real poolMm = 1.3;  // between the beads of a film of plasma (own estimate)

/// Swelling smooths the micro-relief out, so does epidermis that is days old, and a film fills its furrows.
LAW real reliefLeft(real swelling, real young, real wet) {
    return (1.0 - 0.5 * clamp(swelling, 0.0, 1.0)) * (1.0 - 0.5 * clamp(young, 0.0, 1.0)) *
           (1.0 - 0.75 * clamp(wet, 0.0, 1.0));
}

/// Height of the fine wrinkles into which young corneum dries, round 0, mm: it shrinks on skin that does not. Scales
/// and a film hide them.
LAW real silverWrinkle(real xMm, real yMm, real young, real wet, uint seed) {
    real bend = 0.8 * softNoise(xMm / 2.3, yMm / 2.3, seed, 11u, 0);
    Nearest fold = nearestCentres(xMm / wrinkleAcrossMm, yMm / wrinkleAlongMm + bend, seed + 29u, 0);
    real silver = clamp(young / fullSilver, 0.0, 1.0) * (1.0 - clamp(wet, 0.0, 1.0));
    return wrinkleMm * silver * (plateau(fold, 0.32) - 0.65);
}

/// How uneven a crust dries: its height as a share of its mean thickness. Wet it is level.
LAW real crustBumps(real xMm, real yMm, real wet, uint seed) {
    real bumps =
        softNoise(xMm / 0.45, yMm / 0.38, seed, 15u, 0) + 0.6 * softNoise(xMm / 0.17, yMm / 0.15, seed, 16u, 0);
    return mix(0.45 + 0.69 * bumps, 1.0, clamp(wet, 0.0, 1.0));
}

/// Place of tap i of n spread evenly over the unit disc (Vogel's spiral).
LAW real diskX(int i, int n) {
    return sqrt((real(i) + 0.5) / real(n)) * cos(2.3999632 * real(i));
}
LAW real diskY(int i, int n) {
    return sqrt((real(i) + 0.5) / real(n)) * sin(2.3999632 * real(i));
}

/// How a film of plasma pools: share of its mean thickness.
LAW real pooled(real xMm, real yMm, uint seed) {
    real broad = softNoise(xMm / poolMm, yMm / poolMm, seed, 13u, 0);
    real fine = softNoise(2.3 * xMm / poolMm + 7.0, 2.3 * yMm / poolMm, seed, 14u, 0);
    return 0.05 + 1.5 * broad + 0.4 * fine;
}

/// Plates of crust differ in thickness, by the hash of the piece; 1 on average.
LAW real plateShare(real hash) {
    return 0.65 + 0.7 * hash;
}

/// How white a lifted scale looks: most at its curled rim, and on the plateaus of the relief rather than in its lines.
LAW real scaleVeil(real cover, real rimMm, real plateau) {
    return cover * (0.3 + 0.7 * exp(-rimMm / 0.35)) * (0.45 + 0.75 * clamp(plateau, 0.0, 1.0));
}

/// Young corneum is thicker on the plateaus of the relief; 1 on average.
LAW real filmShare(real plateau) {
    return 0.6 + 0.58 * clamp(plateau, 0.0, 1.0);
}

LAW real crustCover(real crustThickMm) {
    return 1.0 - exp(-crustThickMm / coveringCrustMm);
}

/// How dry skin looks once it is creamed: below 0 it shines.
LAW real creamed(real dry, real ointment) {
    return mix(-ointment, 1.0, clamp(dry, 0.0, 1.0));
}

/// Lifted scales, or the silver film of young corneum; wet skin shows neither.
LAW real dryCover(real flake, real young, real wet) {
    return max(flake, 0.8 * clamp(young / fullSilver, 0.0, 1.0)) * (1.0 - 0.8 * wet);
}

#endif
