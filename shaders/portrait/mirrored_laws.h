// The table of what one lobe mirrors of the cards, by where the surface looks and how rough it is: for pictures
// taken while the view moves. A place of it is a normal in the camera's axes, which are turned with the eye's and the
// cards' directions as a surface moves aside. Needs gloss_laws.h and mirrored_card_laws.h before.
#if defined(__cplusplus) || !defined(INKHEAL_PORTRAIT_MIRRORED_LAWS_H)
#define INKHEAL_PORTRAIT_MIRRORED_LAWS_H

const int mirroredSide = 64;      // texels each way: normals from the middle to mirroredRim over all of the half sphere
const int mirroredLayers = 8;     // of alpha
const real mirroredFirst = 0.05;  // alpha of the first
const real mirroredRatio = 1.5;   // of one to the next
const real leastTaken = 1e-3;
const real mirroredRim = 1.02;  // of the stereographic plane, that the texels reach to

/// Mean alpha of two lobes.
LAW real meanAlpha(real sharp, real broad) {
    return mix(broad, sharp, sharpShare);
}

/// Layer of an alpha, between two of them by how far it lies between theirs: what a lobe sends far aside grows with
/// alpha squared, and the table holds roots. And back.
LAW real mirroredLayer(real alpha) {
    real steps =
        clamp(log(max(alpha, mirroredFirst) / mirroredFirst) / log(mirroredRatio), 0.0, real(mirroredLayers - 1));
    real low = floor(steps);
    return low + (pow(mirroredRatio, steps - low) - 1.0) / (mirroredRatio - 1.0);
}
LAW real mirroredAlpha(int layer) {
    return mirroredFirst * pow(mirroredRatio, real(layer));
}

/// Place of a normal in the table, 0 to 1 (stereographic); z is toward the eye. And back.
LAW vec2 mirroredPlace(vec3 normal) {
    real scale = 0.5 / (mirroredRim * (1.0 + max(normal.z, 0.0)));
    return vec2(0.5 + scale * normal.x, 0.5 + scale * normal.y);
}
LAW vec3 mirroredNormal(vec2 place) {
    real x = (2.0 * place.x - 1.0) * mirroredRim, y = (2.0 * place.y - 1.0) * mirroredRim, square = x * x + y * y;
    return vec3(2.0 * x, 2.0 * y, 1.0 - square) / (1.0 + square);
}

/// The table's normal for one, both in the camera's axes, `aside` mm right and up of the picture's middle; see
/// turnedAside.
LAW vec3 turnedNormal(vec3 normal, vec2 aside, real turn) {
    real x = turn * aside.x, y = turn * aside.y;
    return normalize(vec3(normal.x + x * normal.z, normal.y + y * normal.z, normal.z - x * normal.x - y * normal.y));
}

/// How far the table's normal lies from one at a place `aside` of the picture's middle: the place sees the eye turned
/// by aside over `eyeMm`, and a card so far by aside over `cardMm`.
LAW real turnedAside(real eyeMm, real cardMm) {
    return 0.5 * (1.0 / eyeMm + 1.0 / cardMm);
}

#endif
