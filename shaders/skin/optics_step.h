// What the tint knows of one spectral band: the skin's own optics at the client's tone and site, and a pigment's. C++
// fills these, GLSL reads them. Absorption mu_a and reduced scattering mu_s' per mm.
#if defined(__cplusplus) || !defined(INKHEAL_SKIN_OPTICS_STEP_H)
#define INKHEAL_SKIN_OPTICS_STEP_H

struct SkinBand {
    vec4 light;  // rgb: weight of this band in linear Rec. 709 under D65 (a white sums to 1, 1, 1); w: wavelength, nm
    float melaninDepth;      // mu_a times thickness of the whole epidermis
    float epidermisScatter;  // mu_s', untouched
    float dermisAbsorb;      // mu_a without blood
    float bloodAbsorb;       // mu_a of the tone's own blood; inflamed skin has a multiple of it
    float dermisScatter;     // mu_s'
    float crustAbsorb;       // mu_a, dried blood and serum of a full crust
    float unused0, unused1;
};

struct PigmentBands {  // four pigments of one layer of the dose, full-density fills
    vec4 absorb;       // mu_a
    vec4 scatter;      // mu_s'
};

#endif
