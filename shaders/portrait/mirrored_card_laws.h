// What a GGX lobe mirrors of a card: the share of the microfacets which the eye sees that mirror the card, exact but
// for the card's outline, whose image among the facets is taken as a polygon. The facets a GGX surface shows the eye
// are those of a hemisphere stretched by alpha (Heitz 2018), where the share of a polygon is Lambert's contour
// integral. All in the world's axes: to stretch a vector is to shorten its part along the normal. Needs card_laws.h and
// gloss_laws.h before.
#if defined(__cplusplus) || !defined(INKHEAL_PORTRAIT_MIRRORED_CARD_LAWS_H)
#define INKHEAL_PORTRAIT_MIRRORED_CARD_LAWS_H

const int fineRectangle = 8, fineRound = 12;     // points of an outline
const int coarseRectangle = 6, coarseRound = 8;  // and of one that will do while the view moves
const real fineReach = 1.01;                     // edges bulge between the points: a polygon that much wider holds
const real coarseReach = 1.02;                   // about the area that they do
const real fineRoundReach = 1.023326, coarseRoundReach = 1.053907;  // of a polygon with the area of a disc of radius 1
const real fineCosine = 0.866025404, fineSine = 0.5;                // of the angle between a disc's points
const real coarseCosine = 0.707106781, coarseSine = 0.707106781;
const real leastAboveHorizon = 1e-4;

/// angle / sin(angle) from the cosine, to 180 degrees (fit of Heitz et al. 2016 to acos over sine; 1e-4).
LAW real anyAngleOverSine(real cosine) {
    real x = abs(cosine);
    real near = (5.42031 + (3.12829 + 0.0902326 * x) * x) / (3.45068 + (4.18814 + x) * x);
    return cosine > 0.0 ? near : halfTwoPi / sqrt(max(1.0 - x * x, 1e-7)) - near;
}

/// The surface as the eye sees it.
struct GlossView {
    vec3 normal, toEye, place;
    real eyeZ;  // cosine between the two
};

LAW GlossView glossView(vec3 place, vec3 normal, vec3 toEye) {
    GlossView view;
    view.normal = normal;
    view.place = place;
    view.eyeZ = clamp(dot(toEye, normal), leastFacing, 1.0);
    view.toEye = toEye + normal * (view.eyeZ - dot(toEye, normal));
    return view;
}

/// Direction halfway between the eye and a point, times a length, and its part along the normal. What lies under the
/// horizon is lifted to it.
struct Halfway {
    vec3 way;
    real z;
};

LAW Halfway halfwayTo(GlossView view, vec3 point) {
    vec3 toward = normalize(point - view.place);
    real z = dot(toward, view.normal);
    Halfway halfway;
    halfway.way = toward + view.toEye - view.normal * min(z, 0.0);
    halfway.z = max(z, 0.0) + view.eyeZ;
    return halfway;
}

/// Facet among those of the stretched hemisphere.
LAW vec3 stretched(GlossView view, Halfway halfway, real alpha) {
    return normalize(halfway.way + view.normal * (halfway.z * (alpha - 1.0)));
}

/// Points of the outline in the card's half edges: corners and middles of a rectangle's edges; of a coarse one only of
/// those along its second half edge, which is to be the longer.
LAW vec2 rectanglePoint(int i, bool fine) {
    if (fine)
        return vec2(clamp(2.0 - abs(real((i + 1) % 8) - 4.0), -1.0, 1.0),
                    clamp(2.0 - abs(real((i + 7) % 8) - 4.0), -1.0, 1.0)) *
               fineReach;
    return vec2(abs(real(i) - 2.0) < 1.5 ? 1.0 : -1.0, clamp(1.5 - abs(real(i) - 3.5), -1.0, 1.0)) * coarseReach;
}
LAW vec2 nextRoundPoint(vec2 at, bool fine) {
    real cosine = fine ? fineCosine : coarseCosine, sine = fine ? fineSine : coarseSine;
    return vec2(cosine * at.x - sine * at.y, sine * at.x + cosine * at.y);
}

/// Vectors of the stretched facets that mirror the inside of an outline, for two lobes.
struct Mirroring {
    vec3 sharp, broad;
};

LAW vec3 edgeMirroring(vec3 from, vec3 to) {
    return cross(from, to) * anyAngleOverSine(dot(from, to));
}

/// `points` of the outline, or with -1 none: a loop that no pixel enters costs nothing. `broad` 0: there is one lobe.
LAW Mirroring outlineMirroring(GlossView view, vec3 centre, vec3 u, vec3 v, bool round_, bool fine, int points,
                               real sharp, real broad) {
    vec3 fromSharp = vec3(0.0, 0.0, 0.0), fromBroad = fromSharp;
    Mirroring sum;
    sum.sharp = fromSharp;
    sum.broad = fromSharp;
    real highest = 0.0;
    vec2 rim = vec2(fine ? fineRoundReach : coarseRoundReach, 0.0);
    for (int i = 0; i <= points; ++i) {
        vec2 at = round_ ? rim : rectanglePoint(i, fine);
        rim = nextRoundPoint(rim, fine);
        Halfway halfway = halfwayTo(view, centre + u * at.x + v * at.y);
        highest = max(highest, halfway.z);
        vec3 toSharp = stretched(view, halfway, sharp);
        if (i > 0) sum.sharp += edgeMirroring(fromSharp, toSharp);
        fromSharp = toSharp;
        if (broad > 0.0) {
            vec3 toBroad = stretched(view, halfway, broad);
            if (i > 0) sum.broad += edgeMirroring(fromBroad, toBroad);
            fromBroad = toBroad;
        }
    }
    if (highest > view.eyeZ + leastAboveHorizon) return sum;
    sum.sharp = vec3(0.0, 0.0, 0.0);  // all of it is under the horizon
    sum.broad = sum.sharp;
    return sum;
}

/// Radiance over the card's own that facets of these vectors mirror. Fresnel's share and the masking of the light are
/// those of their mean facet.
LAW real lobeGloss(GlossView view, vec3 facets, real alpha, real f0) {
    vec3 eye = normalize(alpha * view.toEye + view.normal * (view.eyeZ * (1.0 - alpha)));
    real share = dot(facets, eye) / (halfTwoPi * (1.0 + dot(eye, view.normal)));
    if (share <= 0.0) return 0.0;
    vec3 facet = normalize(alpha * facets + view.normal * (dot(facets, view.normal) * (1.0 - alpha)));
    real between = clamp(dot(facet, view.toEye), 0.0, 1.0);
    real light = clamp(2.0 * between * dot(facet, view.normal) - view.eyeZ, 0.0, 1.0), a2 = alpha * alpha;
    real eyeMasked = sqrt(a2 + (1.0 - a2) * view.eyeZ * view.eyeZ), lightMasked = sqrt(a2 + (1.0 - a2) * light * light);
    real unmasked = light * (eyeMasked + view.eyeZ) / max(light * eyeMasked + view.eyeZ * lightMasked, 1e-6);
    return min(share, 1.0) * fresnel(f0, between) * unmasked;
}

/// Radiance over the card's own that two lobes mirror, `sharpShare` of it from the first; `broad` 0: there is one.
LAW real cardGloss(GlossView view, vec3 centre, vec3 u, vec3 v, bool round_, real hollow, bool fine, real sharp,
                   real broad, real f0) {
    bool uLonger = dot(u, u) > dot(v, v), turned = (dot(cross(u, v), centre - view.place) < 0.0) != uLonger;
    vec3 across = uLonger ? v : u, along = (uLonger ? u : v) * (turned ? -1.0 : 1.0);
    int points = round_ ? (fine ? fineRound : coarseRound) : fine ? fineRectangle : coarseRectangle;
    Mirroring facets = outlineMirroring(view, centre, across, along, round_, fine, points, sharp, broad);
    Mirroring inner = outlineMirroring(view, centre, across * hollow, along * hollow, round_, fine,
                                       hollow > 0.0 ? points : -1, sharp, broad);
    real shine = lobeGloss(view, facets.sharp - inner.sharp, sharp, f0);
    return broad > 0.0 ? mix(lobeGloss(view, facets.broad - inner.broad, broad, f0), shine, sharpShare) : shine;
}

#endif
