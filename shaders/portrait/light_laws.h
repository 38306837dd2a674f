// Light on skin: soft boxes, gloss, the colour that skin gives a shadow's edge, and the print of it all. Directions are unit;
// roughness is perceptual (alpha = roughness squared). Sources: Schlick 1994 for Fresnel; Toksvig 2005 for unresolved relief.
#if defined(__cplusplus) || !defined(INKHEAL_PORTRAIT_LIGHT_LAWS_H)
#define INKHEAL_PORTRAIT_LIGHT_LAWS_H

const real skinF0 = 0.028;             // index 1.4
const real plasmaF0 = 0.020;           // index 1.33
const real plasmaRoughness = 0.12;
const real drySkinRoughness = 0.58;    // gloss of the outer corneum
const real silverRoughness = 0.34;     // smooth young corneum
const real crustRoughness = 0.74;
const real nailRoughness = 0.30;
const real secondLobeShare = 0.15;     // of the sharper lobe (engine practice: mix 0.85/0.15)
const real secondLobeScale = 0.55;
const real scatterRedMm = 0.424;       // Burley d of bare skin under a shadow edge (rendering.md finding 4)
const real scatterGreenMm = 0.236;
const real scatterBlueMm = 0.147;
const int shadowTaps = 10;
const real goldenAngle = 2.39996323;
const real shadowBias = 0.0006;        // of the depth of the shadow map
const real penumbraMm = 3.0;           // typical half shadow of the key light on a hand
const real scatteredRelief = 0.45;     // how much of the fine relief diffuse light still shows

LAW real fresnel(real cosAngle, real f0) {
    real m = clamp(1.0 - cosAngle, 0.0, 1.0);
    real m2 = m * m;
    return f0 + (1.0 - f0) * m2 * m2 * m;
}

/// Share mirrored by a lobe: rough surfaces do not flare at the rim.
LAW real glossOf(real mirrored, real roughness) { return skinF0 + (mirrored - skinF0) * (1.0 - 0.75 * roughness); }

/// How much of a light's edge a lobe of width `blur` sees, `inside` it by that tangent.
LAW real softEdge(real inside, real blur) { return smoothstep(-blur, blur, inside); }

/// Share of a lobe round the mirrored ray that looks into a soft box. x and y are the tangents of the ray off the box's middle, halfX and
/// halfY those of its edges.
LAW real boxSeen(real x, real y, real halfX, real halfY, real blur) {
    real seenX = softEdge(halfX - abs(x), blur), seenY = softEdge(halfY - abs(y), blur);
    // A lobe wider than the box sees no more than its share of it.
    real share = halfX * halfY / ((halfX + 0.3 * blur) * (halfY + 0.3 * blur));
    return seenX * seenY * share;
}

/// Radiance of a soft box that gives a surface facing it the irradiance 1 (its solid angle by its tangents).
LAW real boxBrightness(real halfX, real halfY) {
    return 1.0 / (4.0 * halfX * halfY / sqrt((1.0 + halfX * halfX) * (1.0 + halfY * halfY)));
}

/// Width of the gloss lobe as a tangent.
LAW real lobeWidth(real roughness) { return 0.03 + 1.1 * roughness * roughness; }

/// Diffuse light by the cosine, wrapped as light scatters round a curve of curvaturePerMm.
LAW real wrappedCosine(real cosLight, real scatterMm, real curvaturePerMm) {
    real w = clamp(1.6 * scatterMm * curvaturePerMm, 0.0, 0.6);
    real wrapped = max((cosLight + w) / (1.0 + w), 0.0);
    return wrapped / (1.0 + w) * (1.0 + 0.5 * w * wrapped);
}

/// Share of light that gets through a half shadow in one channel: skin carries red farther into it.
LAW real bleedIntoShadow(real lit, real scatterMm, real halfShadowMm) {
    real k = clamp(scatterMm / max(halfShadowMm, 0.2), 0.0, 1.5);
    return clamp(lit + k * lit * (1.0 - lit), 0.0, 1.0);
}

/// Ambient visibility as light bounces on in a pale fold.
LAW real openFor(real open, real albedo) { return pow(clamp(open, 0.0, 1.0), 1.0 - 0.55 * clamp(albedo, 0.0, 1.0)); }

/// Unresolved relief widens the gloss: slope variance adds to alpha squared.
LAW real roughnessWith(real roughness, real slopeVariance) {
    real a = roughness * roughness;
    return sqrt(sqrt(min(a * a + slopeVariance, 1.0)));
}

/// A hash of a lattice point to 0..1 (after PCG, Jarzynski and Olano 2020).
LAW real latticeHash(int x, int y, int z) {
    uint v = uint(x) * 1664525u + uint(y) * 22695477u + uint(z) * 747796405u + 2891336453u;
    v = ((v >> ((v >> 28u) + 4u)) ^ v) * 277803737u;
    v = (v >> 22u) ^ v;
    v = v * 747796405u + 2891336453u;
    v = ((v >> ((v >> 28u) + 4u)) ^ v) * 277803737u;
    v = (v >> 22u) ^ v;
    return real(v >> 8u) / 16777216.0;
}

LAW real smoothNoise(real x, real y, real z) {
    real fx = floor(x), fy = floor(y), fz = floor(z);
    int ix = int(fx), iy = int(fy), iz = int(fz);
    real ux = x - fx, uy = y - fy, uz = z - fz;
    ux = ux * ux * (3.0 - 2.0 * ux);
    uy = uy * uy * (3.0 - 2.0 * uy);
    uz = uz * uz * (3.0 - 2.0 * uz);
    real low = mix(mix(latticeHash(ix, iy, iz), latticeHash(ix + 1, iy, iz), ux),
                   mix(latticeHash(ix, iy + 1, iz), latticeHash(ix + 1, iy + 1, iz), ux), uy);
    real high = mix(mix(latticeHash(ix, iy, iz + 1), latticeHash(ix + 1, iy, iz + 1), ux),
                    mix(latticeHash(ix, iy + 1, iz + 1), latticeHash(ix + 1, iy + 1, iz + 1), ux), uy);
    return mix(low, high, uz);
}

// How more blood or melanin colours skin: natural logarithm of the reflectance lost in R, G, B for a change of 1 (a doubling, about;
// from the class presets of science.md 1.4).
const real bloodLossRed = 0.07;
const real bloodLossGreen = 0.30;
const real bloodLossBlue = 0.22;
const real melaninLossRed = 0.26;
const real melaninLossGreen = 0.42;
const real melaninLossBlue = 0.52;

/// Reflectance after more blood and melanin.
LAW real coloured(real reflectance, real blood, real melanin, real bloodLoss, real melaninLoss) {
    return reflectance * exp(-blood * bloodLoss - melanin * melaninLoss);
}

// Neutral print: identity up to the shoulder, then a roll-off to 1 that keeps the hue and whitens (after the Khronos PBR neutral tone
// mapper, 2024).
const real shoulderFrom = 0.76;
LAW real printedPeak(real peak) {
    real room = 1.0 - shoulderFrom;
    return peak < shoulderFrom ? peak : 1.0 - room * room / (peak + room - shoulderFrom);
}
LAW real whitening(real peak, real printed) { return 1.0 - 1.0 / (0.15 * (peak - printed) + 1.0); }

LAW real encoded(real linear) {
    real x = clamp(linear, 0.0, 1.0);
    return x <= 0.0031308 ? 12.92 * x : 1.055 * pow(x, 1.0 / 2.4) - 0.055;
}

/// Brightness of the surround: a calm glow behind the limb, falling off to the corners.
LAW real backdropShade(real x, real y) { return 1.0 - 0.75 * clamp(x * x + y * y, 0.0, 0.9); }

/// Radical inverse of n in a base: a sequence of points that fills a square evenly (Halton 1960).
LAW real radicalInverse(int n, int base) {
    real turned = 0.0, part = 1.0 / real(base);
    for (int i = n; i > 0; i /= base) {
        turned += part * real(i % base);
        part /= real(base);
    }
    return turned;
}

#endif
