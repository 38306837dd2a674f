// Light in skin and ink, one spectral band at a time: Kubelka-Munk layers stacked from the dermis up. Lengths in mm, K
// = 2 mu_a and S = 3/4 mu_s' - 1/4 mu_a per mm, wavelengths in nm, reflectances 0 to 1 without the surface's own gloss.
// Sources: Kubelka-Munk finite layers and Saunderson's correction as in any text on paint; K, S and the effective
// presets from fits to measured skin (science.md 1.6); melanosomes Jacques 1998; scattering Salomatina in Jacques 2013.
#if defined(__cplusplus) || !defined(INKHEAL_SKIN_OPTICS_LAWS_H)
#define INKHEAL_SKIN_OPTICS_LAWS_H

#include "skin/layer_laws.h"
#include "skin/tissue_laws.h"
#include "skin/veil_laws.h"

const real inkLayerMm = 0.35;  // ink lies in the upper 0.3 to 0.5 mm of the dermis
const real inkedEpidermisMm =
    0.08;  // thickness that a full epidermal dose is spread over: mu_a,epi = mu_a * Ie * 0.08 / thickness
const real papillaryMm = 0.05;   // clean dermis above settled ink (fit to Monte Carlo and one ankle)
const real closingDose = 0.735;  // from here up a fill leaves no skin between its clusters of pigment (own estimate)
const real healedShare = 0.68;   // of the dose that is kept once healed (science.md section 6)
const real settlingDays = 20.0;  // of the clean dermis growing over the ink
const real captureRatePerDay = 0.345;  // of free ink: taken up 0.30, drained 0.045
const real freeShareAtStart = 0.8;     // of the dose that usually lies free in the dermis on day 0
const real darkScatterScale =
    0.19;  // scattering that counts over a dark ground: light is sent back there only by single scattering, less than
           // Kubelka-Munk's diffuse light (fit to the solid black of the same ankle)

/// Where the layers lie: epidermis thins where it is wounded, clean dermis grows over ink as it settles.
LAW real epidermisThickness(real wholeMm, real integrity) {
    return wholeMm * (0.3 + 0.7 * clamp(integrity, 0.0, 1.0));
}

/// Clean dermis over the ink. Its age is read from how much of the ink that was free on day 0 still is (exp(-0.345 t)),
/// so it follows the ink itself; where no ink was laid, what has come there is settled.
LAW real papillaryThickness(real freeShare, real freeAtStart) {
    real left = freeAtStart > 0.0 ? clamp(freeShare / freeAtStart, 0.0, 1.0) : 0.0;
    real young = left > 0.0 ? pow(left, 1.0 / (captureRatePerDay * settlingDays)) : 0.0;
    return papillaryMm * (1.0 - young) + 1e-4;
}

struct SkinOptics {
    real melaninDepth, epidermisS, epidermisDarkS, dermisK, dermisS, dermisDarkS;
};

struct InkOptics {
    real dermalK, dermalS;                  // per mm
    real epidermalDepth, epidermalScatter;  // K and S times thickness
};

struct Returned {
    real all;    // reflectance of everything
    real above;  // of what lies over the dermal ink alone, were the ink perfectly black
};

/// Skin with ink in epidermis and upper dermis under a veil (young corneum, flakes, crust; a clear veil is {0, 1}).
LAW Returned inkedSkin(SkinOptics skin, InkOptics ink, real epidermisMm, real cleanMm, OpticalLayer veil) {
    real dark = 1.0 - exp(-(ink.dermalK * inkLayerMm + ink.epidermalDepth));
    real epidermisK = (skin.melaninDepth + ink.epidermalDepth) / epidermisMm;
    real epidermisInkS = ink.epidermalScatter / epidermisMm;
    real dermisS = mix(skin.dermisS, skin.dermisDarkS, dark);
    OpticalLayer epidermis =
        kubelkaLayer(epidermisK, mix(skin.epidermisS, skin.epidermisDarkS, dark) + epidermisInkS, epidermisMm);
    OpticalLayer clean = kubelkaLayer(skin.dermisK, dermisS, cleanMm);
    OpticalLayer inked = kubelkaLayer(skin.dermisK + ink.dermalK, dermisS + ink.dermalS, inkLayerMm);
    real ground = seenOver(inked, halfSpace(skin.dermisK, skin.dermisS));
    real below = seenOver(epidermis, seenOver(clean, ground));
    OpticalLayer epidermisDark = kubelkaLayer(epidermisK, skin.epidermisDarkS + epidermisInkS, epidermisMm);
    OpticalLayer cleanDark = kubelkaLayer(skin.dermisK, skin.dermisDarkS, cleanMm);
    Returned light;
    light.all = leavingSkin(seenOver(veil, below));
    light.above = leavingSkin(seenOver(veil, seenOver(epidermisDark, cleanDark.reflect)));
    return light;
}

/// Share of a place that ink covers, from all of it that is there: pigment lies in clusters of full strength, so less
/// ink is fewer clusters, not paler ones, and washes, soft edges and old ink mix skin and ink by area.
LAW real clusterCover(real load, real closing) {
    return clamp(load / closing, 0.0, 1.0);
}

/// Share of a dose that is left; where none was laid, that of a healed one.
LAW real keptShare(real dose, real lost) {
    return dose > 0.0 ? 1.0 - lost / dose : healedShare;
}

/// The load that closes a fill: of the dose, what healing has left of it; what years take opens it again.
LAW real closingLoad(real keptShare) {
    return closingDose * clamp(keptShare, healedShare, 1.0);
}

/// How much denser a cluster is than its place on average.
LAW real clusterDensity(real load, real closing) {
    return max(load, closing) / max(load, 1e-6);
}

/// Clusters of ink, and the skin between them.
LAW Returned clusteredSkin(SkinOptics skin, InkOptics cluster, real cover, real epidermisMm, real cleanMm,
                           OpticalLayer veil) {
    Returned light = inkedSkin(skin, cluster, epidermisMm, cleanMm, veil);
    if (cover < 0.999) {
        InkOptics none;
        none.dermalK = 0.0;
        none.dermalS = 0.0;
        none.epidermalDepth = 0.0;
        none.epidermalScatter = 0.0;
        Returned between = inkedSkin(skin, none, epidermisMm, cleanMm, veil);
        light.all = mix(between.all, light.all, cover);
        light.above = mix(between.above, light.above, cover);
    }
    return light;
}

/// Untouched skin.
LAW real bareSkin(SkinOptics skin, real epidermisMm) {
    OpticalLayer epidermis = kubelkaLayer(skin.melaninDepth / epidermisMm, skin.epidermisS, epidermisMm);
    return leavingSkin(seenOver(epidermis, halfSpace(skin.dermisK, skin.dermisS)));
}

/// What the light sees of ink through the tissue above it: entry and exit share it, so the square root
/// (rendering.md 3.1, form H). `crossing` is the light that crosses to the ink's depth and back in untouched skin.
LAW real inkTransmittance(real all, real above, real crossing) {
    return sqrt(clamp((all - above) / max(crossing, 1e-3), 1e-4, 4.0));
}

/// Scale of the blur by tissue above ink at depth mm, green light (fit of exponential line spreads to Monte Carlo line
/// contrasts 0.87, 0.57, 0.39, 0.20, 0.07 of a 0.1 mm line at 0, 0.08, 0.15, 0.30, 0.60 mm). Red 1.3 times, blue 0.7
/// times.
LAW real veilBlurMm(real depthMm) {
    return 0.02 + 0.33 * depthMm / (1.0 + 0.8 * depthMm);
}

/// Optical depth of the ink's top: ink in the epidermis is seen at the surface as far as it alone hides the dermis.
LAW real seenInkDepthMm(real overlayMm, real epidermalDepth) {
    return overlayMm * exp(-2.0 * epidermalDepth);
}

#endif
