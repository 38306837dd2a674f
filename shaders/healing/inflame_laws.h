// Inflammation at one place, rows 1 to 3: a mediator set free by injury spreads and decays, excess blood and swelling
// follow it. Needs decay_laws.h.
#if defined(__cplusplus) || !defined(INKHEAL_HEALING_INFLAME_LAWS_H)
#define INKHEAL_HEALING_INFLAME_LAWS_H

const real mediatorDays = 2.5;  // decay of the mediator (erythema and oedema end by day 7; Gopee 2005: high 0.5-4 d)
const real mediatorMm2PerDay = 10.0;  // its spread: halo of 5 mm = sqrt(D tau) (one ankle, day 0)
const real vesselsOpenPerDay = 6.0;   // blood follows the mediator within hours
const real vesselsCloseDays = 1.5;    // erythema is gone in 96-100 % by day 14 (Fauger 2021)
const real swellPerDay = 4.0;         // oedema peaks within the first day
const real drainDays = 1.0;           // and is gone in 3-5 d
const real swellPower = 1.5;          // oedema follows the strongest of the inflammation
const real lingering = 0.7;      // share of the whole answer that vessels give to what lingers at the puncture itself
const real sessionDays = 0.125;  // strokes are on average three hours old when the last one ends: redness and
                                 // swelling begin within minutes (science.md section 4)
const real flareMm2 = 9.0;    // variance per axis over which nerves gather the call by then: they widen vessels round
                              // a wound within minutes, millimetres to centimetres away (the flare of Lewis 1927)
const real flarePower = 3.7;  // they answer to the strongest call near by, as a mean of this power does. Both set so
                              // that beside a solid fill half as much comes at 6.5 mm as at 2.5 (one ankle, day 0)

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

/// Row 1: variance per axis that the mediator gains over dt, mm2. The whole spread of a long step is past the border
/// many times over, and the mediator has then decayed to nothing.
LAW real mediatorVariance(real dt) {
    return 2.0 * mediatorMm2PerDay * min(dt, 8.0);
}

/// What of a wound's own call is gathered, and what nerves make of what they gathered: where all is wounded alike that
/// is the call itself.
LAW real flareGathers(real call) {
    return pow(max(call, 0.0), flarePower);
}
LAW real flared(real gathered) {
    return pow(max(gathered, 0.0), 1.0 / flarePower);
}

/// What vessels answer to: the stronger of the call that has come this far, and of what lingers where it was set free
/// (blood let out of them, cells). Wherever all is injured alike the two are the same, and so is row 1; a single line
/// sends too little far to be red by it, but is red itself.
LAW real mediatorFelt(real spreading, real staying) {
    return max(spreading, lingering * staying);
}

/// Row 2: excess blood 0..1. `mediator` is that at the start of the step.
/// `pace` is how fast this person calms, 1 as usual.
LAW real bloodAfter(real blood, real mediator, real pace, real dt) {
    return follow(blood, max(mediator, 0.0), pace / mediatorDays, vesselsOpenPerDay, pace / vesselsCloseDays, dt);
}

/// Row 3: swelling.
LAW real swellingAfter(real swelling, real mediator, real pace, real dt) {
    real driver = pow(max(mediator, 0.0), swellPower);
    return follow(swelling, driver, swellPower * pace / mediatorDays, swellPerDay, pace / drainDays, dt);
}

/// What vessels answer to in a step, with what the sun calls for in the middle of it, brought back to its start.
LAW real withBurn(real mediator, real burn, real dt) {
    return mediator + burn * exp(0.5 * min(dt, 8.0) / mediatorDays);
}

#endif
