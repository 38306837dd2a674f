// What lies over the epidermis and hides what is under it, in one spectral band: crust over young corneum and flakes,
// and the ink that a crust carries. For skin/optics_laws.h, which includes the layers they are made of first.
#if defined(__cplusplus) || !defined(INKHEAL_SKIN_VEIL_LAWS_H)
#define INKHEAL_SKIN_VEIL_LAWS_H

const real youngCorneumMm = 0.02;
const real youngMelaninShare =
    0.2;  // of the epidermis' melanin that young corneum still holds (own estimate; old corneum holds none)
const real youngCorneumScatterPerMm =
    13.0;                               // mu_s' of fully immature corneum (20 of science.md row 14 clouds too long)
const real fullCrustMm = 0.1;           // of a full crust
const real crustAbsorptionShare = 0.3;  // of whole dried blood
const real crustScatterPerMm = 2.8;     // serum and dead cells are cloudy (own estimate)
const real flakeScatterPerMm = 24.0;    // air between lifted scales, over 0.02 mm (own estimate; whitish on every tone)
const real crustInkShare = 0.3;         // of the local epidermal ink that the crust carries

struct SkinVeil {
    real crustAbsorb, crustScatter, crustMm;        // 0 mm: none
    real corneumAbsorb, corneumScatter, corneumMm;  // young, with flakes
};

LAW SkinVeil clearVeil() {
    SkinVeil veil;
    veil.crustAbsorb = 0.0;
    veil.crustScatter = 0.0;
    veil.crustMm = 0.0;
    veil.corneumAbsorb = 0.0;
    veil.corneumScatter = 0.0;
    veil.corneumMm = 0.0;
    return veil;
}

/// Crust over young corneum and flakes; melaninDepth is that of the whole epidermis. crust 0..1 of 0.1 mm, young 0..1,
/// flake 0..1 cover, wet 0..1 (fills the air between).
LAW SkinVeil skinVeil(real crustAbsorb, real inkDepth, real melaninDepth, real crust, real young, real flake,
                      real wet) {
    SkinVeil veil = clearVeil();
    real dry = 1.0 - 0.7 * clamp(wet, 0.0, 1.0);
    real cloud = dry * (youngCorneumScatterPerMm * young + flakeScatterPerMm * flake);
    if (cloud > 1e-3) {
        veil.corneumAbsorb = youngMelaninShare * young * melaninDepth / youngCorneumMm;
        veil.corneumScatter = cloud;
        veil.corneumMm = youngCorneumMm;
    }
    if (crust > 1e-4) {
        veil.crustMm = fullCrustMm * crust;
        veil.crustAbsorb = crustAbsorb * crustAbsorptionShare + inkDepth / veil.crustMm;
        veil.crustScatter = crustScatterPerMm * dry;
    }
    return veil;
}

/// What is seen of a ground under the veil.
LAW Fluxes veiled(SkinVeil veil, Fluxes ground) {
    Fluxes seen = ground;
    if (veil.corneumMm > 0.0) seen = layerOver(veil.corneumAbsorb, veil.corneumScatter, veil.corneumMm, seen);
    if (veil.crustMm > 0.0) seen = layerOver(veil.crustAbsorb, veil.crustScatter, veil.crustMm, seen);
    return seen;
}

/// A crust is yellowish serum with as much dried blood as it caught.
LAW real crustColour(real driedBloodAbsorb, real haemoglobin) {
    return driedBloodAbsorb * (0.2 + 0.8 * clamp(haemoglobin, 0.0, 1.0));
}

/// Ink that the crust carries, mu_a times thickness, from that of the epidermis under it.
LAW real crustInkDepth(real epidermalDepth, real crust) {
    return crustInkShare * epidermalDepth * clamp(crust, 0.0, 1.0);
}

#endif
