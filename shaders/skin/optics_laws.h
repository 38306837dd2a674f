// Light in skin and ink, one spectral band at a time: Kubelka-Munk layers stacked from the dermis up. Lengths in mm, K
// = 2 mu_a and S = 3/4 mu_s' - 1/4 mu_a per mm, wavelengths in nm, reflectances 0 to 1 without the surface's own gloss.
// Sources: Kubelka-Munk finite layers and Saunderson's correction as in any text on paint; K, S and the effective
// presets from fits to measured skin (science.md 1.6); melanosomes Jacques 1998; scattering Salomatina in Jacques 2013.
#if defined(__cplusplus) || !defined(INKHEAL_SKIN_OPTICS_LAWS_H)
#define INKHEAL_SKIN_OPTICS_LAWS_H

const real eumelaninShare = 0.74;   // of skin melanin, largely the same in all tones (71.8 to 78.9 %)
const real innerReflection = 0.53;  // diffuse light turned back at the inside of skin of index 1.4
const real enteringShare = 0.972;   // 1 - Fresnel reflection at index 1.4
const real inkLayerMm = 0.35;       // ink lies in the upper 0.3 to 0.5 mm of the dermis
const real inkedEpidermisMm =
    0.08;  // thickness that a full epidermal dose is spread over: mu_a,epi = mu_a * Ie * 0.08 / thickness
const real papillaryMm = 0.05;   // clean dermis above settled ink (fit to Monte Carlo and one ankle)
const real closingDose = 0.735;  // from here up a fill leaves no skin between its clusters of pigment (own estimate)
const real healedShare = 0.68;   // of the dose that is kept once healed (science.md section 6)
const real settlingDays = 20.0;  // of the clean dermis growing over the ink
const real captureRatePerDay = 0.345;  // of free ink: taken up 0.30, drained 0.045
const real freeShareAtStart = 0.8;     // of the dose that lies free in the dermis on day 0
const real darkScatterScale =
    0.19;  // scattering that counts over a dark ground: light is sent back there only by single scattering, less than
           // Kubelka-Munk's diffuse light (fit to the solid black of the same ankle)
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

LAW real melaninAbsorption(real nm) {  // mu_a per mm of pure melanosomes
    return eumelaninShare * 6.6e10 * pow(nm, -3.33) + (1.0 - eumelaninShare) * 2.9e14 * pow(nm, -4.75);
}

LAW real tissueAbsorption(real nm) {
    return 0.0244 + 8.53 * exp(-(nm - 154.0) / 66.2);
}  // bloodless, per mm

LAW real epidermisScattering(real nm) {  // mu_s' per mm
    real x = nm / 500.0;
    return 6.67 * (0.29 * pow(x, -4.0) + 0.71 * pow(x, -0.689));
}

LAW real dermisScattering(real nm) {
    real x = nm / 500.0;
    return 4.36 * (0.41 * pow(x, -4.0) + 0.59 * pow(x, -0.562));
}

LAW real kubelkaS(real scattering, real absorption) {
    return max(0.75 * scattering - 0.25 * absorption, 1e-4);
}

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

/// Where the layers lie: epidermis thins where it is wounded, clean dermis grows over ink as it settles.
LAW real epidermisThickness(real wholeMm, real integrity) {
    return wholeMm * (0.3 + 0.7 * clamp(integrity, 0.0, 1.0));
}

/// Clean dermis over the ink. Its age is read from how much of the dose is still free (0.8 exp(-0.345 t)), so it
/// follows the ink itself.
LAW real papillaryThickness(real freeShare) {
    real left = clamp(freeShare / freeShareAtStart, 0.0, 1.0);
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

/// Blood in the dermis over the tone's own, by the excess of inflammation 0..1 (science.md row 2).
LAW real bloodMultiple(real excess) {
    return 1.0 + 4.0 * max(excess, 0.0);
}

/// A crust is yellowish serum with as much dried blood as it caught.
LAW real crustColour(real driedBloodK, real haemoglobin) {
    return driedBloodK * (0.2 + 0.8 * clamp(haemoglobin, 0.0, 1.0));
}

/// Ink that the crust carries, K times thickness, from that of the epidermis under it.
LAW real crustInkDepth(real epidermalDepth, real crust) {
    return crustInkShare * epidermalDepth * clamp(crust, 0.0, 1.0);
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
