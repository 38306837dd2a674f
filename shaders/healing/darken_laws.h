// Darkening after inflammation: pigment cells answer the blood of the wound, and what they make shows as it rises
// through the epidermis, weeks later. Amounts are excess melanin as a share of the tone's own.
#if defined(__cplusplus) || !defined(INKHEAL_HEALING_DARKEN_LAWS_H)
#define INKHEAL_HEALING_DARKEN_LAWS_H

const real darkenPerDay = 0.29;  // the most excess that inflammation calls for in a day in the proneest skin (own fit:
                                 // L* -4 beside the ink on brown skin at week 4)
const real halfBlood = 0.15;     // redness that calls for half of it: pigment cells give all they can where it is red
                                 // at all, so that the wound itself darkens little more than the skin beside it
const real faintBlood = 0.35;    // redness that leaves nothing behind: the flare, where nothing is hurt (own estimate)
const real risingDays = 12.0;    // from pigment cell to where it is seen: from day 7, most in weeks 3 to 6
const real darkenedDays = 80.0;  // and until it is shed: months

struct Darkening {
    real rising, seen;  // excess melanin on its way, and where it darkens the skin
};

/// Over dt at an excess of blood (0..1); `prone` is the skin's tendency, 0..1. Faint redness leaves
/// nothing behind, and much of it hardly more than some.
LAW Darkening darkeningAfter(Darkening now, real blood, real prone, real dt) {
    real a = 1.0 / risingDays, b = 1.0 / darkenedDays;
    real answered = max(blood - faintBlood, 0.0);
    real level = darkenPerDay * prone * answered / (answered + halfBlood) * risingDays;
    Darkening next;
    next.rising = (now.rising - level) * exp(-a * dt) + level;
    next.seen =
        now.seen * exp(-b * dt) + a * (now.rising - level) * poolOf(b, a, dt) + a * level * (1.0 - exp(-b * dt)) / b;
    return next;
}

#endif
