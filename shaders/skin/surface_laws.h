// What can be seen and measured of the skin's state: thicknesses of what lies on it, which pieces of dead skin lift,
// how wet it is. Inputs are the values of skin/fields.h's images at one texel.
#if defined(__cplusplus) || !defined(INKHEAL_SKIN_SURFACE_LAWS_H)
#define INKHEAL_SKIN_SURFACE_LAWS_H

const real filmUmPerUnit = 90.0;      // plasma of 20 to 100 um (science.md section 4; own scale)
const real crustMmPerUnit = 0.1;      // crust of 0.05 to 0.2 mm (science.md section 4)
const real swellingMmPerUnit = 0.35;  // 0.14 to 0.5 mm in patch reactions (Serup 1984)
const real youngCorneumMmPerUnit = 0.02;
const real flakeCurlMm = 0.12;     // how high the rim of a scale stands before it goes (own estimate)
const real crustCrackMm = 0.12;    // half width of the cracks between plates of crust (own estimate)
const real coveredFrom = 0.915;    // integrity from which epidermis covers a place: set so that after a week film has
                                   // covered half again what air has (62 and 39 % of a deeper wound, Agren 2001)
const real debrisPerInjury = 0.9;  // D(0) = 0.9 I

LAW real filmUm(real plasma) {
    return filmUmPerUnit * max(plasma, 0.0);
}

LAW real swellingUm(real swelling) {
    return 1000.0 * swellingMmPerUnit * max(swelling, 0.0);
}

/// Crust at one place of its plate: thin in the cracks that follow the rims of the pieces.
LAW real crustMm(real crust, real rimMm) {
    return crustMmPerUnit * max(crust, 0.0) * mix(0.72, 1.0, smoothstep(0.0, crustCrackMm, rimMm));
}

struct Shedding {
    real arrived;  // share of the dead skin that has come to the surface so far
    real gone;     // share that has left
};

/// How far the skin has come, from the chain of debris: dead D, under way F1 and F2, on the surface F.
LAW Shedding sheddingOf(real dead, real first, real second, real lifted, real injury) {
    real all = max(debrisPerInjury * injury, 1e-6);
    Shedding now;
    now.gone = clamp(1.0 - (dead + first + second + lifted) / all, 0.0, 1.0);
    now.arrived = clamp(1.0 - (dead + first + second) / all, 0.0, 1.0);
    return now;
}

/// 0 while a piece lies flat or is gone, up to 1 just before it goes. Pieces go one by one in the order of their hash,
/// so that their share of the area is the law's F / D(0), held back (integrity squared) while the new epidermis is
/// open.
LAW real pieceLift(Shedding now, real integrity, real hash) {
    real shown = (now.arrived - now.gone) * integrity * integrity;
    real age = (now.gone + shown - hash) / max(shown, 1e-5);
    return (hash >= now.gone && shown > 0.004) ? clamp(age, 0.0, 1.0) : 0.0;
}

/// 1 where the piece stands off the skin: the rim first, the middle last.
LAW real flakeCover(real lift, real rimMm) {
    real reachMm = 0.15 + 1.6 * lift;
    return lift > 0.0 ? (1.0 - smoothstep(0.7 * reachMm, reachMm, rimMm)) * smoothstep(0.0, 0.12, lift) : 0.0;
}

/// Height of a curling scale over the skin.
LAW real flakeHeightMm(real lift, real rimMm) {
    return flakeCover(lift, rimMm) * flakeCurlMm * lift * exp(-rimMm / 0.6);
}

/// How wet it looks: 0 dry, 1 under a closed film of plasma.
LAW real wetness(real plasma) {
    return 1.0 - exp(-max(plasma, 0.0) / 0.12);
}

/// Barrier recovered, 0 wounded to 1 intact, and the loss of water it means (times that of intact skin).
LAW real barrierOf(real integrity) {
    return clamp(integrity, 0.0, 1.0);
}
/// 1 where epidermis covers the wound again.
LAW real coveredBy(real integrity) {
    return integrity >= coveredFrom ? 1.0 : 0.0;
}
LAW real waterLoss(real integrity) {
    return 1.0 + 7.0 * (1.0 - clamp(integrity, 0.0, 1.0));
}

#endif
