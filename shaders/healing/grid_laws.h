// Where texels meet: the border of a chart that nothing crosses, and which fine texels a coarse one covers. For
// whatever spreads, and for whatever goes from the fine grid to the coarse one.
#if defined(__cplusplus) || !defined(INKHEAL_HEALING_GRID_LAWS_H)
#define INKHEAL_HEALING_GRID_LAWS_H

/// The texel that stands for `at` beyond a border that nothing crosses: mirrored there as often as it takes, so that a
/// spread neither loses nor makes anything.
LAW int mirrored(int at, int size) {
    int inside = (at < 0 ? -1 - at : at) % (2 * size);
    return min(inside, 2 * size - 1 - inside);
}

/// The first fine texel whose centre lies in coarse texel `index` or beyond; the last of the one before is the texel
/// before it. A centre on the line goes to the upper one on every machine.
LAW int firstFineTexel(int index, real coarseOriginMm, real coarseTexelMm, real fineOriginMm, real fineTexelMm) {
    real at = (coarseOriginMm + real(index) * coarseTexelMm - fineOriginMm) / fineTexelMm;
    return int(floor(at + 0.499));
}

#endif
