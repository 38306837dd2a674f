// How deep the ink of day 0 lies: a column under each hole, through the epidermis into the dermis. Lengths in mm.
// For the kernel that wounds, and in double for the tests.
#if defined(__cplusplus) || !defined(INKHEAL_NEEDLE_DEPTH_LAWS_H)
#define INKHEAL_NEEDLE_DEPTH_LAWS_H

#include "skin/relief_laws.h"

const real usualEpidermisMm = 0.08;  // that a needle's column is given for (science.md 1.5)
const real deeperByEpidermis = 0.7;  // mm of needle a mm of thicker epidermis: felt, but not enough (own estimate)
const real handMm = 3.0;             // over which the depth of the hand wanders
const real handShare = 0.4;          // by a fifth to each side (own estimate)

/// Depth to which holes fill, by the needle's own column and the epidermis in its way.
LAW real reachedColumnMm(real columnMm, real epidermisMm) {
    return max(columnMm + deeperByEpidermis * (epidermisMm - usualEpidermisMm), epidermisMm);
}

/// Share of the dose that lies in the epidermis, shed within four weeks (science.md row 10); the rest is free in the
/// dermis, to be captured or drained (row 11). Holes fill from the surface down as the needle leaves (science.md
/// section 3), so ink is an even column.
LAW real epidermalShareOf(real columnMm, real epidermisMm) {
    return epidermisMm / reachedColumnMm(columnMm, epidermisMm);
}

/// No hand is even: how many times the usual share lies in the epidermis at a place; 1 on average.
LAW real unevenHand(real xMm, real yMm, uint seed) {
    return 1.0 + handShare * (softNoise(xMm / handMm, yMm / handMm, seed, 12u, 0) - 0.5);
}

#endif
