// Where texels end: at the border of a chart, which nothing crosses. For whatever spreads.
// skin/grid_laws.h has where the texels of two grids meet.
#if defined(__cplusplus) || !defined(INKHEAL_HEALING_GRID_LAWS_H)
#define INKHEAL_HEALING_GRID_LAWS_H

/// The texel that stands for `at` beyond a border that nothing crosses: mirrored there as often as it takes, so that a
/// spread neither loses nor makes anything.
LAW int mirrored(int at, int size) {
    int inside = (at < 0 ? -1 - at : at) % (2 * size);
    return min(inside, 2 * size - 1 - inside);
}

#endif
