// What wells up from the wound and dries on it, rows 6 and 7: plasma, gel, crust, and the blood in them. Needs
// decay_laws.h.
#if defined(__cplusplus) || !defined(INKHEAL_HEALING_CRUST_LAWS_H)
#define INKHEAL_HEALING_CRUST_LAWS_H

const real seepPerDay = 3.0;  // plasma from an open wound, at first
const real dryPerDay = 1.5;   // evaporation of the film in air
const real dryUnderFilmPerDay = 0.15;
const real takenUpPerDay =
    0.3;                    // under film, by skin and pad: pools last 24 to 48 h (in air row 6's 0.3 is washed off)
const real clotDays = 1.5;  // gel to crust
const real moistGel = 0.6;  // share of plasma that moisture keeps from clotting
const real crustShedPerDay = 0.5;  // once re-epithelialised
const real crustShedFrom = 0.85;   // integrity at which a crust begins to let go
const real bleedDryDays = 8.0;     // haemoglobin of the crust and bruise browning away
const real filmMoisture = 0.95;    // care this moist is an occlusive film
const real creamMoisture = 0.6;    // thin cream; more grease than that begins to smother the wound
const real thickMoisture = 0.85;   // a thick layer of ointment

struct Film {
    real plasma, gel, crust, blood;
};

/// Rows 6 and 7: plasma wells up, dries to gel, clots to crust, and the crust lets go once the skin under it has
/// closed. `open` is 1 - E in the middle of the step, `day` that at its start, `thickness` how much of the film gathers
/// here.
LAW Film filmAfter(Film film, real injury, real open, real moisture, real thickness, real day, real dt) {
    bool covered = moisture >= filmMoisture;
    real dry = covered ? dryUnderFilmPerDay : dryPerDay;
    real away = dry + (covered ? takenUpPerDay : 0.0), seep = 1.0 / seepDays, clot = 1.0 / clotDays;
    real source = seepPerDay * injury * open * weeping(day);
    // Plasma in the step is held e^(-away s) + fresh e^(-seep s).
    real fresh = source / (away - seep);
    real held = film.plasma - fresh;
    real toGel = dry * (1.0 - moistGel * moisture) * thickness;
    // Gel in the step is three decays likewise.
    real gelHeld = toGel * held / (clot - away), gelFresh = toGel * fresh / (clot - seep);
    real gelOwn = film.gel - gelHeld - gelFresh;
    real closed = clamp((1.0 - open - crustShedFrom) / (1.0 - crustShedFrom), 0.0, 1.0);
    real shed = crustShedPerDay * closed * closed;
    Film next;
    next.plasma = max(held * exp(-away * dt) + fresh * exp(-seep * dt), 0.0);
    next.gel = max(gelOwn * exp(-clot * dt) + gelHeld * exp(-away * dt) + gelFresh * exp(-seep * dt), 0.0);
    real dried = gelOwn * poolOf(shed, clot, dt) + gelHeld * poolOf(shed, away, dt) + gelFresh * poolOf(shed, seep, dt);
    next.crust = max(film.crust * exp(-shed * dt) + clot * dried, 0.0);
    real bleed = injury * weeping(day);
    next.blood = film.blood * exp(-dt / bleedDryDays) + bleed * poolOf(1.0 / bleedDryDays, seep, dt);
    return next;
}

/// How thickly the wound is greased: 0 up to thin cream, 1 under a thick layer of ointment. A film breathes.
LAW real smothering(real moisture) {
    return moisture >= filmMoisture ? 0.0
                                    : clamp((moisture - creamMoisture) / (thickMoisture - creamMoisture), 0.0, 1.0);
}

/// How much of the film gathers at a place: crusts are patchy, more on one piece than on the next, and under ointment
/// patchier still. The hash is stretched by whole turns, so that the mean over the pieces is 1.
LAW real gathering(real pieceHash, real moisture) {
    real own = pieceHash * 7.0;
    return 1.0 + 1.2 * (own - floor(own) - 0.5) * (1.0 + 0.6 * smothering(moisture));
}

#endif
