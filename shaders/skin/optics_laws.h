// Light in skin and ink, one spectral band at a time: layers (skin/layer_laws.h) stacked from the dermis up. Lengths in
// mm, mu_a and mu_s' per mm, wavelengths in nm, reflectances 0 to 1 without the surface's own gloss. Where ink lies and
// how deep: science.md 1.6 and 6. Held against a Monte Carlo of ink under skin by tests/unit/skin/transport_test.cpp
// and `inkheal optics`.
#if defined(__cplusplus) || !defined(INKHEAL_SKIN_OPTICS_LAWS_H)
#define INKHEAL_SKIN_OPTICS_LAWS_H

#include "skin/layer_laws.h"
#include "skin/tissue_laws.h"
#include "skin/veil_laws.h"

const real inkLayerMm = 0.35;  // ink lies in the upper 0.3 to 0.5 mm of the dermis
const real inkedEpidermisMm =
    0.08;  // thickness that a full epidermal dose is spread over: mu_a,epi = mu_a * Ie * 0.08 / thickness
const real papillaryMm = 0.035;  // clean dermis above settled ink (fit to healed black on one ankle)
const real closingDose = 0.735;  // from here up a fill leaves no skin between its clusters of pigment (own estimate)
const real healedShare = 0.68;   // of the dose that is kept once healed (science.md section 6)
const real settlingDays = 20.0;  // of the clean dermis growing over the ink
const real captureRatePerDay = 0.345;  // of free ink: taken up 0.30, drained 0.045
const real freeShareAtStart = 0.8;     // of the dose that usually lies free in the dermis on day 0
/// Where the layers lie: epidermis thins where it is wounded, clean dermis grows over ink as it settles.
LAW real epidermisThickness(real wholeMm, real integrity) {
    return wholeMm * (0.3 + 0.7 * clamp(integrity, 0.0, 1.0));
}

/// Clean dermis over the ink. Its age is read from how much of the ink that was free on day 0 still is (exp(-0.345 t)),
/// so it follows the ink itself; where no ink was laid, what has come there is settled. `settledMm` is its final
/// thickness.
LAW real papillaryThickness(real freeShare, real freeAtStart, real settledMm) {
    real left = freeAtStart > 0.0 ? clamp(freeShare / freeAtStart, 0.0, 1.0) : 0.0;
    real young = left > 0.0 ? pow(left, 1.0 / (captureRatePerDay * settlingDays)) : 0.0;
    return settledMm * (1.0 - young) + 1e-4;
}

struct SkinOptics {
    real melaninDepth;  // mu_a times thickness of the whole epidermis
    real epidermisScatter, dermisAbsorb, dermisScatter;
};

struct InkOptics {
    real dermalAbsorb, dermalScatter;       // per mm
    real epidermalDepth, epidermalScatter;  // mu_a and mu_s' times thickness
};

struct SkinLayers {
    real epidermisMm, cleanMm, inkMm;  // clean: dermis over the ink
};

struct Returned {
    real all;     // reflectance of everything
    real above;   // of what lies over the dermal ink alone, were the ink perfectly black
    real beyond;  // of what comes back from under the ink's top (all - above): share that has crossed the ink
};

/// Of the light that reaches a layer's depth and comes back from it, the share that comes from under the layer.
LAW real fromUnder(Fluxes all, Fluxes layerAlone) {
    return 1.0 - evenReturn(layerAlone) / max(evenReturn(all), blackest);
}

/// What the tissue over the ink returns of light from above, were the ink perfectly black.
LAW Fluxes overBlack(Modes epidermis, real epidermisMm, Modes dermis, real cleanMm) {
    Fluxes clean = seenOver(dermis, decayOf(dermis.rate, cleanMm), blackGround());
    return seenOver(epidermis, decayOf(epidermis.rate, epidermisMm), clean);
}

/// Skin with ink in epidermis and upper dermis under a veil (young corneum, flakes, crust).
LAW Returned inkedSkin(SkinOptics skin, InkOptics ink, SkinLayers layers, SkinVeil veil) {
    Modes dermis = modesOf(skin.dermisAbsorb, skin.dermisScatter);
    Modes inked = modesOf(skin.dermisAbsorb + ink.dermalAbsorb, skin.dermisScatter + ink.dermalScatter);
    Fluxes across = decayOf(inked.rate, layers.inkMm), clear = decayOf(dermis.rate, layers.inkMm);
    Fluxes deep = halfSpace(dermis), ground = seenOver(inked, across, deep);
    real clearBeyond = fromUnder(deep, seenOver(dermis, clear, blackGround()));
    real beyond = fromUnder(ground, seenOver(inked, across, blackGround()));
    Fluxes clean = decayOf(dermis.rate, layers.cleanMm);
    Modes epidermis = modesOf((skin.melaninDepth + ink.epidermalDepth) / layers.epidermisMm,
                              skin.epidermisScatter + ink.epidermalScatter / layers.epidermisMm);
    Fluxes pale = decayOf(epidermis.rate, layers.epidermisMm);
    Returned light;
    light.all = leavingSkin(veiled(veil, seenOver(epidermis, pale, seenOver(dermis, clean, ground))));
    light.above = leavingSkin(veiled(veil, overBlack(epidermis, layers.epidermisMm, dermis, layers.cleanMm)));
    light.beyond = clamp(beyond / max(clearBeyond, 1e-3), 0.0, 1.0);
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

/// Clusters of ink, and the skin between them. `beyond` becomes the share of the whole.
LAW Returned clusteredSkin(SkinOptics skin, InkOptics cluster, real cover, SkinLayers layers, SkinVeil veil) {
    Returned light = inkedSkin(skin, cluster, layers, veil);
    if (cover < 0.999) {
        InkOptics none;
        none.dermalAbsorb = 0.0;
        none.dermalScatter = 0.0;
        none.epidermalDepth = 0.0;
        none.epidermalScatter = 0.0;
        Returned between = inkedSkin(skin, none, layers, veil);
        real crossed = mix(between.all - between.above, (light.all - light.above) * light.beyond, cover);
        light.all = mix(between.all, light.all, cover);
        light.above = mix(between.above, light.above, cover);
        light.beyond = clamp(crossed / max(light.all - light.above, blackest), 0.0, 1.0);
    }
    return light;
}

/// Light that has crossed the ink on its way in and out.
LAW real crossedLight(Returned light) {
    return max(light.all - light.above, 0.0) * light.beyond;
}

/// Untouched skin.
LAW real bareSkin(SkinOptics skin, real epidermisMm) {
    Fluxes dermis = halfSpace(modesOf(skin.dermisAbsorb, skin.dermisScatter));
    return leavingSkin(layerOver(skin.melaninDepth / epidermisMm, skin.epidermisScatter, epidermisMm, dermis));
}

/// Optical depth of the ink, one way, from the light that has crossed it twice: entry and exit share it (rendering.md
/// 3.1, form H). `crossing` is the light that crosses to the ink's depth and back in untouched skin.
LAW real inkDepth(real crossed, real crossing) {
    return -0.5 * log(clamp(crossed / max(crossing, 1e-3), 1e-6, 16.0));
}

const real diffusePath =
    1.25;  // mean path of light through the epidermis over its thickness (fit to the same Monte Carlo)

/// What ink in the epidermis lets through, one way: it is seen sharply, from just under the surface.
LAW real outerTransmittance(real epidermalDepth) {
    return exp(-diffusePath * epidermalDepth);
}

const real greenScatterPerMm = 3.83;  // mu_s' that the lengths below were fitted at

/// How far scattering spreads what is seen of ink, over that at greenScatterPerMm.
LAW real scatterStretch(real scatterPerMm) {
    return greenScatterPerMm / max(scatterPerMm, 1e-2);
}

const real photographedEdge = 0.2;  // of the stretch that the mean skin's layers give: edges on one ankle keep a
                                    // standard deviation of 0.2 mm, those in such layers 0.33, and gaps of 0.5 mm
                                    // there are twice as light as a Monte Carlo of them says (papillary dermis, whose
                                    // fibres are fine, must scatter more than the mean)

/// Standard deviation of what ink takes of the light beside it, before the tissue above blurs it.
LAW real reachSigmaMm(real stretch) {
    return 0.0485 * stretch;
}

/// Scale of the exponential line spread by tissue of thickness mm above ink (both fitted to Monte Carlo edges and lines
/// at three depths and in three bands).
LAW real veilBlurMm(real depthMm, real stretch) {
    return (0.108 + 0.55 * depthMm) * pow(stretch, 0.643);
}

/// Mean distance along one axis between where light enters bare skin and where it leaves, by mu_a and mu_s' of the
/// dermis and the optical depth of the epidermis (fit to 18 Monte Carlo runs, mu_s' 2 to 6, mu_a 0.03 to 1: within 5
/// %).
LAW real lightSpreadMm(real absorbPerMm, real scatterPerMm, real epidermalDepth) {
    real q = absorbPerMm / scatterPerMm;
    return 1.08 / scatterPerMm / (sqrt(3.0 * q * (1.0 + q)) + 0.30) * (0.62 + 0.38 * exp(-4.0 * epidermalDepth));
}

#endif
