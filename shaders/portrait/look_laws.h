// The surface of the piece as the frame shades it, from the state at one texel. Heights in mm, shares 0 to 1.
#if defined(__cplusplus) || !defined(INKHEAL_PORTRAIT_LOOK_LAWS_H)
#define INKHEAL_PORTRAIT_LOOK_LAWS_H

const real reliefMeanShare = 0.62;  // mean of the micro-relief over its depth, so that a chart's border shows no step
const real coveringCrustMm = 0.03;  // crust that hides the gloss of skin
const real fullSilver = 0.5;        // young corneum at the height of the silver skin (reference output 0.43)

/// Swelling smooths the micro-relief out, and so does epidermis that is days old.
LAW real reliefLeft(real swelling, real young) {
    return (1.0 - 0.5 * clamp(swelling, 0.0, 1.0)) * (1.0 - 0.5 * clamp(young, 0.0, 1.0));
}

/// Plates of crust differ in thickness, by the hash of the piece; 1 on average.
LAW real plateShare(real hash) {
    return 0.3 + 1.4 * hash;
}

/// How white a lifted scale looks: most at its curled rim, and on the plateaus of the relief rather than in its lines.
LAW real scaleVeil(real cover, real rimMm, real plateau) {
    return cover * (0.3 + 0.7 * exp(-rimMm / 0.35)) * (0.45 + 0.75 * clamp(plateau, 0.0, 1.0));
}

/// Young corneum is thicker on the plateaus of the relief; 1 on average.
LAW real filmShare(real plateau) {
    return 0.6 + 0.645 * clamp(plateau, 0.0, 1.0);
}

LAW real crustCover(real crustThickMm) {
    return 1.0 - exp(-crustThickMm / coveringCrustMm);
}

/// Lifted scales, or the silver film of young corneum; wet skin shows neither.
LAW real dryCover(real flake, real young, real wet) {
    return max(flake, 0.8 * clamp(young / fullSilver, 0.0, 1.0)) * (1.0 - 0.8 * wet);
}

#endif
