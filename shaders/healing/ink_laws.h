// What becomes of the ink, rows 10 to 12: epidermal ink is shed, free dermal ink is captured or drained, captured ink
// is let go and taken up again as cells die, and so spreads, and fades over years. Needs decay_laws.h.
#if defined(__cplusplus) || !defined(INKHEAL_HEALING_INK_LAWS_H)
#define INKHEAL_HEALING_INK_LAWS_H

const real epidermalShedPerDay = 0.16666667;  // of epidermal ink (turnover 36 d; gone in 4 weeks)
const real epidermalShedFrom = 2.0;           // day it begins
const real epidermalShedRamp = 3.0;           // days until its full rate
const real capturePerDay = 0.30;              // of free ink, by macrophages (half in 2 days)
const real drainPerDay = 0.045;               // of free ink, to lymph nodes (one third of all ink lost)
const real washOutPerDay = 0.05;              // of free ink, with plasma of an open wound
const real macrophageDays = 90.0;             // a cell dies, lets its ink go, and the next takes it up (Baranska 2018)
const real recaptureMm = 0.06573;             // away from where it was, per axis: a few cells; so that ink spreads by
                                              // 0.06573^2 / 2 / 90 = 2.4e-5 mm2/d = 0.009 mm2/y (bar edges over 2.8 y)
const real softenedPerDay = 0.038;            // of free ink, with the crust that ointment softens (5 % of the ink)
const real looseDays = 2.9;                   // how long ink lies loose: it is taken up or drained at 0.345 a day
const real smearMm2 = 0.0084;                 // spread of ink under two weeks of ointment: an edge of 0.2 mm + 10 %
const real daysPerYearLaw = 365.25;

/// Integral from 0 to day of the ramp with which epidermal ink begins to go.
LAW real shedUntil(real day) {
    real into = clamp(day - epidermalShedFrom, 0.0, epidermalShedRamp);
    return 0.5 * into * into / epidermalShedRamp + max(day - epidermalShedFrom - epidermalShedRamp, 0.0);
}

/// Row 10: share of the epidermal ink that stays over a step.
LAW real epidermalKept(real turnover, real day, real dt) {
    return exp(-epidermalShedPerDay * turnover * (shedUntil(day + dt) - shedUntil(day)));
}

struct FreeInk {
    real kept;      // share of the free ink still free
    real captured;  // share of it taken up in the step
};

/// Row 11: free dermal ink is captured, drained, or washed out of an open wound, with a crust that is softened too.
LAW FreeInk freeInkAfter(real open, real softened, real day, real dt) {
    real wash = washOutPerDay * open * weeping(day) * seepDays * (1.0 - weeping(dt)) / dt;
    real rate = capturePerDay + drainPerDay + wash + softenedPerDay * softened * open;
    FreeInk next;
    next.kept = exp(-rate * dt);
    next.captured = capturePerDay / rate * (1.0 - next.kept);
    return next;
}

/// Row 12: share of captured ink that a year takes, by the loss of pigment, site and sun.
LAW real lossInYear(real pigmentLoss, real siteFactor, real uvLossPer100Sed, real sunPerYearSed) {
    return pigmentLoss * siteFactor + uvLossPer100Sed * sunPerYearSed / 100.0;
}

/// SED within dt as the sun of a whole year at the same strength: for the law above.
LAW real sunAsPerYear(real sed, real dt) {
    return dt > 0.0 ? sed * daysPerYearLaw / dt : 0.0;
}

/// Row 12, without its spread: share of captured ink kept over dt.
LAW real capturedKept(real lossPerYear, real dt) {
    return exp(-lossPerYear * dt / daysPerYearLaw);
}

/// Row 12: variance per axis that captured ink gains over days, mm2.
LAW real inkVariance(real days, real spreadFactor) {
    return recaptureMm * recaptureMm * spreadFactor * days / macrophageDays;
}

/// How far a place's metric lies from that of the first of two heat kernels to that of the second. Variances mix as
/// weights do, so the mixture has the place's own.
LAW real kernelShare(real metric, real least, real range) {
    return range > 0.0 ? clamp((metric - least) / range, 0.0, 1.0) : 0.0;
}

#endif
