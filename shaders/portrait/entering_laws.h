// The surface of skin from either side: what a smooth one turns back, and what of light from a direction enters.
// For the cards of the frame and for walks of light in skin.
#if defined(__cplusplus) || !defined(INKHEAL_PORTRAIT_ENTERING_LAWS_H)
#define INKHEAL_PORTRAIT_ENTERING_LAWS_H

const real skinIndex = 1.4;         // of refraction, all layers of skin (science.md 1.1)
const real enteringMean = 0.92319;  // of cosine-distributed light that enters index 1.4 (integral of Fresnel's formula)

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

/// Weight of light that falls on the skin from this cosine, 1 on average over a cosine distribution: what enters.
LAW real enteringWeight(real cosine) {
    return (1.0 - fresnelExact(cosine, skinIndex)) / enteringMean;
}

/// Cosine inside the skin of a ray that had this cosine outside.
LAW real refractedCosine(real cosine) {
    return sqrt(1.0 - (1.0 - cosine * cosine) / (skinIndex * skinIndex));
}

#endif
