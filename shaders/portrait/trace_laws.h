// What a path of a reference picture decides at a surface: which facet mirrors it, how two ways of finding a light
// share it, and the layers of a column of skin. Lengths in mm; alpha is roughness squared.
#if defined(__cplusplus) || !defined(INKHEAL_PORTRAIT_TRACE_LAWS_H)
#define INKHEAL_PORTRAIT_TRACE_LAWS_H

const int traceEnded = 0, traceRay = 1, traceInSkin = 2;
const int traceBands = 16;
const int traceWalks = 4;  // of a path where it first enters the skin, each by another one of its bands
const int listRays = 0, listSkin = 1, listLeaves = 2;
const int traceRounds = 32;              // rays of a path at most: by then chance has ended all
const int traceHeads = 3 * traceRounds;  // lengths of the lists, before the lists
const int seamlessBounces = 3;           // rays before a path may end by chance
const real leastMirrored = 0.1;          // share of the paths that are mirrored, and most
const real mostMirrored = 0.5;
const real faintMirror = 0.05;       // mirrored light under this is looked at by chance
const real standsOffMm = 0.002;      // a ray starts so far above its surface
const real projectedMm = 0.02;       // a walk that ends this near to its start leaves where it went in
const real farOffChart = 1e6;        // mm, and further, stand for outside a chart
const real leastInk = 1e-4;          // dose under which a place is bare
const real surroundingsLevel = 4.5;  // mip of the surface that a furrow's depth counts from
const real furrowShare = 0.6;        // of the relief's depth that a furrow has
const real steepestFacet = 0.3;      // cosine of a facet's lean, and more, counts as this
const real reachesRound = 2.0;       // between the charts: it leaves within so many times the distance it went

// Fractions that spread numbers evenly in two dimensions and in one (Roberts 2018), times 2^32; the last four are roots
// of primes, so that no two dimensions go together.
const uint spreadX = 3242174889u;
const uint spreadY = 2447445414u;
const uint spreadBand = 2654435769u;
const uint spreadCluster = 1779033704u;
const uint spreadMirror = 3144134277u;
const uint spreadCardU = 2773480762u;
const uint spreadCardV = 2600822924u;

/// The `number`-th of numbers in 0..1 that are spread evenly however many are taken, from a start by pixel.
LAW real evenShare(int number, uint spread, uint start) {
    uint at = start + uint(number) * spread;
    return real(at >> 8u) / 16777216.0;
}

/// Smith's masking of one direction (Walter et al. 2007), by its cosine.
LAW real smithMasking(real cosine, real alpha) {
    real a2 = alpha * alpha;
    return 2.0 * cosine / max(cosine + sqrt(a2 + (1.0 - a2) * cosine * cosine), 1e-6);
}

/// Density of directions that facets drawn by how visible they are mirror an eye to (Heitz 2018).
LAW real mirroredDensity(real half_, real toEye, real alpha) {
    return smithMasking(toEye, alpha) * ggxDensity(half_, alpha) / max(4.0 * toEye, 1e-6);
}

/// Share of light at the eye that such a facet mirrors: Fresnel's, and what other facets leave of it.
LAW real facetMirrors(real f0, real between, real toLight, real toEye, real alpha) {
    if (toLight <= 0.0) return 0.0;
    return fresnel(f0, between) * 4.0 * toLight * toEye * smithVisibility(toLight, toEye, alpha) /
           max(smithMasking(toEye, alpha), 1e-6);
}

/// Share of the paths that follow a mirror of this strength.
LAW real mirroredPaths(real strength) {
    return clamp(strength, leastMirrored, mostMirrored);
}

/// Weight of a light found with one density where another way finds it with the other (balance heuristic, Veach 1995).
LAW real balanced(real own, real other) {
    return own / max(own + other, 1e-20);
}

/// Whether a path of this greatest weight goes on: the chance of it.
LAW real goesOn(real weight, int bounces) {
    return bounces < seamlessBounces ? 1.0 : clamp(weight, 0.05, 0.95);
}

#endif
