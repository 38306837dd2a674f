// What the client does to the wound, row 15: picks, soaks and sun. Each is a moment between two steps; what lasts
// (moisture, the sun of years) is an input of the steps themselves.
#if defined(__cplusplus) || !defined(INKHEAL_HEALING_EVENT_LAWS_H)
#define INKHEAL_HEALING_EVENT_LAWS_H

// Kinds of event.
const int pickKind = 0;
const int soakKind = 1;
const int sunKind = 2;

const real fullCrust = 0.4;    // from this thickness (0.04 mm) a pick takes all it can along (own estimate)
const real fullSunSed = 5.0;   // SED of a full sunburn of the wound
const real sunMediator = 0.5;  // mediator it sets free (2 MED: a* peaks on day 2)

/// A pick of a share of the tattoo takes whole pieces of crust, chosen by their hash.
LAW bool pieceIsPicked(real pieceHash, real share) {
    real own = pieceHash * 13.0;
    return own - floor(own) < share;
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

/// A pick: what stays of each where the crust is pulled off; thicker crust takes more along.
LAW Touched picked(real strength, real crust) {
    real deep = strength * min(1.0, max(crust, 0.0) / fullCrust);
    Touched t;
    t.epidermalKept = 1.0 - deep;
    t.freeKept = 1.0 - 0.5 * deep;
    t.capturedKept = 1.0 - 0.15 * deep;
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

/// Sun on a healing wound: mediator it adds where the skin is hurt.
LAW real sunburn(real sed, real injury) {
    return sunMediator * clamp(sed / fullSunSed, 0.0, 1.0) * injury;
}

/// An event at one place. `amount` is the share picked, the strength of a soak, or SED of sun.
LAW Touched touchedBy(int kind, real amount, real pieceHash, real crust, real integrity, real injury) {
    if (kind == pickKind) return picked(pieceIsPicked(pieceHash, amount) ? 1.0 : 0.0, crust);
    if (kind == soakKind) return soaked(amount, integrity);
    Touched t = untouched();
    t.mediator = sunburn(amount, injury);
    return t;
}

#endif
