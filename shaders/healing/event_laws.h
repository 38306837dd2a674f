// What the client does to the wound, row 15: washes, picks, soaks, friction, sun, and grease laid on too thickly.
// Picks, soaks, washes and friction are moments between two steps; what lasts (moisture, the burn and the bleaching of
// the sun) is an input of the steps themselves. Needs decay_laws.h, crust_laws.h, ink_laws.h and
// skin/relief_laws.h.
#if defined(__cplusplus) || !defined(INKHEAL_HEALING_EVENT_LAWS_H)
#define INKHEAL_HEALING_EVENT_LAWS_H

// Kinds of event.
const int pickKind = 0;
const int soakKind = 1;
const int sunKind = 2;
const int washKind = 3;
const int frictionKind = 4;

const real fullCrust = 0.4;    // from this thickness (0.04 mm) a pick takes all it can along (own estimate)
const real rootsFromMm = 0.3;  // from the rim of a plate to where its roots begin, and are deepest (own estimate)
const real rootsToMm = 0.9;
const real tearMm = 0.6;        // between the teeth of a torn edge (own estimate)
const real fullSunSed = 5.0;    // SED of a full sunburn of the wound (2 MED)
const real sunMediator = 0.55;  // mediator it sets free in all: at its height superficial blood x 2.4 (Wan 1983: x 2.5)
const real burnLatentDays = 0.6;  // how long the skin holds it back: a* peaks on day 2 (2 MED, UV2MED)
const real burnDays = 2.5;        // and how soon it decays, as the mediator of the needle does
const real tenderDays = 14.0;     // how soon new epidermis stands the sun again: corneum is renewed in 14 to 21 d
const real washedPlasma = 0.14;   // share that a gentle wash takes: two a day take row 6's 0.3
const real washedGel = 0.01;      // of gel, which holds to the wound (own estimate)
const real loosenedBy = 0.6;  // friction: share of scales and of crust over closed skin that it takes (own estimate)
const real rubbedInk = 0.1;   // share of loose ink it takes from an open wound (own estimate)
const real rubbedMediator = 0.2;  // mediator it sets free where epidermis is new (own estimate)

/// A pick of a share of the tattoo takes whole pieces of crust, chosen by their hash.
LAW bool pieceIsPicked(real pieceHash, real share) {
    real own = pieceHash * 13.0;
    return own - floor(own) < share;
}

/// How deep a plate of crust is rooted, over its mean: the rim is loose, the middle reaches into the dermis. Holes are
/// therefore smaller than the plates, and go deeper. 0.326 is the mean over the pieces of skin/relief_laws.h.
LAW real rooted(real rimMm) {
    return smoothstep(rootsFromMm, rootsToMm, rimMm) / 0.326;
}

/// What an event leaves of each share, and the mediator it sets free.
struct Touched {
    real epidermalKept, freeKept, capturedKept, integrityKept, crustKept, scalesKept, mediator;
};

LAW Touched untouched() {
    Touched t;
    t.epidermalKept = 1.0;
    t.freeKept = 1.0;
    t.capturedKept = 1.0;
    t.integrityKept = 1.0;
    t.crustKept = 1.0;
    t.scalesKept = 1.0;
    t.mediator = 0.0;
    return t;
}

/// A pick: what stays of each where the crust is pulled off; thicker crust takes more along, and what is in the dermis
/// goes where it is rooted.
LAW Touched picked(real strength, real crust, real roots) {
    real deep = strength * min(1.0, max(crust, 0.0) / fullCrust);
    Touched t;
    t.epidermalKept = 1.0 - deep;
    t.freeKept = max(1.0 - 0.5 * deep * roots, 0.0);
    t.capturedKept = 1.0 - 0.15 * deep * roots;
    t.integrityKept = 1.0 - 0.5 * deep;
    t.crustKept = 1.0 - strength;
    t.scalesKept = 1.0 - strength;
    t.mediator = 0.5 * deep;
    return t;
}

/// A soak of an open wound: the crust softens, ink comes out through what is open.
LAW Touched soaked(real strength, real integrity) {
    real open = 1.0 - clamp(integrity, 0.0, 1.0);
    Touched t = untouched();
    t.epidermalKept = 1.0 - 0.5 * strength * open;
    t.freeKept = 1.0 - strength * open;
    t.crustKept = 1.0 - 0.5 * strength;
    return t;
}

/// Friction, as of clothes and machines in a gym: scales go, and crust as far as the skin under it has closed; an open
/// wound loses some ink, and new skin reddens.
LAW Touched rubbed(real strength, real integrity, real injury) {
    real closed = clamp(integrity, 0.0, 1.0);
    Touched t = untouched();
    t.scalesKept = 1.0 - loosenedBy * strength;
    t.crustKept = 1.0 - loosenedBy * strength * closed * closed;
    t.epidermalKept = 1.0 - rubbedInk * strength * (1.0 - closed);
    t.freeKept = t.epidermalKept;
    t.mediator = rubbedMediator * strength * injury * (1.0 - closed * closed * closed * closed);
    return t;
}

/// A wash: what it leaves of plasma and of gel.
LAW real plasmaAfterWash(real strength) {
    return 1.0 - washedPlasma * strength;
}
LAW real gelAfterWash(real strength) {
    return 1.0 - washedGel * strength;
}

/// Whether what is done within radiusMm of a place reaches another, at xMm, yMm from it; 0 reaches everywhere. Crust
/// tears unevenly, each piece at its own distance.
LAW bool reaches(real radiusMm, real xMm, real yMm, real pieceHash) {
    real own = pieceHash * 29.0;
    real torn = softNoise(xMm / tearMm, yMm / tearMm, 0u, 10u, 0);
    real edgeMm = radiusMm * (0.7 + 0.2 * (own - floor(own)) + 0.4 * torn);
    return radiusMm <= 0.0 || xMm * xMm + yMm * yMm < edgeMm * edgeMm;
}

/// An event at one place. `amount` is the share picked, or the strength of a soak or of friction.
LAW Touched touchedBy(int kind, real amount, real pieceHash, real rimMm, real crust, real integrity, real injury) {
    if (kind == pickKind) return picked(pieceIsPicked(pieceHash, amount) ? 1.0 : 0.0, crust, rooted(rimMm));
    if (kind == soakKind) return soaked(amount, integrity);
    if (kind == frictionKind) return rubbed(amount, integrity, injury);
    return untouched();
}

/// Mediator that sun on a day will set free where the skin is wholly hurt; healed skin stands it as its surroundings
/// do.
LAW real sunburn(real sed, real day) {
    return sunMediator * clamp(sed / fullSunSed, 0.0, 1.0) * exp(-day / tenderDays);
}

struct Burn {
    real latent, calling;  // mediator still held back, and set free
};

/// A burn dt later: what is held back is set free, what is free decays.
LAW Burn burnAfter(Burn burn, real dt) {
    Burn next;
    next.latent = burn.latent * exp(-dt / burnLatentDays);
    next.calling = burn.calling * exp(-dt / burnDays) +
                   burn.latent / burnLatentDays * poolOf(1.0 / burnDays, 1.0 / burnLatentDays, dt);
    return next;
}

/// Share of the smearing by ointment that the steps from `day` over dt bring: loose ink lies in the softened crust and
/// is rubbed with it, as long as it is loose.
LAW real smearedOver(real moisture, real day, real dt) {
    return smothering(moisture) * exp(-day / looseDays) * (1.0 - exp(-dt / looseDays));
}

/// Share of the skin that shines with what it was creamed with some hours ago, by the care's moisture (0.6 thin, 0.85
/// thick; nothing goes under a film, 1) and the day: it is creamed until the dead skin is off, then less and less (own
/// estimate).
LAW real ointmentShine(real moisture, real ageDays) {
    real put = moisture > 0.95 ? 0.0 : max(moisture - 0.2, 0.0);
    return put * (1.0 - smoothstep(14.0, 28.0, ageDays));
}

#endif
