// Hair on the skin: how it comes back after it was shaved, what one strand does to light, and the strip that is drawn
// for it. Lengths in mm.
#if defined(__cplusplus) || !defined(INKHEAL_PORTRAIT_HAIR_LAWS_H)
#define INKHEAL_PORTRAIT_HAIR_LAWS_H

const real hairCycleDays = 140.0;  // of the limbs' hair: some ten weeks of growth, then as many of rest
const real growingShare = 0.45;    // of the cycle that it grows (own reading of 6 to 12 weeks of 12 to 25)

/// Length of a hair at its place in the cycle, 0 to 1: it grows, then rests, and falls out when the next one comes.
LAW real grownMm(real fullMm, real phase) {
    return fullMm * min(phase / growingShare, 1.0);
}

/// Length after `ageDays` of a hair that was shaved at its place `phase` of the cycle: it grows on at its root if it
/// was growing, and else stays cut until the next one comes.
LAW real shavedMm(real fullMm, real phase, real ageDays) {
    real place = phase + max(ageDays, 0.0) / hairCycleDays;
    if (place >= 1.0) return grownMm(fullMm, place - floor(place));
    return grownMm(fullMm, place) - grownMm(fullMm, phase);
}

/// A strand's middle line, a parabola from its root; `t` from 0 to 1 at its tip. And where it heads, not unit.
LAW vec3 hairPlace(vec3 root, vec3 bend, vec3 tip, real t) {
    return root * ((1.0 - t) * (1.0 - t)) + bend * (2.0 * t * (1.0 - t)) + tip * (t * t);
}
LAW vec3 hairWay(vec3 root, vec3 bend, vec3 tip, real t) {
    return (bend - root) * (1.0 - t) + (tip - bend) * t;
}

/// Half the width of the strip that is drawn for a strand, and the share of a pixel that it covers so far beside its
/// middle; widths in pixels. What is thinner than a pixel is drawn a pixel wide and as much fainter.
LAW real stripReach(real widthPixels) {
    return 0.5 * max(widthPixels, 1.0) + 0.5;
}
LAW real stripCover(real widthPixels, real beside) {
    return min(widthPixels, 1.0) * clamp(stripReach(widthPixels) - abs(beside), 0.0, 1.0);
}

// One strand as a dielectric cylinder of index 1.55 (Marschner et al. 2003), light by light: what its surface mirrors
// (R), what passes through (TT), and what comes back out of it (TRT and on). Together they are 1 where nothing absorbs.
const real hairMirrors = 0.07495;     // mean of Fresnel's formula over its width
const real hairChord = 0.92548;       // mean way through it, over its diameter
const real scalpHairRadiusMm = 0.04;  // per which absorption is stated
const real surfaceLobe = 0.13;        // standard deviation along the strand of R, in sines (7.5 degrees)
const real innerLobe = 0.26;          // and of TRT

/// Absorption per mm of a channel (0 red, 1 green, 2 blue) at this concentration of eumelanin (d'Eon et al. 2011: 0.3
/// fair, 1.3 brown, 8 black).
LAW real hairAbsorbs(real melanin, int channel) {
    real unit = channel == 0 ? 0.419 : channel == 1 ? 0.697 : 1.37;
    return melanin * unit / scalpHairRadiusMm;
}

/// Share of light that goes through the strand, and that comes out again toward where it came from.
LAW real hairCrossing(real melanin, real thickMm, int channel) {
    return exp(-hairAbsorbs(melanin, channel) * hairChord * thickMm);
}
LAW real hairThrough(real crossing) {
    return (1.0 - hairMirrors) * (1.0 - hairMirrors) * crossing;
}
LAW real hairReturns(real crossing) {
    real enters = (1.0 - hairMirrors) * (1.0 - hairMirrors);
    return enters * hairMirrors * crossing * crossing / (1.0 - hairMirrors * crossing);
}

/// Variance of the directions of a disc of light, in sines, where the vector of its light is so long.
LAW real discVariance(real vectorLength) {
    return 0.25 * vectorLength;
}

/// How much of the light of a disc a lobe sends along the strand to the eye: `sines` is the sum of the sines of light
/// and eye over the strand, `spread` the variance of the disc's own.
LAW real hairAlong(real sines, real lobe, real spread) {
    real variance = lobe * lobe + spread;
    return exp(-0.5 * sines * sines / variance) / sqrt(6.283185307179586 * variance);
}

/// And round it, by the cosine between light and eye round the strand; over all angles each is 1.
LAW real surfaceRound(real cosine) {
    return 0.25 * sqrt(max(0.5 + 0.5 * cosine, 0.0));
}
LAW real innerRound(real cosine) {
    return (1.0 + cosine) / 6.283185307179586;
}

const real shadowReach = 2.2;   // standard deviations to each side, that a strand's shadow is drawn
const real leastSlant = 0.15;   // cosine of a light below which it throws no shadow of a strand
const real shadowDeepMm = 0.8;  // how far off the skin the strip of a shadow may run and still lie on it
const real hairGrazeMm = 0.15;  // how deep in the mesh a strand may be and still show

/// Share of its light that a strand keeps from the skin so far beside the middle of its shadow.
LAW real shadowOf(real thickMm, real besideMm, real variance) {
    return thickMm * exp(-0.5 * besideMm * besideMm / variance) / sqrt(6.283185307179586 * variance);
}

#endif
