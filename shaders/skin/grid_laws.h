// Where texels of two grids meet: which fine ones a coarse one covers. For whatever goes from the fine grid to the
// coarse one, such as the injury that calls the mediator.
#if defined(__cplusplus) || !defined(INKHEAL_SKIN_GRID_LAWS_H)
#define INKHEAL_SKIN_GRID_LAWS_H

/// The first fine texel whose centre lies in coarse texel `index` or beyond; the last of the one before is the texel
/// before it. A centre on the line goes to the upper one on every machine.
LAW int firstFineTexel(int index, real coarseOriginMm, real coarseTexelMm, real fineOriginMm, real fineTexelMm) {
    real at = (coarseOriginMm + real(index) * coarseTexelMm - fineOriginMm) / fineTexelMm;
    return int(floor(at + 0.499));
}

#endif
