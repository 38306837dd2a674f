// Light in layers of skin, one spectral band at a time, as four fluxes: up and down, in the cone that can leave skin of
// index 1.4 and trapped outside it. Absorption mu_a and reduced scattering mu_s' per mm, thickness mm, reflectances 0
// to 1 without the surface's own gloss. The rates between the fluxes are a fit of 160 layered stacks (mu_a 0.01 to 40,
// mu_s' 2 to 22) to discrete ordinates with Henyey-Greenstein scattering of g 0.8 in 16 directions: within 0.3 % (rms).
#if defined(__cplusplus) || !defined(INKHEAL_SKIN_LAYER_LAWS_H)
#define INKHEAL_SKIN_LAYER_LAWS_H

const real enteringShare = 0.9235;  // of diffuse light: 1 - Fresnel reflection at index 1.4, and the same on leaving
const real trappedPath = 3.364;     // mean path over depth of trapped light, and of light in the cone
const real conePath = 1.158;
const real trappedTurns = 0.5128;  // share of scattered trapped light that leaves for the cone, both ways together
const real coneTurns = 1.1958;     // of light in the cone that is trapped
const real trappedOdd = 1.0781;    // how scattering wears down the difference of down and up: trapped by trapped,
const real trappedOddFromCone = -0.2577;  // trapped by the cone, and so on
const real coneOddFromTrapped = -0.6009;
const real coneOdd = 1.2970;
const real leastAbsorption = 1e-6;  // per mm: without any, light in an endless layer would never end
const real blackest = 1e-7;         // share of light under which nothing is told apart

/// A linear map of (trapped, cone), such as what each returns of both.
struct Fluxes {
    real tt, tc, ct, cc;  // to trapped from trapped, to trapped from the cone, and so on
};

LAW Fluxes fluxes(real tt, real tc, real ct, real cc) {
    Fluxes m;
    m.tt = tt;
    m.tc = tc;
    m.ct = ct;
    m.cc = cc;
    return m;
}

LAW Fluxes times(Fluxes a, Fluxes b) {
    return fluxes(a.tt * b.tt + a.tc * b.ct, a.tt * b.tc + a.tc * b.cc, a.ct * b.tt + a.cc * b.ct,
                  a.ct * b.tc + a.cc * b.cc);
}

/// a + b * k
LAW Fluxes plus(Fluxes a, Fluxes b, real k) {
    return fluxes(a.tt + b.tt * k, a.tc + b.tc * k, a.ct + b.ct * k, a.cc + b.cc * k);
}

LAW Fluxes inverseOf(Fluxes m) {
    real under = 1.0 / (m.tt * m.cc - m.tc * m.ct);
    return fluxes(m.cc * under, -m.tc * under, -m.ct * under, m.tt * under);
}

LAW Fluxes rootOf(Fluxes m) {
    real s = sqrt(max(m.tt * m.cc - m.tc * m.ct, 0.0));
    real under = 1.0 / sqrt(max(m.tt + m.cc + 2.0 * s, 1e-12));
    return fluxes((m.tt + s) * under, m.tc * under, m.ct * under, (m.cc + s) * under);
}

/// exp(-m mm)
LAW Fluxes decayOf(Fluxes m, real mm) {
    real middle = 0.5 * (m.tt + m.cc), aside = 0.5 * (m.tt - m.cc);
    real spread = sqrt(max(aside * aside + m.tc * m.ct, 1e-12));
    real slow = exp(-min((middle - spread) * mm, 80.0)), fast = exp(-min((middle + spread) * mm, 80.0));
    real mean = 0.5 * (slow + fast), turn = 0.5 * (slow - fast) / spread;
    return fluxes(mean - turn * aside, -turn * m.tc, -turn * m.ct, mean + turn * aside);
}

/// The modes that decay into one material: their share that goes on, the share that comes back, and their rates.
struct Modes {
    Fluxes onward, back, rate;
};

LAW Modes modesOf(real absorb, real scatter) {
    real a = max(absorb, leastAbsorption), s = max(scatter, 1e-4);
    Fluxes sums = fluxes(trappedPath * (a + s * trappedTurns), -trappedPath * s * trappedTurns,
                         -conePath * s * coneTurns, conePath * (a + s * coneTurns));
    Fluxes differences = fluxes(trappedPath * (a + s * trappedOdd), trappedPath * s * trappedOddFromCone,
                                conePath * s * coneOddFromTrapped, conePath * (a + s * coneOdd));
    Modes modes;
    modes.rate = rootOf(times(differences, sums));
    Fluxes z = times(inverseOf(differences), modes.rate);
    modes.onward = fluxes(0.5 + 0.5 * z.tt, 0.5 * z.tc, 0.5 * z.ct, 0.5 + 0.5 * z.cc);
    modes.back = fluxes(0.5 - 0.5 * z.tt, -0.5 * z.tc, -0.5 * z.ct, 0.5 - 0.5 * z.cc);
    return modes;
}

/// What an endless layer returns.
LAW Fluxes halfSpace(Modes modes) {
    return times(modes.back, inverseOf(modes.onward));
}

LAW Fluxes blackGround() {
    return fluxes(0.0, 0.0, 0.0, 0.0);
}

/// What a layer of a material returns over a ground, given the decay across it (decayOf its rate).
LAW Fluxes seenOver(Modes top, Fluxes decay, Fluxes ground) {
    Fluxes k = times(inverseOf(plus(top.onward, times(ground, top.back), -1.0)),
                     times(plus(times(ground, top.onward), top.back, -1.0), decay));
    Fluxes bottom = times(decay, k);
    return times(plus(top.back, times(top.onward, bottom), 1.0),
                 inverseOf(plus(top.onward, times(top.back, bottom), 1.0)));
}

LAW Fluxes layerOver(real absorb, real scatter, real mm, Fluxes ground) {
    Modes modes = modesOf(absorb, scatter);
    return seenOver(modes, decayOf(modes.rate, mm), ground);
}

/// Diffuse light that enters skin and leaves it again, as a share of what falls on it: trapped light is turned back at
/// the surface until it is scattered into the cone.
LAW real leavingSkin(Fluxes inside) {
    real again = 1.0 - inside.tt;  // the trapped part, summed over its returns
    real cone = inside.cc + inside.ct * inside.tc / max(again, blackest);
    return enteringShare * enteringShare * cone / (1.0 - (1.0 - enteringShare) * cone);
}

/// Light that falls evenly on a layer from both kinds of directions, and comes back: for shares of it.
LAW real evenReturn(Fluxes inside) {
    return 0.5 * (inside.tt + inside.tc + inside.ct + inside.cc);
}

#endif
