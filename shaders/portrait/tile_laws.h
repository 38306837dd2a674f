// The micro-relief of skin beyond the charts: the polygons of skin/relief_laws.h, made to repeat. Lengths in cells, heights in
// depths, so that one tile serves every site. Needs skin/relief_laws.h first.
#if defined(__cplusplus) || !defined(INKHEAL_PORTRAIT_TILE_LAWS_H)
#define INKHEAL_PORTRAIT_TILE_LAWS_H

const int tileCells = 16;           // primary cells to a period
const int tileSecondaryCells = 34;  // as many as skin/relief_laws.h's secondaryScale gives
const int tileTexels = 512;         // to a period
const int tileGutter = 32;          // texels repeated round it, since samplers clamp
const real tileMean = 0.74;         // mean height (measured)

LAW int wrapped(int i, int period) { return i < 0 ? i + period : i >= period ? i - period : i; }

/// skin/relief_laws.h's nearestCentres with cells that repeat after `period`; px and py in 0..period.
LAW Nearest tileCentres(real px, real py, int period, uint seed) {
    Nearest best;
    best.first = 9.0;
    best.second = 9.0;
    best.cellX = 0;
    best.cellY = 0;
    int cx = int(floor(px)), cy = int(floor(py));
    for (int j = -1; j <= 1; ++j)
        for (int i = -1; i <= 1; ++i) {
            int x = wrapped(cx + i, period), y = wrapped(cy + j, period);
            real dx = real(cx + i) + 0.12 + 0.76 * cellHash(x, y, seed, 1u) - px;
            real dy = real(cy + j) + 0.12 + 0.76 * cellHash(x, y, seed, 2u) - py;
            real d = sqrt(dx * dx + dy * dy);
            if (d < best.first) {
                best.second = best.first;
                best.first = d;
                best.cellX = x;
                best.cellY = y;
            } else if (d < best.second) {
                best.second = d;
            }
        }
    return best;
}

/// Height 0..1 at a point of the tile, x and y in 0..1.
LAW real tileHeight(real x, real y) {
    real primary = plateau(tileCentres(x * real(tileCells), y * real(tileCells), tileCells, 11u), lineShare);
    real secondary =
        plateau(tileCentres(x * real(tileSecondaryCells), y * real(tileSecondaryCells), tileSecondaryCells, 29u), 1.3 * lineShare);
    return primary * (1.0 - secondaryShare + secondaryShare * secondary);
}

LAW real repeated(real x) { return x - floor(x); }

#endif
