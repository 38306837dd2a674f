// The lasting structure of skin, in mm on the chart: polygons of the micro-relief and the pieces in which dead skin
// comes off. Seeded by a hash of cell numbers, never a state.
#if defined(__cplusplus) || !defined(INKHEAL_SKIN_RELIEF_LAWS_H)
#define INKHEAL_SKIN_RELIEF_LAWS_H

const real pieceMm = 3.2;         // mean distance of flake centres; pieces of 2 to 6 mm (science.md section 4, mission)
const real wanderMm = 1.3;        // how far the borders of pieces wander from straight (own estimate)
const real lineShare = 0.30;      // half width of a primary line, in cells: the polygons are domed
const real shallowLine = 0.25;    // depth of the shallowest stretch of a line over that of the deepest
const real secondaryShare = 0.3;  // depth of secondary lines over primary ones (5-40 um over 20-100 um)
const real secondaryScale = 0.5;  // cell of the secondary lines, in primary cells
const real reliefMeanShare = 0.69;  // mean of the relief over its depth
const real acrossStretch = 1.35;    // polygons are wider across a limb than along it, where skin folds as joints bend
const real alongStretch = 0.74;     // (one ankle, day 11 and 83); their area stays that of a round cell

const real poreReachMm = 0.12;  // half width of the new skin that a pore sends out (orifices of 0.07 to 0.2 mm)
const real evenPores = 0.3;     // share of what pores give that comes from rests of rete everywhere (own estimate)
const real averagePoresPerMm2 = 1.7;  // of the forearm: 65 follicles and 104 sweat ducts per cm2

/// A hash of a cell and a channel to 0..1 (after PCG, Jarzynski and Olano 2020).
LAW real cellHash(int x, int y, uint seed, uint channel) {
    uint v = uint(x) * 1664525u + uint(y) * 22695477u + seed * 747796405u + channel * 2891336453u + 1013904223u;
    v = ((v >> ((v >> 28u) + 4u)) ^ v) * 277803737u;
    v = (v >> 22u) ^ v;
    v = v * 747796405u + 2891336453u;
    v = ((v >> ((v >> 28u) + 4u)) ^ v) * 277803737u;
    v = (v >> 22u) ^ v;
    return real(v >> 8u) / 16777216.0;
}

struct Nearest {
    real first, second;  // distance to the two nearest centres, in cells
    int cellX, cellY;    // of the nearest
};

/// A cell's number round a tile of `wrap` cells; 0 is an endless plane.
LAW int wrapped(int cell, int wrap) {
    return wrap == 0 ? cell : ((cell % wrap) + wrap) % wrap;
}

/// The nearest two of centres jittered in unit cells (Worley 1996), at a point in cells; the pattern repeats every
/// `wrap` cells.
LAW Nearest nearestCentres(real px, real py, uint seed, int wrap) {
    Nearest best;
    best.first = 9.0;
    best.second = 9.0;
    best.cellX = 0;
    best.cellY = 0;
    int cx = int(floor(px)), cy = int(floor(py));
    for (int j = -1; j <= 1; ++j)
        for (int i = -1; i <= 1; ++i) {
            int x = cx + i, y = cy + j;
            real dx = real(x) + 0.12 + 0.76 * cellHash(wrapped(x, wrap), wrapped(y, wrap), seed, 1u) - px;
            real dy = real(y) + 0.12 + 0.76 * cellHash(wrapped(x, wrap), wrapped(y, wrap), seed, 2u) - py;
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

/// 0 in the middle of a line between two cells, 1 on the plateau; a line's section is a rounded V.
LAW real plateau(Nearest cell, real halfWidth) {
    real across = clamp((cell.second - cell.first) / (2.0 * halfWidth), 0.0, 1.0);
    return across * (2.0 - across);
}

/// Smooth noise 0..1 with a bump about every unit; repeats every `wrap` units, 0 is endless.
LAW real softNoise(real x, real y, uint seed, uint channel, int wrap) {
    int west = wrapped(int(floor(x)), wrap), east = wrapped(int(floor(x)) + 1, wrap);
    int south = wrapped(int(floor(y)), wrap), north = wrapped(int(floor(y)) + 1, wrap);
    real u = smoothstep(0.0, 1.0, x - floor(x)), v = smoothstep(0.0, 1.0, y - floor(y));
    real low = mix(cellHash(west, south, seed, channel), cellHash(east, south, seed, channel), u);
    real high = mix(cellHash(west, north, seed, channel), cellHash(east, north, seed, channel), u);
    return mix(low, high, v);
}

/// How deep the lines are at a place in cells, 0 on a plateau to 1 in the middle of the deepest: some stretches of them
/// are deep and some shallow.
LAW real groove(real px, real py, real halfWidth, uint seed, int wrap) {
    real deep = softNoise(px, py, seed, 3u, wrap);
    return (1.0 - plateau(nearestCentres(px, py, seed, wrap), halfWidth)) * mix(shallowLine, 1.0, deep);
}

/// Height of the micro-relief over its deepest line as a share of its depth, at a place in stretched cells: primary
/// lines round the cells, secondary ones across them. The pattern repeats every `wrap` primary cells; 0 is endless.
LAW real reliefShare(real px, real py, uint seed, int wrap) {
    real primary = groove(px, py, lineShare, seed, wrap);
    real secondary = groove(px / secondaryScale, py / secondaryScale, 1.3 * lineShare, seed + 17u, 2 * wrap);
    return (1.0 - primary) * (1.0 - secondaryShare * secondary);
}

/// The same in mm, at a place on the chart (x across the limb, y along it).
LAW real microReliefMm(real xMm, real yMm, real cellMm, real depthMm, uint seed) {
    return depthMm * reliefShare(xMm / (cellMm * acrossStretch), yMm / (cellMm * alongStretch), seed, 0);
}

/// What pores give to the closing of a wound at a place, over what they give on average skin: each pore the same, so
/// that skin with more of them closes sooner.
LAW real poresAt(real xMm, real yMm, real perMm2, uint seed) {
    real spacingMm = 1.0 / sqrt(perMm2);
    real reachMm = min(poreReachMm, 0.2 * spacingMm);
    Nearest near = nearestCentres(xMm / spacingMm, yMm / spacingMm, seed + 211u, 0);
    real from = near.first * spacingMm / reachMm;
    real each = 1.0 / (6.2831853072 * reachMm * reachMm * averagePoresPerMm2);
    return evenPores * perMm2 / averagePoresPerMm2 + (1.0 - evenPores) * each * exp(-0.5 * from * from);
}

struct DeadPiece {
    real hash;   // 0..1, uniform over pieces
    real rimMm;  // to the nearest border of the piece
};

/// The piece of dead skin a place belongs to; borders wander, in the large and along the
/// micro-relief.
LAW DeadPiece pieceAt(real xMm, real yMm, real cellMm, uint seed) {
    real fineMm = 0.4 * cellMm;
    real px = xMm + wanderMm * (softNoise(xMm / wanderMm, yMm / wanderMm, seed, 5u, 0) - 0.5) +
              fineMm * (softNoise(xMm / fineMm, yMm / fineMm, seed, 8u, 0) - 0.5);
    real py = yMm + wanderMm * (softNoise(xMm / wanderMm, yMm / wanderMm, seed, 6u, 0) - 0.5) +
              fineMm * (softNoise(xMm / fineMm, yMm / fineMm, seed, 9u, 0) - 0.5);
    px /= pieceMm;
    py /= pieceMm;
    Nearest near = nearestCentres(px, py, seed + 101u, 0);
    DeadPiece piece;
    piece.hash = cellHash(near.cellX, near.cellY, seed, 7u);
    piece.rimMm = 0.5 * (near.second - near.first) * pieceMm;
    return piece;
}

#endif
