// What the tint knows of one spectral band: the skin's own optics at the client's tone and site, and a pigment's. C++
// fills these, GLSL reads them. K = 2 mu_a and S = 3/4 mu_s' - 1/4 mu_a are Kubelka-Munk coefficients per mm.
#if defined(__cplusplus) || !defined(INKHEAL_SKIN_OPTICS_STEP_H)
#define INKHEAL_SKIN_OPTICS_STEP_H

struct SkinBand {
    vec4 light;  // rgb: weight of this band in linear Rec. 709 under D65 (a white sums to 1, 1, 1); w: wavelength, nm
    float melaninDepth;    // K times thickness of the whole epidermis
    float epidermisS;      // per mm, epidermis of untouched skin
    float epidermisDarkS;  // per mm, the same over a dark ground
    float dermisBaseK;     // per mm, dermis without blood
    float bloodK;          // per mm, of the tone's own blood; inflamed skin has a multiple of it
    float dermisS;
    float dermisDarkS;
    float crustK;  // per mm, dried blood and serum of a full crust
};

struct PigmentBands {  // four pigments of one layer of the dose, full-density fills
    vec4 absorbK;      // per mm
    vec4 scatterS;     // per mm
};

#endif
