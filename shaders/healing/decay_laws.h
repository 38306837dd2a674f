// What the laws of healing share: pools that fill and drain, and how long a wound weeps. Include before the others.
// Every law is a closed form over a step, so that days do not depend on the step. Days, mm; states are 0 to about 1
// (see skin/fields.h). Rows are those of the equation set in the project's science notes; sources stand at the
// constants.
#if defined(__cplusplus) || !defined(INKHEAL_HEALING_DECAY_LAWS_H)
#define INKHEAL_HEALING_DECAY_LAWS_H

const real seepDays = 0.8;  // how soon a wound stops weeping (own estimate; plasma pools for 2 days under a film)

/// Integral over dt of exp(-a (dt - s)) exp(-b s): what a decaying source leaves in a decaying pool.
LAW real poolOf(real a, real b, real dt) {
    real d = (b - a) * dt;
    return abs(d) < 0.02 ? exp(-a * dt) * dt * (1.0 - 0.5 * d * (1.0 - d / 3.0 * (1.0 - 0.25 * d)))
                         : (exp(-a * dt) - exp(-b * dt)) / (b - a);
}

/// How much an open wound weeps on a day, 1 at first.
LAW real weeping(real day) {
    return exp(-day / seepDays);
}

#endif
