// What lies over the epidermis and hides what is under it, in one spectral band: crust over young corneum and flakes,
// and the ink that a crust carries. For skin/optics_laws.h, which includes the layers they are made of first.
#if defined(__cplusplus) || !defined(INKHEAL_SKIN_VEIL_LAWS_H)
#define INKHEAL_SKIN_VEIL_LAWS_H

const real youngCorneumMm = 0.02;
const real youngMelaninShare =
    0.2;  // of the epidermis' melanin that young corneum still holds (own estimate; old corneum holds none)
const real youngCorneumScatterPerMm =
    6.0;  // mu_s' of fully immature corneum: 20 of science.md row 14, times the same single-scattering loss
const real fullCrustMm = 0.1;           // of a full crust
const real crustAbsorptionShare = 0.3;  // of whole dried blood
const real crustScatterPerMm = 1.3;     // serum and dead cells are cloudy (own estimate)
const real flakeScatterPerMm = 10.0;    // air between lifted scales, over 0.02 mm (own estimate; whitish on every tone)
const real crustInkShare = 0.3;         // of the local epidermal ink that the crust carries

/// Crust over young corneum and flakes; melaninDepth is that of the whole epidermis. crust 0..1 of 0.1 mm, young 0..1,
/// flake 0..1 cover, wet 0..1 (fills the air between).
LAW OpticalLayer skinVeil(real crustK, real inkDepth, real melaninDepth, real crust, real young, real flake, real wet) {
    real dry = 1.0 - 0.7 * clamp(wet, 0.0, 1.0);
    real cloud = 0.75 * dry * (youngCorneumScatterPerMm * young + flakeScatterPerMm * flake);
    OpticalLayer corneum =
        kubelkaLayer(youngMelaninShare * young * melaninDepth / youngCorneumMm, cloud, youngCorneumMm);
    real mm = fullCrustMm * max(crust, 1e-6);
    OpticalLayer scab = kubelkaLayer(crustK * crustAbsorptionShare + inkDepth / mm, 0.75 * crustScatterPerMm * dry, mm);
    return stacked(scab, corneum);
}

/// A crust is yellowish serum with as much dried blood as it caught.
LAW real crustColour(real driedBloodK, real haemoglobin) {
    return driedBloodK * (0.2 + 0.8 * clamp(haemoglobin, 0.0, 1.0));
}

/// Ink that the crust carries, K times thickness, from that of the epidermis under it.
LAW real crustInkDepth(real epidermalDepth, real crust) {
    return crustInkShare * epidermalDepth * clamp(crust, 0.0, 1.0);
}

#endif
