// How a fresh tattoo heals, one place at a time: the equations of the field in closed form over a step, so that days do
// not depend on the step. Days, mm; states are 0 to about 1 (see skin/fields.h). Rows are those of the equation set in
// the project's science notes; sources stand at the constants.
#if defined(__cplusplus) || !defined(INKHEAL_HEALING_LAWS_H)
#define INKHEAL_HEALING_LAWS_H

const real mediatorDays = 2.5;  // decay of the mediator (erythema and oedema end by day 7; Gopee 2005: high 0.5-4 d)
const real mediatorMm2PerDay = 10.0;  // its spread: halo of 5 mm = sqrt(D tau) (one ankle, day 0)
const real vesselsOpenPerDay = 6.0;   // blood follows the mediator within hours
const real vesselsCloseDays = 1.5;
const real swellPerDay = 4.0;
const real drainDays = 1.0;
const real swellPower = 1.5;  // oedema follows the strongest of the inflammation
const real closeBase = 0.48;  // re-epithelialisation per day: 0.75 (0.64 + 0.6 m), moist 1.6 x dry (Agren 2001)
const real closeByMoisture = 0.45;
const real closeFromFollicles = 0.04;  // per day, from follicles inside the wound
const real seepPerDay = 3.0;           // plasma from an open wound, at first
const real seepDays = 0.8;             // and how soon it stops
const real dryPerDay = 1.5;            // evaporation of the film in air
const real dryUnderFilmPerDay = 0.15;
const real wipePerDay = 0.3;       // washing and absorption
const real clotDays = 1.5;         // gel to crust
const real moistGel = 0.6;         // share of plasma that moisture keeps from clotting
const real crustShedPerDay = 0.5;  // once re-epithelialised
const real crustShedFrom = 0.85;   // integrity at which a crust begins to let go
const real debrisDays = 2.0;       // each stage from dead cells to scales
const real flakeDays = 2.2;        // a scale stays on this long at cream care
const real flakeMoisture = 0.8;
const real youngDays = 4.5;                   // new epidermis to immature corneum
const real corneumDays = 9.0;                 // immature corneum renewed (14-21 d in all)
const real epidermalShedPerDay = 0.16666667;  // of epidermal ink (turnover 36 d; gone in 4 weeks)
const real epidermalShedFrom = 2.0;           // day it begins
const real epidermalShedRamp = 3.0;           // days until its full rate
const real capturePerDay = 0.30;              // of free ink, by macrophages (half in 2 days)
const real drainPerDay = 0.045;               // of free ink, to lymph nodes (one third of all ink lost)
const real washOutPerDay = 0.05;              // of free ink, with plasma of an open wound
const real inkMm2PerDay = 2.4e-5;             // spread of captured ink, 0.009 mm2/y (bar edges over 2.8 y)
const real daysPerYearLaw = 365.25;
const real bleedDryDays = 8.0;   // haemoglobin of the crust and bruise browning away
const real filmMoisture = 0.95;  // care this moist is an occlusive film

/// Integral over dt of exp(-a (dt - s)) exp(-b s): what a decaying source leaves in a decaying pool.
LAW real poolOf(real a, real b, real dt) {
    real d = (b - a) * dt;
    return abs(d) < 1e-3 ? exp(-a * dt) * dt * (1.0 - 0.5 * d + d * d / 6.0) : (exp(-a * dt) - exp(-b * dt)) / (b - a);
}

/// A value drawn to a driver that decays as driver * exp(-decay s): quickly up while below it, slowly down while above.
/// Rows 2 and 3.
LAW real follow(real value, real driver, real decay, real upPerDay, real downPerDay, real dt) {
    real rest = dt;
    real v = value, d = driver;
    if (v < d) {
        // Rising: find when the two meet, if they do within the step.
        real gap = upPerDay / (upPerDay - decay);
        real meet = log((gap - v / d) / (gap - 1.0)) / (upPerDay - decay);
        real rise = min(meet, dt);
        v = v * exp(-upPerDay * rise) + upPerDay * d * poolOf(upPerDay, decay, rise);
        d = d * exp(-decay * rise);
        rest = dt - rise;
    }
    return v * exp(-downPerDay * rest) + downPerDay * d * poolOf(downPerDay, decay, rest);
}

/// Row 1 at one place: what is left of the mediator after dt (its spread is a kernel of its own).
LAW real mediatorAfter(real mediator, real dt) {
    return mediator * exp(-dt / mediatorDays);
}

/// Row 2: excess blood 0..1. `mediator` is that at the start of the step.
LAW real bloodAfter(real blood, real mediator, real dt) {
    return follow(blood, max(mediator, 0.0), 1.0 / mediatorDays, vesselsOpenPerDay, 1.0 / vesselsCloseDays, dt);
}

/// Row 3: swelling.
LAW real swellingAfter(real swelling, real mediator, real dt) {
    real driver = pow(max(mediator, 0.0), swellPower);
    return follow(swelling, driver, swellPower / mediatorDays, swellPerDay, 1.0 / drainDays, dt);
}

LAW real closeRate(real moisture) {
    return closeBase + closeByMoisture * moisture;
}

/// Row 4, E' = (1 - E)(r E + s), in closed form.
LAW real integrityAfter(real integrity, real moisture, real dt) {
    real r = closeRate(moisture), s = closeFromFollicles;
    real open = (1.0 - integrity) / (r * integrity + s);
    open = open * exp(-(r + s) * dt);
    return (1.0 - s * open) / (1.0 + r * open);
}

struct Film {
    real plasma, gel, crust, blood;
};

/// Rows 6 and 7: plasma wells up, dries to gel, clots to crust, and the crust lets go once the skin under it has
/// closed. `open` is 1 - E in the middle of the step, `day` that at its start, `thickness` how much of the film gathers
/// here.
LAW Film filmAfter(Film film, real injury, real open, real moisture, real thickness, real day, real dt) {
    real dry = moisture >= filmMoisture ? dryUnderFilmPerDay : dryPerDay;
    real away = dry + wipePerDay, seep = 1.0 / seepDays, clot = 1.0 / clotDays;
    real source = seepPerDay * injury * open * exp(-day / seepDays);
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
    real bleed = injury * exp(-day / seepDays);
    next.blood = film.blood * exp(-dt / bleedDryDays) + bleed * poolOf(1.0 / bleedDryDays, seep, dt);
    return next;
}

struct Debris {
    real dead, first, second, lifted;
};

/// Scales in the step, at s days into it: what arrives of the chain (Erlang) is what is shed later.
LAW real arrivingScales(Debris debris, real s) {
    real a = s / debrisDays;
    return exp(-a) * (debris.second + a * debris.first + 0.5 * a * a * debris.dead);
}

/// Row 8: dead cells rise in three stages and leave as scales. Gauss-Legendre over the smooth arrivals.
LAW Debris debrisAfter(Debris debris, real moisture, real dt) {
    real a = dt / debrisDays, e = exp(-a);
    real leave = 1.0 / (flakeDays * (1.0 + flakeMoisture * (moisture - 0.6)));
    Debris next;
    next.dead = debris.dead * e;
    next.first = e * (debris.first + a * debris.dead);
    next.second = e * (debris.second + a * debris.first + 0.5 * a * a * debris.dead);
    real middle = 0.5 * dt, side = 0.7745966692 * middle;
    real came = 0.5555555556 * arrivingScales(debris, middle - side) * exp(-leave * (middle + side)) +
                0.8888888889 * arrivingScales(debris, middle) * exp(-leave * middle) +
                0.5555555556 * arrivingScales(debris, middle + side) * exp(-leave * (middle - side));
    next.lifted = debris.lifted * exp(-leave * dt) + middle * came / debrisDays;
    return next;
}

struct Young {
    real growing, corneum;
};

/// Row 9: what has closed in the step becomes young corneum and wears off. `closed` is the gain of E.
LAW Young youngAfter(Young young, real closed, real turnover, real dt) {
    real a = turnover / youngDays, b = turnover / corneumDays;
    real level = closed / (dt * a);
    Young next;
    next.growing = (young.growing - level) * exp(-a * dt) + level;
    next.corneum = young.corneum * exp(-b * dt) + a * (young.growing - level) * poolOf(b, a, dt) +
                   a * level * (1.0 - exp(-b * dt)) / b;
    return next;
}

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

/// Row 11: free dermal ink is captured, drained, or washed out of an open wound.
LAW FreeInk freeInkAfter(real open, real day, real dt) {
    real wash = washOutPerDay * open * exp(-day / seepDays) * seepDays * (1.0 - exp(-dt / seepDays)) / dt;
    real rate = capturePerDay + drainPerDay + wash;
    FreeInk next;
    next.kept = exp(-rate * dt);
    next.captured = capturePerDay / rate * (1.0 - next.kept);
    return next;
}

/// Row 12, without its spread: share of captured ink kept over dt, by the loss of pigment, site and sun.
LAW real capturedKept(real lossPerYear, real dt) {
    return exp(-lossPerYear * dt / daysPerYearLaw);
}

/// Row 12: variance per axis that captured ink gains over days, mm2, and the standard deviation it has after them.
LAW real inkVariance(real days, real spreadFactor) {
    return 2.0 * inkMm2PerDay * spreadFactor * days;
}

/// How much of the film gathers at a place: crusts are patchy, more on one piece than on the next, and stand on the
/// plateaus. Mean 1.
LAW real gathering(real pieceHash) {
    real own = pieceHash * 7.31;
    return 0.4 + 1.2 * (own - floor(own));
}

// Kinds of event.
const int pickKind = 0;
const int soakKind = 1;
const int sunKind = 2;

/// A pick of a share of the tattoo takes whole pieces of crust, chosen by their hash.
LAW bool pieceIsPicked(real pieceHash, real share) {
    real own = pieceHash * 13.7;
    return own - floor(own) < share;
}

struct Touched {
    real epidermalKept, freeKept, capturedKept, integrityKept, surfaceKept, mediator;
};

/// Row 15, a pick: what stays of each where the crust is pulled off; thicker crust takes more along.
LAW Touched picked(real strength, real crust) {
    real deep = strength * min(1.0, max(crust, 0.0) / 0.4);
    Touched t;
    t.epidermalKept = 1.0 - deep;
    t.freeKept = 1.0 - 0.5 * deep;
    t.capturedKept = 1.0 - 0.15 * deep;
    t.integrityKept = 1.0 - 0.5 * deep;
    t.surfaceKept = 1.0 - strength;
    t.mediator = 0.5 * deep;
    return t;
}

/// Row 15, a soak of an open wound.
LAW Touched soaked(real strength, real integrity) {
    real open = 1.0 - clamp(integrity, 0.0, 1.0);
    Touched t;
    t.epidermalKept = 1.0 - 0.5 * strength * open;
    t.freeKept = 1.0 - strength * open;
    t.capturedKept = 1.0;
    t.integrityKept = 1.0;
    t.surfaceKept = 1.0 - 0.5 * strength;
    t.mediator = 0.0;
    return t;
}

/// Row 15, sun on a healing wound: mediator it adds where the skin is hurt; 5 SED are a full dose.
LAW real sunburn(real sed, real injury) {
    return 0.5 * clamp(sed / 5.0, 0.0, 1.0) * injury;
}

#endif
