// Gloss: GGX (Walter et al. 2007) in slope space, where a card's share of the lobe has a closed form. alpha is
// roughness squared.
#if defined(__cplusplus) || !defined(INKHEAL_PORTRAIT_GLOSS_LAWS_H)
#define INKHEAL_PORTRAIT_GLOSS_LAWS_H

const real skinF0 = 0.028;    // n 1.4
const real filmF0 = 0.020;    // plasma, n 1.33 to 1.35
const real crustF0 = 0.045;   // n 1.54 of dried protein
const real nailF0 = 0.046;    // keratin, n 1.55
const real sharpLobe = 0.75;  // two lobes: roughness times these, mixed (rendering.md 1a)
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

/// Share of GGX slopes along one direction that lie between low and high.
LAW real slopeShare(real low, real high, real alpha) {
    real a2 = alpha * alpha;
    return 0.5 * (high / sqrt(a2 + high * high) - low / sqrt(a2 + low * low));
}

/// What slope of the surface mirrors `toLight` to `toEye`, as a vector in the tangent plane.
LAW vec3 mirrorSlope(vec3 normal, vec3 toEye, vec3 toLight) {
    vec3 between = toEye + toLight;
    return between / max(dot(between, normal), 0.03) - normal;
}

/// A card as the lobe sees it: a rectangle of slopes and the direction in it nearest to the mirror's.
struct SeenCard {
    real uLow, uHigh, vLow, vHigh;
    real toLight, toEye, between, half_;  // cosines: normal-light, normal-eye, eye-half, normal-half
};

LAW SeenCard seenCard(vec3 place, vec3 normal, vec3 toEye, vec3 centre, vec3 u, vec3 v) {
    vec3 toward = centre - place;
    vec3 low = mirrorSlope(normal, toEye, normalize(toward - u));
    vec3 high = mirrorSlope(normal, toEye, normalize(toward + u));
    vec3 below = mirrorSlope(normal, toEye, normalize(toward - v));
    vec3 over = mirrorSlope(normal, toEye, normalize(toward + v));
    vec3 along = normalize(high - low);
    vec3 across = cross(normal, along);
    SeenCard seen;
    seen.uLow = dot(low, along);
    seen.uHigh = dot(high, along);
    real a = dot(below, across), b = dot(over, across);
    seen.vLow = min(a, b);
    seen.vHigh = max(a, b);
    vec3 nearest =
        normalize(normal + along * clamp(0.0, seen.uLow, seen.uHigh) + across * clamp(0.0, seen.vLow, seen.vHigh));
    seen.between = clamp(dot(toEye, nearest), 0.0, 1.0);
    vec3 toLight = nearest * (2.0 * dot(toEye, nearest)) - toEye;
    seen.toLight = clamp(dot(normal, toLight), 0.0, 1.0);
    seen.toEye = max(dot(normal, toEye), leastFacing);
    seen.half_ = max(dot(normal, nearest), leastFacing);
    return seen;
}

/// Radiance over the card's own that a lobe of this alpha mirrors. `hollow` is the share of the card's edges cut out of
/// its middle.
LAW real cardGloss(SeenCard seen, real alpha, real f0, real hollow) {
    real share = slopeShare(seen.uLow, seen.uHigh, alpha) * slopeShare(seen.vLow, seen.vHigh, alpha);
    if (hollow > 0.0) {
        real u = 0.5 * (seen.uLow + seen.uHigh), v = 0.5 * (seen.vLow + seen.vHigh);
        real du = 0.5 * hollow * (seen.uHigh - seen.uLow), dv = 0.5 * hollow * (seen.vHigh - seen.vLow);
        share = max(share - slopeShare(u - du, u + du, alpha) * slopeShare(v - dv, v + dv, alpha), 0.0);
    }
    // A card behind the surface, opposite the eye, is no small rectangle of slopes any more.
    real trusted = smoothstep(0.05, 0.35, seen.between);
    return trusted * fresnel(f0, seen.between) * share * 4.0 * smithVisibility(seen.toLight, seen.toEye, alpha) *
           seen.toLight * seen.between / seen.half_;
}

/// Share of even light that a GGX surface mirrors to the eye, single scattering (analytic fit: Karis 2014, after
/// Lazarov 2013).
LAW real mirroredShare(real toEye, real roughness, real f0) {
    real x = 1.0 - roughness;
    real y = 0.0425 - 0.0275 * roughness;
    real z = 1.04 - 0.572 * roughness;
    real w = 0.022 * roughness - 0.04;
    real a = min(x * x, pow(2.0, -9.28 * toEye)) * x + y;
    return max(f0 * (z - 1.04 * a) + 1.04 * a + w, 0.0);
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

/// What passes a film both ways, of which it mirrors this share.
LAW real throughFilm(real mirrored) {
    return (1.0 - mirrored) * (1.0 - mirrored);
}

/// Roughness of skin by what lies on it. `dry` rises with the silver film first, then with lifting scales.
LAW real skinRoughness(real crust, real dry, real nail) {
    real silver = smoothstep(0.0, 0.8, dry), scale = smoothstep(0.82, 1.0, dry);
    return mix(mix(mix(mix(0.47, 0.36, silver), 0.74, scale), 0.68, crust), 0.27, nail);
}

const real filmRoughness = 0.16;

/// Reflectance straight on, by what lies on the skin.
LAW real surfaceF0(real nail, real crust, real wet) {
    return mix(mix(skinF0, nailF0, nail), crustF0, crust) * mix(1.0, wetMirrors, wet);
}

/// How far a film of this cover evens the relief under it out.
LAW real filmLevels(real wet) {
    return 0.2 * wet;
}

/// Gloss that a furrow loses: height under the mean, over the depth of the relief.
LAW real furrowGloss(real depthShare) {
    return 1.0 - 0.22 * clamp(depthShare, 0.0, 1.0);
}

#endif
