// What a GGX lobe mirrors of a card: the share of the microfacets which the eye sees that mirror the card, exact but
// for the card's outline, whose image among the facets is taken as a polygon. The facets a GGX surface shows the eye
// are those of a hemisphere stretched by alpha (Heitz 2018), where the share of a polygon is Lambert's contour
// integral. Needs card_laws.h and gloss_laws.h before.
#if defined(__cplusplus) || !defined(INKHEAL_PORTRAIT_MIRRORED_CARD_LAWS_H)
#define INKHEAL_PORTRAIT_MIRRORED_CARD_LAWS_H

const int rectanglePoints = 8;  // corners and middles of the edges
const int roundPoints = 12;
const real roundReach = 1.023326;  // of a twelve-cornered polygon with the area of a disc of radius 1
const real leastAboveHorizon = 1e-4;
const real highEnough = 1.0;  // of a halfway, 0 to 2: from where on a rectangle's edges bulge evenly

/// angle / sin(angle) from the cosine, to 180 degrees.
LAW real anyAngleOverSine(real cosine) {
    real near = angleOverSine(abs(cosine));
    return cosine >= 0.0 ? near : halfTwoPi / sqrt(max(1.0 - cosine * cosine, 1e-7)) - near;
}

/// One edge of an outline of unit vectors.
LAW vec3 edgeMirroring(vec3 from, vec3 to) {
    return cross(from, to) * anyAngleOverSine(dot(from, to));
}

/// The surface as the eye sees it: axes with the eye over the first and the normal.
struct GlossView {
    vec3 x, y, normal, place;
    real eyeX, eyeZ;
};

LAW GlossView glossView(vec3 place, vec3 normal, vec3 toEye) {
    GlossView view;
    view.normal = normal;
    view.place = place;
    vec3 aside = toEye - normal * dot(toEye, normal);
    real sine = length(aside);
    vec3 other = abs(normal.x) < 0.8 ? vec3(1.0, 0.0, 0.0) : vec3(0.0, 1.0, 0.0);
    view.x = sine > 1e-3 ? aside / sine : normalize(cross(normal, other));
    view.y = cross(normal, view.x);
    view.eyeZ = clamp(dot(toEye, normal), leastFacing, 1.0);
    view.eyeX = sqrt(1.0 - view.eyeZ * view.eyeZ);
    return view;
}

/// Direction halfway between the eye and a point, times a length, in the axes of the view. What lies under the horizon
/// is lifted to it.
LAW vec3 halfwayTo(GlossView view, vec3 point) {
    vec3 toward = normalize(point - view.place);
    real z = dot(toward, view.normal);
    vec3 local = vec3(dot(toward, view.x), dot(toward, view.y), z);
    if (z < 0.0) local = vec3(local.x, local.y, 0.0) / max(sqrt(local.x * local.x + local.y * local.y), 1e-6);
    return vec3(local.x + view.eyeX, local.y, max(local.z + view.eyeZ, leastAboveHorizon));
}

/// Facet among those of the stretched hemisphere.
LAW vec3 stretched(vec3 halfway, real alpha) {
    return normalize(vec3(halfway.x / alpha, halfway.y / alpha, halfway.z));
}

/// The outline's i-th point in the card's half edges.
LAW vec2 outlinePoint(int i, bool round_) {
    if (round_) {
        real angle = 2.0 * halfTwoPi * real(i) / real(roundPoints);
        return roundReach * vec2(cos(angle), sin(angle));
    }
    return vec2(clamp(2.0 - abs(real((i + 1) % 8) - 4.0), -1.0, 1.0),
                clamp(2.0 - abs(real((i + 7) % 8) - 4.0), -1.0, 1.0));
}

/// Vectors of the stretched facets that mirror the inside of an outline, for two lobes.
struct Mirroring {
    vec3 sharp, broad;
};

/// `points` of the outline, or with -1 none: a loop that no pixel enters costs nothing.
LAW Mirroring outlineMirroring(GlossView view, vec3 centre, vec3 u, vec3 v, bool round_, int points, real sharp,
                               real broad) {
    vec3 fromSharp = vec3(0.0, 0.0, 0.0), fromBroad = fromSharp;
    Mirroring sum;
    sum.sharp = fromSharp;
    sum.broad = fromSharp;
    real highest = 0.0;
    for (int i = 0; i <= points; ++i) {
        vec2 at = outlinePoint(i, round_);
        vec3 halfway = halfwayTo(view, centre + u * at.x + v * at.y);
        highest = max(highest, halfway.z);
        vec3 toSharp = stretched(halfway, sharp);
        if (i > 0) sum.sharp += edgeMirroring(fromSharp, toSharp);
        fromSharp = toSharp;
        if (broad > 0.0) {
            vec3 toBroad = stretched(halfway, broad);
            if (i > 0) sum.broad += edgeMirroring(fromBroad, toBroad);
            fromBroad = toBroad;
        }
    }
    if (highest > view.eyeZ + leastAboveHorizon) return sum;
    sum.sharp = vec3(0.0, 0.0, 0.0);  // all of it is under the horizon
    sum.broad = sum.sharp;
    return sum;
}

/// The outline of a rectangle that stands high before the surface: its corners as slopes of facets, moved outward by as
/// much as the edges between them bulge, so that four straight edges hold the same area.
struct Quad {
    vec2 a, b, c, d;
    real lowest;  // height of the lowest point's halfway
};

/// Slope of the facet that mirrors a point; z: the halfway's height.
LAW vec3 facetSlope(GlossView view, vec3 point) {
    vec3 halfway = halfwayTo(view, point);
    return vec3(halfway.x / halfway.z, halfway.y / halfway.z, halfway.z);
}

LAW Quad quadOf(GlossView view, vec3 centre, vec3 u, vec3 v) {
    vec3 a = facetSlope(view, centre - u - v), b = facetSlope(view, centre + u - v);
    vec3 c = facetSlope(view, centre + u + v), d = facetSlope(view, centre - u + v);
    vec3 ab = facetSlope(view, centre - v), bc = facetSlope(view, centre + u);
    vec3 cd = facetSlope(view, centre + v), da = facetSlope(view, centre - u);
    real share = 2.0 / 3.0;  // of a bulge's height: an arc's area over its chord's length
    vec3 overAb = share * (ab - 0.5 * (a + b)), overBc = share * (bc - 0.5 * (b + c));
    vec3 overCd = share * (cd - 0.5 * (c + d)), overDa = share * (da - 0.5 * (d + a));
    Quad quad;
    quad.lowest = min(min(min(a.z, b.z), min(c.z, d.z)), min(min(ab.z, bc.z), min(cd.z, da.z)));
    a += overDa + overAb;
    b += overAb + overBc;
    c += overBc + overCd;
    d += overCd + overDa;
    quad.a = vec2(a.x, a.y);
    quad.b = vec2(b.x, b.y);
    quad.c = vec2(c.x, c.y);
    quad.d = vec2(d.x, d.y);
    return quad;
}

LAW vec3 quadMirroring(Quad quad, real alpha) {
    vec3 a = normalize(vec3(quad.a.x, quad.a.y, alpha)), b = normalize(vec3(quad.b.x, quad.b.y, alpha));
    vec3 c = normalize(vec3(quad.c.x, quad.c.y, alpha)), d = normalize(vec3(quad.d.x, quad.d.y, alpha));
    return edgeMirroring(a, b) + edgeMirroring(b, c) + edgeMirroring(c, d) + edgeMirroring(d, a);
}

/// Radiance over the card's own that facets of these vectors mirror. Fresnel's share and the masking of the light are
/// those of their mean facet.
LAW real lobeGloss(GlossView view, vec3 facets, real alpha, real f0) {
    vec3 eye = normalize(vec3(alpha * view.eyeX, 0.0, view.eyeZ));
    real share = dot(facets, eye) / (halfTwoPi * (1.0 + eye.z));
    if (share <= 0.0) return 0.0;
    vec3 facet = normalize(vec3(alpha * facets.x, alpha * facets.y, facets.z));
    real between = clamp(facet.x * view.eyeX + facet.z * view.eyeZ, 0.0, 1.0);
    real light = clamp(2.0 * between * facet.z - view.eyeZ, 0.0, 1.0), a2 = alpha * alpha;
    real eyeMasked = sqrt(a2 + (1.0 - a2) * view.eyeZ * view.eyeZ), lightMasked = sqrt(a2 + (1.0 - a2) * light * light);
    real unmasked = light * (eyeMasked + view.eyeZ) / max(light * eyeMasked + view.eyeZ * lightMasked, 1e-6);
    return min(share, 1.0) * fresnel(f0, between) * unmasked;
}

/// Radiance over the card's own that two lobes mirror, `sharpPart` of it from the first; `broad` 0: there is one.
LAW real cardGloss(GlossView view, vec3 centre, vec3 u, vec3 v, bool round_, real hollow, real sharp, real broad,
                   real f0) {
    real side = dot(cross(u, v), centre - view.place) < 0.0 ? -1.0 : 1.0;
    Quad quad = quadOf(view, centre, u, v * side);
    bool high = !round_ && quad.lowest > highEnough;
    int points = high ? -1 : round_ ? roundPoints : rectanglePoints;
    Mirroring facets = outlineMirroring(view, centre, u, v * side, round_, points, sharp, broad);
    Mirroring inner = outlineMirroring(view, centre, u * hollow, v * (hollow * side), round_,
                                       hollow > 0.0 ? points : -1, sharp, broad);
    facets.sharp = high ? quadMirroring(quad, sharp) : facets.sharp - inner.sharp;
    if (broad > 0.0) facets.broad = high ? quadMirroring(quad, broad) : facets.broad - inner.broad;
    real shine = lobeGloss(view, facets.sharp, sharp, f0);
    return broad > 0.0 ? mix(lobeGloss(view, facets.broad, broad, f0), shine, sharpShare) : shine;
}

#endif
