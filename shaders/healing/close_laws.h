// Skin renews itself, rows 4, 8 and 9: the epidermis closes from what is left of it, from its pores and from the skin
// round about; dead cells rise and leave as scales, young corneum comes and wears off. Needs decay_laws.h.
#if defined(__cplusplus) || !defined(INKHEAL_HEALING_CLOSE_LAWS_H)
#define INKHEAL_HEALING_CLOSE_LAWS_H

const real closeBase = 0.48;  // re-epithelialisation per day: 0.75 (0.64 + 0.6 m), moist 1.6 x dry (Agren 2001)
const real closeByMoisture = 0.45;
const real closeFromPores = 0.04;  // per day, from hair follicles and sweat ducts inside the wound, on average
const real migrationMm = 0.2;  // how far cells come from in a day or two: a channel of 0.1 mm is half closed in 20 h
                               // (microneedles on the forearm), a front moves 1.65 r migrationMm = 0.25 mm a day
const real debrisDays = 2.0;   // each stage from dead cells to scales
const real flakeDays = 2.2;    // a scale stays on this long at cream care
const real flakeMoisture = 0.8;
const real youngDays = 4.5;    // new epidermis to immature corneum
const real corneumDays = 9.0;  // immature corneum renewed (14-21 d in all)

LAW real closeRate(real moisture) {
    return closeBase + closeByMoisture * moisture;
}

/// E' = (1 - E)(r E + s) in closed form.
LAW real closedAfter(real integrity, real r, real s, real dt) {
    real open = (1.0 - integrity) / (r * integrity + s);
    open = open * exp(-(r + s) * dt);
    return (1.0 - s * open) / (1.0 + r * open);
}

/// Row 4 far from every edge, where pores are even.
LAW real integrityAfter(real integrity, real moisture, real dt) {
    return closedAfter(integrity, closeRate(moisture), closeFromPores, dt);
}

/// Row 4 anywhere. Cells divide at the rate r where they find room, but come from all of the skin within migrationMm,
/// not from the place alone: E' = (1 - E)(r <E> + s p), with <E> the mean round about and p the pores here over their
/// average. `surplus` is <E> - E in the middle of the step, which joins the source.
LAW real integrityNear(real integrity, real moisture, real pores, real surplus, real dt) {
    real r = closeRate(moisture);
    real s = max(closeFromPores * pores + r * surplus, 1e-4 - r * integrity);
    return min(closedAfter(integrity, r, s, dt), 1.0);
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

#endif
