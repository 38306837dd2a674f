// Light from everywhere but the cards: a panorama in the light's own space (x right, y up, z toward the viewer). Where
// a direction lies in the picture of a file and in the map the kernels read, which keeps the panorama as it is (level
// 0) and blurred by ever broader lobes. For portrait/sky_light.glsl, for what makes the map, and for who samples the
// light.
#if defined(__cplusplus) || !defined(INKHEAL_PORTRAIT_SKY_LAWS_H)
#define INKHEAL_PORTRAIT_SKY_LAWS_H

const int skyLevels = 7;
const int skyEdge = 256;    // texels across level 0, about 0.7 degrees each
const int skyWidth = 388;   // of the map: level 0 at the left, levels 1 to 5 over one another at its right, level 6
const int skyHeight = 258;  // beside level 2; round each a rim of one texel
const real sharpestBlur = 0.025;          // alpha of level 1; each next level has twice that
const real halfTurn = 3.141592653589793;  // radians

/// Direction of a place on a latitude-longitude panorama, x and y 0 to 1 from its upper left; the middle is ahead of
/// the viewer.
LAW vec3 panoramaDirection(real x, real y) {
    real azimuth = 2.0 * halfTurn * (x - 0.5), polar = halfTurn * y;
    return vec3(sin(polar) * sin(azimuth), cos(polar), -sin(polar) * cos(azimuth));
}

/// Share of the sphere's 4 pi that a texel in a row of a panorama covers.
LAW real panoramaTexel(int row, int width, int height) {
    real top = cos(halfTurn * real(row) / real(height)), bottom = cos(halfTurn * real(row + 1) / real(height));
    return 2.0 * halfTurn / real(width) * (top - bottom);
}

/// Unit direction to the square 0 to 1 (octahedron about y, unfolded).
LAW vec2 skyPlace(vec3 d) {
    real sum = abs(d.x) + abs(d.y) + abs(d.z);
    real x = d.x / sum, z = d.z / sum;
    if (d.y < 0.0) {
        real folded = (1.0 - abs(z)) * (x < 0.0 ? -1.0 : 1.0);
        z = (1.0 - abs(x)) * (z < 0.0 ? -1.0 : 1.0);
        x = folded;
    }
    return vec2(0.5 + 0.5 * x, 0.5 + 0.5 * z);
}

/// And back; a place just outside the square is on the other side of its rim.
LAW vec3 skyDirection(real u, real v) {
    real x = 2.0 * u - 1.0, z = 2.0 * v - 1.0;
    if (abs(x) > 1.0) {
        x = (x < 0.0 ? -2.0 : 2.0) - x;
        z = -z;
    }
    if (abs(z) > 1.0) {
        z = (z < 0.0 ? -2.0 : 2.0) - z;
        x = -x;
    }
    real y = 1.0 - abs(x) - abs(z);
    if (y < 0.0) {
        real folded = (1.0 - abs(z)) * (x < 0.0 ? -1.0 : 1.0);
        z = (1.0 - abs(x)) * (z < 0.0 ? -1.0 : 1.0);
        x = folded;
    }
    return normalize(vec3(x, y, z));
}

/// Texels across a level, without its rim, and where its rim begins in the map.
LAW int skyLevelEdge(int level) {
    return level > 5 ? 8 : skyEdge >> level;
}
LAW vec2 skyLevelStart(int level) {
    if (level == 0) return vec2(0.0, 0.0);
    if (level > 5) return vec2(324.0, 130.0);
    return vec2(258.0, real(skyEdge - (skyEdge >> (level - 1)) + 2 * (level - 1)));
}

/// Place of a direction in the map, 0 to 1 over all of it, for a bilinear look-up in one level.
LAW vec2 skyTexel(vec2 place, int level) {
    vec2 at = skyLevelStart(level) + vec2(1.0, 1.0) + place * real(skyLevelEdge(level));
    return vec2(at.x / real(skyWidth), at.y / real(skyHeight));
}

/// alpha of the lobe that a level was blurred by, and the level, not whole, for an alpha.
LAW real skyLevelAlpha(int level) {
    return level == 0 ? 0.0 : sharpestBlur * real(1 << (level - 1));
}
LAW real skyLevelOf(real alpha) {
    return clamp(1.0 + log(max(alpha, 1e-4) / sharpestBlur) / 0.6931471805599453, 0.0, real(skyLevels - 1));
}

#endif
