// What skin absorbs and scatters by wavelength, nm, per mm. Sources: melanosomes Jacques 1998; scattering Salomatina in
// Jacques 2013; clear tissue Jacques 1998.
#if defined(__cplusplus) || !defined(INKHEAL_SKIN_TISSUE_LAWS_H)
#define INKHEAL_SKIN_TISSUE_LAWS_H

const real eumelaninShare = 0.74;  // of skin melanin, largely the same in all tones (71.8 to 78.9 %)

LAW real melaninAbsorption(real nm) {  // mu_a per mm of pure melanosomes
    return eumelaninShare * 6.6e10 * pow(nm, -3.33) + (1.0 - eumelaninShare) * 2.9e14 * pow(nm, -4.75);
}

LAW real tissueAbsorption(real nm) {
    return 0.0244 + 8.53 * exp(-(nm - 154.0) / 66.2);
}  // bloodless, per mm

/// mu_s' per mm: seven tenths of what separated sheets have (6.67 at 500 nm), which healed black on a wrist needs: with
/// all of it the blue that returns above the ink would be half the skin's (0.28 on a photograph).
LAW real epidermisScattering(real nm) {
    real x = nm / 500.0;
    return 4.67 * (0.29 * pow(x, -4.0) + 0.71 * pow(x, -0.689));
}

LAW real dermisScattering(real nm) {
    real x = nm / 500.0;
    return 4.36 * (0.41 * pow(x, -4.0) + 0.59 * pow(x, -0.562));
}

/// Optical depth of the epidermis by its melanin, with an excess of it as a share of its own.
LAW real darkenedDepth(real melaninDepth, real excess) {
    return melaninDepth * (1.0 + max(excess, 0.0));
}

/// Blood in the dermis over the tone's own, by the excess of inflammation 0..1 (science.md row 2).
LAW real bloodMultiple(real excess) {
    return 1.0 + 4.0 * max(excess, 0.0);
}

#endif
