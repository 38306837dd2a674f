// Light on skin from soft boxes and ring lamps ("cards": rectangles, discs or rings of one colour): what they shed, and
// points on them for who samples them. Irradiance is divided by pi, so that a white surface under light of radiance 1
// from everywhere has 1. Lengths in mm.
#if defined(__cplusplus) || !defined(INKHEAL_PORTRAIT_CARD_LAWS_H)
#define INKHEAL_PORTRAIT_CARD_LAWS_H

#include "portrait/entering_laws.h"

const real twoPi = 6.283185307179586;
const real halfTwoPi = 3.141592653589793;

const real squareOfDisc = 0.886226925;  // half the edge of a square, over the radius of the disc of its area

/// angle / sin(angle) from the cosine, for angles to 90 degrees (series of arcsine; 0.6 % at 90 degrees).
LAW real angleOverSine(real cosine) {
    real t = 0.5 * (1.0 - cosine);
    return 1.0 +
           t * (0.6666667 + t * (0.5333333 + t * (0.4571429 + t * (0.4063492 + t * (0.3694084 + t * 0.3409923)))));
}

/// Lambert's contour term of one edge seen from the origin; a and b unit.
LAW vec3 contourTerm(vec3 a, vec3 b) {
    return cross(a, b) * angleOverSine(dot(a, b));
}

/// The vector of the card's light at `place`: its dot with a normal that sees all of the card is irradiance over
/// radiance.
LAW vec3 cardVector(vec3 place, vec3 centre, vec3 u, vec3 v) {
    vec3 toward = centre - place;
    vec3 a = normalize(toward - u - v);
    vec3 b = normalize(toward + u - v);
    vec3 c = normalize(toward + u + v);
    vec3 d = normalize(toward - u + v);
    vec3 sum = (contourTerm(a, b) + contourTerm(b, c) + contourTerm(c, d) + contourTerm(d, a)) / twoPi;
    return dot(sum, toward) < 0.0 ? -sum : sum;
}

/// The same of any card: a disc sheds what the square of its area does (to 0.5 % where it is 25 degrees in radius).
LAW vec3 anyCardVector(vec3 place, vec3 centre, vec3 u, vec3 v, bool round_, real hollow) {
    real side = round_ ? squareOfDisc : 1.0;
    vec3 sum = cardVector(place, centre, u * side, v * side);
    if (hollow > 0.0) sum -= cardVector(place, centre, u * (side * hollow), v * (side * hollow));
    return sum;
}

/// Point of a card, in its half edges u and v, for two even random numbers; the area points are spread over, over
/// |u| |v|; and whether a point of the card's plane shines.
LAW vec2 cardPoint(real first, real second, bool round_, real hollow) {
    if (!round_) return vec2(2.0 * first - 1.0, 2.0 * second - 1.0);
    real radius = sqrt(mix(hollow * hollow, 1.0, first));
    return vec2(radius * cos(twoPi * second), radius * sin(twoPi * second));
}
LAW real cardArea(bool round_, real hollow) {
    return round_ ? 0.5 * twoPi * (1.0 - hollow * hollow) : 4.0;
}
LAW bool cardShines(vec2 at, bool round_, real hollow) {
    if (!round_) return max(abs(at.x), abs(at.y)) <= 1.0;
    real square = dot(at, at);
    return square <= 1.0 && square >= hollow * hollow;
}

const int cardPatches = 16;  // that what a card sheds on skin is summed over: then each part of it enters by its own
                             // angle, and the horizon cuts it where it does
const real leastEntering = 0.04;  // cosine at which light that leaks past the horizon enters

/// Nodes and weights of Gauss and Legendre's four points.
LAW real gaussNode(int i) {
    real outer = i == 0 || i == 3 ? 0.8611363115940526 : 0.3399810435848563;
    return i < 2 ? -outer : outer;
}
LAW real gaussWeight(int i) {
    return i == 0 || i == 3 ? 0.1739274225687269 : 0.3260725774312731;
}

/// The i-th patch's middle, in the card's half edges: of four by four, or of a spiral (Vogel 1979); z: its share.
LAW vec3 cardPatch(int i, bool round_, real hollow) {
    if (!round_) return vec3(gaussNode(i % 4), gaussNode(i / 4), gaussWeight(i % 4) * gaussWeight(i / 4));
    real even = 1.0 / real(cardPatches);
    vec2 at = cardPoint((real(i) + 0.5) * even, real(i) * 0.3819660112501051, true, hollow);
    return vec3(at.x, at.y, even);
}

/// Toward a patch, not unit; and its irradiance over radiance where it stands overhead.
LAW vec3 towardPatch(vec3 place, vec3 centre, vec3 u, vec3 v, vec3 patch_) {
    return centre + u * patch_.x + v * patch_.y - place;
}
LAW real patchIrradiance(vec3 toward, vec3 u, vec3 v, vec3 patch_, bool round_, real hollow) {
    real far2 = dot(toward, toward);
    return patch_.z * cardArea(round_, hollow) * abs(dot(cross(u, v), toward)) / (halfTwoPi * far2 * far2) * sqrt(far2);
}

/// cos of the angle to a light that is `half` wide (sine of half its angle) as the horizon cuts it. Scattering in
/// curved skin widens `half`: light leaks past the horizon.
LAW real horizonCosine(real cosine, real half_) {
    if (cosine >= half_) return cosine;
    if (cosine <= -half_) return 0.0;
    return (cosine + half_) * (cosine + half_) / (4.0 * half_);
}

/// A light without its colour.
LAW real greyOf(vec3 light) {
    return (light.x + light.y + light.z) / 3.0;
}

/// Irradiance over radiance of a light whose vector has this length and cosine to the normal.
LAW real cardIrradiance(real vectorLength, real cosine, real leak) {
    return vectorLength * horizonCosine(cosine, min(sqrt(vectorLength) + leak, 1.0));
}

/// How far light creeps round a limb of this curvature: angle, from the kernel's sigma (see horizonCosine; 1.5 fits a
/// blurred kink).
LAW real scatterLeak(real curvaturePerMm, real sigmaMm) {
    return min(1.5 * max(curvaturePerMm, 0.0) * sigmaMm, 0.5);
}

/// Openness once light that bounces between neighbouring skin of this reflectance is counted (geometric series).
LAW real opennessWithBounces(real openness, real reflectance) {
    return openness / (1.0 - reflectance * (1.0 - openness));
}

#endif
