// Light on skin from soft boxes ("cards": one-coloured rectangles) and a sky that fades from top to bottom. Irradiance
// is divided by pi, so that a white surface under light of radiance 1 from everywhere has 1. Lengths in mm.
#if defined(__cplusplus) || !defined(INKHEAL_PORTRAIT_CARD_LAWS_H)
#define INKHEAL_PORTRAIT_CARD_LAWS_H

const real twoPi = 6.283185307179586;

/// angle / sin(angle) from the cosine, for angles to 90 degrees (series of arcsine; 0.6 % at 90 degrees).
LAW real angleOverSine(real cosine) {
    real t = 0.5 * (1.0 - cosine);
    return 1.0 +
           t * (0.6666667 + t * (0.5333333 + t * (0.4571429 + t * (0.4063492 + t * (0.3694084 + t * 0.3409923)))));
}

/// Lambert's contour term of one edge seen from the origin; a and b unit.
LAW vec3 contourTerm(vec3 a, vec3 b) {
    return cross(a, b) * angleOverSine(dot(a, b));
}

/// The vector of the card's light at `place`: its dot with a normal that sees all of the card is irradiance over
/// radiance.
LAW vec3 cardVector(vec3 place, vec3 centre, vec3 u, vec3 v) {
    vec3 toward = centre - place;
    vec3 a = normalize(toward - u - v);
    vec3 b = normalize(toward + u - v);
    vec3 c = normalize(toward + u + v);
    vec3 d = normalize(toward - u + v);
    vec3 sum = (contourTerm(a, b) + contourTerm(b, c) + contourTerm(c, d) + contourTerm(d, a)) / twoPi;
    return dot(sum, toward) < 0.0 ? -sum : sum;
}

/// cos of the angle to a light that is `half` wide (sine of half its angle) as the horizon cuts it. Scattering in
/// curved skin widens `half`: light leaks past the horizon.
LAW real horizonCosine(real cosine, real half_) {
    if (cosine >= half_) return cosine;
    if (cosine <= -half_) return 0.0;
    return (cosine + half_) * (cosine + half_) / (4.0 * half_);
}

/// A light without its colour.
LAW real greyOf(vec3 light) {
    return (light.x + light.y + light.z) / 3.0;
}

/// Irradiance over radiance of a light whose vector has this length and cosine to the normal.
LAW real cardIrradiance(real vectorLength, real cosine, real leak) {
    return vectorLength * horizonCosine(cosine, min(sqrt(vectorLength) + leak, 1.0));
}

/// How far light creeps round a limb of this curvature: angle, from the kernel's sigma (see horizonCosine; 1.5 fits a
/// blurred kink).
LAW real scatterLeak(real curvaturePerMm, real sigmaMm) {
    return min(1.5 * max(curvaturePerMm, 0.0) * sigmaMm, 0.5);
}

/// How much of a card's vector says how its irradiance changes as the normal leans: all, but for cards that the horizon
/// cuts.
LAW real leanShare(real cosine) {
    return smoothstep(-0.1, 0.3, cosine);
}

/// The same of the sky: slope of skyShare.
const real skyLean = 0.5;

/// Sky share seen by a normal: 1 for one that faces the sky's top, 0 its bottom.
LAW real skyShare(real cosine) {
    return 0.5 + skyLean * cosine;
}

/// Openness once light that bounces between neighbouring skin of this reflectance is counted (geometric series).
LAW real opennessWithBounces(real openness, real reflectance) {
    return openness / (1.0 - reflectance * (1.0 - openness));
}

#endif
