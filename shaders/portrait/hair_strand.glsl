// A strand's corner for the vertex shaders that draw hair and its shadow. Included by those that include
// portrait/hair_laws.h and declare `strands`, `lit` and `inputs`; needs portrait/table.glsl and lit_vertex.glsl.

struct HairPoint {
    HairStrand hair;
    vec3 place, way;  // on its middle line; unit
    float side;       // -1 or 1
    float thickMm;
};

HairPoint hairPoint(int index) {
    HairPoint at;
    at.hair = strands[index / hairCorners];
    float t = float(index % hairCorners / 2) / float(hairSegments);
    at.place = hairPlace(at.hair.root.xyz, at.hair.bend.xyz, at.hair.tip.xyz, t);
    at.way = normalize(hairWay(at.hair.root.xyz, at.hair.bend.xyz, at.hair.tip.xyz, t));
    at.side = index % 2 == 0 ? -1.0 : 1.0;
    at.thickMm = mix(at.hair.root.w, at.hair.bend.w, t);
    return at;
}

/// What light crosses in a strand as thick as this one at its root.
vec3 crossing(HairStrand hair) {
    return vec3(hairCrossing(hair.tip.w, hair.root.w, 0), hairCrossing(hair.tip.w, hair.root.w, 1), hairCrossing(hair.tip.w, hair.root.w, 2));
}

vec3 throughOf(vec3 crosses) { return vec3(hairThrough(crosses.r), hairThrough(crosses.g), hairThrough(crosses.b)); }

LitVertex litOf(uint vertex) { return unpacked(imageLoad(lit, tableAt(2u * vertex)), imageLoad(lit, tableAt(2u * vertex + 1u))); }
