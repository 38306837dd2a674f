// Kubelka-Munk layers, one spectral band at a time: what a layer of absorption K and scattering S per mm returns and
// lets through, alone, stacked, and under the skin's surface. Reflectances 0 to 1 without the surface's own gloss.
// Sources: Kubelka-Munk finite layers and Saunderson's correction as in any text on paint.
#if defined(__cplusplus) || !defined(INKHEAL_SKIN_LAYER_LAWS_H)
#define INKHEAL_SKIN_LAYER_LAWS_H

const real innerReflection = 0.53;  // diffuse light turned back at the inside of skin of index 1.4
const real enteringShare = 0.972;   // 1 - Fresnel reflection at index 1.4

struct OpticalLayer {
    real reflect, transmit;
    real back;  // reflectance seen from below: that of a stack is not the same from both sides
};

/// One layer with absorption k, scattering s per mm and thickness mm. exp(-2 b S d) form: no overflow at any depth.
LAW OpticalLayer kubelkaLayer(real k, real s, real mm) {
    real scatter = max(s, 1e-4);
    real a = 1.0 + k / scatter;
    real b = sqrt(max(a * a - 1.0, 1e-8));
    real once = exp(-min(b * scatter * mm, 40.0));
    real twice = once * once;
    real under = 1.0 / ((a + b) - (a - b) * twice);
    OpticalLayer layer;
    layer.reflect = (1.0 - twice) * under;
    layer.transmit = 2.0 * b * once * under;
    layer.back = layer.reflect;
    return layer;
}

/// Reflectance of an endless layer.
LAW real halfSpace(real k, real s) {
    real ratio = k / max(s, 1e-4);
    return 1.0 + ratio - sqrt(ratio * ratio + 2.0 * ratio);
}

LAW real seenOver(OpticalLayer top, real below) {
    return top.reflect + top.transmit * top.transmit * below / (1.0 - top.back * below);
}

LAW OpticalLayer stacked(OpticalLayer top, OpticalLayer below) {
    real between = 1.0 / (1.0 - top.back * below.reflect);
    OpticalLayer both;
    both.reflect = top.reflect + top.transmit * top.transmit * below.reflect * between;
    both.transmit = top.transmit * below.transmit * between;
    both.back = below.back + below.transmit * below.transmit * top.back * between;
    return both;
}

/// Diffuse light under the surface, reflectance `inside`, as it leaves into air (Saunderson without the gloss).
LAW real leavingSkin(real inside) {
    return enteringShare * (1.0 - innerReflection) * inside / (1.0 - innerReflection * inside);
}

#endif
