// Gloss: GGX (Walter et al. 2007), and what of it lies on skin. alpha is roughness squared. What a lobe mirrors of a
// card is mirrored_card_laws.h's.
#if defined(__cplusplus) || !defined(INKHEAL_PORTRAIT_GLOSS_LAWS_H)
#define INKHEAL_PORTRAIT_GLOSS_LAWS_H

const real skinF0 = 0.028;      // n 1.4
const real filmF0 = 0.020;      // plasma, n 1.33 to 1.35
const real crustF0 = 0.045;     // n 1.54 of dried protein
const real ointmentF0 = 0.036;  // petrolatum, n 1.47
const real nailF0 = 0.046;      // keratin, n 1.55
const real sharpLobe = 0.75;    // two lobes: roughness times these, mixed (rendering.md 1a)
const real broadLobe = 1.3;
const real sharpShare = 0.85;
const real leastFacing = 0.02;    // cosine to the eye at a silhouette, where formulas end
const real uprightFacing = 0.05;  // a facet that looks further away from the eye is turned back so far
const real smoothest = 0.02;      // roughness of anything
const real wetMirrors = 0.35;     // gloss that skin keeps under a film: their indices of refraction are near each other
const real leastWet = 0.004;      // of a film, below which it does not show

/// Density of normals, per steradian; its projection on the surface sums to 1.
LAW real ggxDensity(real cosine, real alpha) {
    real a2 = alpha * alpha;
    real d = cosine * cosine * (a2 - 1.0) + 1.0;
    return a2 / (3.141592653589793 * d * d);
}

/// Smith's height-correlated masking over 4 cos cos (Heitz 2014).
LAW real smithVisibility(real toLight, real toEye, real alpha) {
    real a2 = alpha * alpha;
    real v = toLight * sqrt(a2 + (1.0 - a2) * toEye * toEye);
    real l = toEye * sqrt(a2 + (1.0 - a2) * toLight * toLight);
    return 0.5 / max(v + l, 1e-6);
}

LAW real fresnel(real f0, real cosine) {
    real c = 1.0 - clamp(cosine, 0.0, 1.0);
    real c2 = c * c;
    return f0 + (1.0 - f0) * c2 * c2 * c;
}

/// Share of even light that a GGX surface mirrors to the eye, each facet once: f0 times `straight`, and what Fresnel
/// adds, which is nothing straight on (own fits to the sum over the facets the eye sees, for roughness from 0.15:
/// within 6 % of the share for f0 of skin, 1.5 % rms).
LAW real mirroredStraight(real toEye, real rough) {
    real t = toEye / (toEye + 0.3);
    real a = -0.83311 + rough * (9.21463 + rough * (-18.99825 + rough * (17.44851 - rough * 5.89453)));
    real b = 7.72711 + rough * (-77.65043 + rough * (220.07510 + rough * (-243.72998 + rough * 92.72596)));
    real c = -12.24904 + rough * (180.91953 + rough * (-578.08934 + rough * (676.64802 - rough * 266.86560)));
    real d = 6.97829 + rough * (-125.83890 + rough * (429.95232 + rough * (-523.26605 + rough * 211.76740)));
    return a + t * (b + t * (c + t * d));
}
LAW real mirroredAskance(real toEye, real rough) {
    real u = 1.0 - toEye;
    real a = 3.51934 + rough * (-25.71670 + rough * (67.30746 + rough * (-72.87129 + rough * 27.80427)));
    real b = -18.61046 + rough * (128.84025 + rough * (-314.13326 + rough * (321.64020 - rough * 117.72645)));
    real c = 29.99956 + rough * (-183.32246 + rough * (409.99001 + rough * (-395.47178 + rough * 138.63100)));
    real d = -13.61566 + rough * (75.56226 + rough * (-156.08172 + rough * (141.49947 - rough * 47.19940)));
    return u * u * u * (a + u * (b + u * (c + u * d)));
}
LAW real mirroredShare(real toEye, real alpha, real f0) {
    real rough = sqrt(clamp(alpha, 0.0225, 1.0));
    return clamp(f0 * mirroredStraight(toEye, rough) + mirroredAskance(toEye, rough), 0.0, 1.0);
}

/// alpha once slopes that the pixel does not resolve, of this variance over both axes, join the lobe.
LAW real widened(real alpha, real slopeVariance) {
    return min(sqrt(alpha * alpha + max(slopeVariance, 0.0)), 1.0);
}

/// alpha of one of the lobes (sharpLobe, broadLobe) of a surface with slopes that the pixel does not resolve.
LAW real lobeAlpha(real roughness, real lobe, real slopeVariance) {
    real rough = clamp(roughness, smoothest, 1.0) * lobe;
    return widened(rough * rough, slopeVariance);
}

/// What passes a film of which this share mirrors. Light that its inside turns back meets the skin again and is part of
/// the skin's own reflectance, which knows the surface from within: a second loss would be counted twice.
LAW real throughFilm(real mirrored) {
    return 1.0 - mirrored;
}

/// Roughness of skin by what lies on it. `dry` rises with the silver film first, then with lifting scales; below 0 the
/// skin is creamed (science.md: 0.25 oily or under ointment).
LAW real skinRoughness(real crust, real dry, real nail) {
    real bare = mix(0.47, 0.25, clamp(-dry, 0.0, 1.0));
    real silver = smoothstep(0.0, 0.8, dry), scale = smoothstep(0.82, 1.0, dry);
    return mix(mix(mix(mix(bare, 0.36, silver), 0.74, scale), 0.68, crust), 0.27, nail);
}

const real filmRoughness = 0.16;

/// Reflectance straight on, by what lies on the skin.
LAW real surfaceF0(real nail, real crust, real dry, real wet) {
    real bare = mix(mix(skinF0, ointmentF0, clamp(-dry, 0.0, 1.0)), nailF0, nail);
    return mix(bare, crustF0, crust) * mix(1.0, wetMirrors, wet);
}

/// How far a film of this cover evens the relief under it out.
LAW real filmLevels(real wet) {
    return 0.6 * wet;
}

/// Gloss that a furrow loses: height under the mean, over the depth of the relief.
LAW real furrowGloss(real depthShare) {
    return 1.0 - 0.22 * clamp(depthShare, 0.0, 1.0);
}

#endif
