// How light leaves skin by the angle of the eye, taken inside, where refraction keeps it within 46 degrees: straight up
// it comes from deeper than aslant. Lengths in mm, mu_a and mu_s' per mm. Fits to a Monte Carlo (index 1.4,
// Henyey-Greenstein g 0.8) of 40 skins, mu_s' 1.7 to 3.5, mu_a over mu_s' 0.005 to 0.3, at three angles: within 4 % of
// discrete ordinates.
#if defined(__cplusplus) || !defined(INKHEAL_SKIN_VIEW_LAWS_H)
#define INKHEAL_SKIN_VIEW_LAWS_H

const real meanInsideCosine = 0.858;  // at which light leaves as on average

/// How much less leaves for each unit of cosine, from untouched skin.
LAW real viewLean(real absorbPerMm, real scatterPerMm, real epidermalDepth) {
    return 1.3 * sqrt(absorbPerMm / scatterPerMm) - 2.1 * epidermalDepth / (1.0 + 1.3 * epidermalDepth);
}

/// What leaves to an eye at this cosine inside, over the mean of all.
LAW real viewed(real lean, real insideCosine) {
    return max(1.0 + lean * (meanInsideCosine - insideCosine), 0.0);
}

/// The same of what the tissue over the ink returns, were the ink black: thin, it returns more the longer light is in
/// it.
LAW real viewedShallow(real insideCosine) {
    return pow(meanInsideCosine / insideCosine, 1.45);
}

#endif
