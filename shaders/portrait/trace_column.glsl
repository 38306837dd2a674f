// A texel of a piece as a column of layers, packed in halves: its skin and surface in two uvec4 of `columns`, doses of
// ink in clusters in two of `inks`. trace_column.comp writes them; the paths read them.

struct Surface {
    float height, over;  // mm; over: above its surroundings
    vec3 lies;           // wet, crust, dry, as the frame shows them
};

struct Column {
    float cover, cleanMm, epidermisMm, blood;  // cover: share of the place in clusters; blood: times the tone's own
    float darkening, crust, haemoglobin, young, flake, wet;
};

Column columnOf(uvec4 a, uint b) {
    Column c;
    vec2 pair = unpackHalf2x16(a.x);
    c.cover = pair.x, c.cleanMm = pair.y;
    pair = unpackHalf2x16(a.y);
    c.epidermisMm = pair.x, c.blood = pair.y;
    pair = unpackHalf2x16(a.z);
    c.darkening = pair.x, c.crust = pair.y;
    pair = unpackHalf2x16(a.w);
    c.haemoglobin = pair.x, c.young = pair.y;
    pair = unpackHalf2x16(b);
    c.flake = pair.x, c.wet = pair.y;
    return c;
}

uvec4 packedColumn(Column c) {
    return uvec4(packHalf2x16(vec2(c.cover, c.cleanMm)), packHalf2x16(vec2(c.epidermisMm, c.blood)),
                 packHalf2x16(vec2(c.darkening, c.crust)), packHalf2x16(vec2(c.haemoglobin, c.young)));
}

uvec4 packedSurface(Column c, Surface s) {
    return uvec4(packHalf2x16(vec2(c.flake, c.wet)), packHalf2x16(vec2(s.height, s.over)), packHalf2x16(s.lies.xy),
                 packHalf2x16(vec2(s.lies.z, 0.0)));
}

Surface surfaceFrom(uvec4 b) {
    vec2 heights = unpackHalf2x16(b.y), lies = unpackHalf2x16(b.z);
    return Surface(heights.x, heights.y, vec3(lies, unpackHalf2x16(b.w).x));
}
