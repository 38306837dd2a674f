// A place on the body as a path meets it: normals, the piece that lies there, and its face: relief, roughness, film.
// Included by kernels that declare `shot`, `inputs`, `vertices`, `corners`, `chart`, `pieces`, `columns` and `tile`.

struct Landing {
    vec3 place, lifted;        // lifted: onto the curved surface that the corners' normals span
    vec3 flatNormal, level;    // of the triangle; of the skin without relief
    vec3 alongX, alongY;       // of the chart, or of a frame about `level`
    vec4 colour;               // factor on reflectance; w: nail
    vec3 crease;               // slope of a flexion crease
    vec2 mm;                   // on the chart
    int triangle, piece;
    vec2 corners_;
};

struct Face {
    vec3 normal, filmNormal;
    float rough, f0, wet, furrow;
};

uvec3 cornersOf(uint triangle) { return uvec3(corners[3u * triangle], corners[3u * triangle + 1u], corners[3u * triangle + 2u]); }

bool onChart(int piece, uvec3 c, vec3 w, out vec2 mm) {
    int first = piece * inputs.vertices;
    vec2 a = chart[first + c.x], b = chart[first + c.y], d = chart[first + c.z];
    mm = w.x * a + w.y * b + w.z * d;
    return max(a.x, max(b.x, d.x)) < farOffChart;
}

/// Directions on the skin along which the chart's x and y run.
void alignToChart(inout Landing spot, uvec3 c) {
    int first = spot.piece * inputs.vertices;
    vec2 a = chart[first + c.x], b = chart[first + c.y] - a, d = chart[first + c.z] - a;
    vec3 p = vertices[c.x].place.xyz, ab = vertices[c.y].place.xyz - p, ac = vertices[c.z].place.xyz - p;
    float det = 1.0 / (b.x * d.y - b.y * d.x);
    spot.alongX = (ab * d.y - ac * b.y) * det;
    spot.alongY = (ac * b.x - ab * d.x) * det;
}

/// Slope of a crease that runs here.
vec3 creaseAt(uvec3 c, vec3 w) {
    vec2 a = vertices[c.x].crease.xy, b = vertices[c.y].crease.xy, d = vertices[c.z].crease.xy, here = w.x * a + w.y * b + w.z * d;
    if (here.y <= 0.0) return vec3(0.0);
    vec3 p = vertices[c.x].place.xyz, ab = vertices[c.y].place.xyz - p, ac = vertices[c.z].place.xyz - p, across = cross(ab, ac);
    vec3 rise = ((b.x - a.x) * cross(ac, across) + (d.x - a.x) * cross(across, ab)) / dot(across, across);
    return creaseSlope(here.x, here.y) * rise;
}

/// `piece` -2: the last one laid here by its weight over the limb, with this chance; else the one given.
Landing landingAt(int triangle, vec2 corners_, int piece, float chance_) {
    Landing spot;
    uvec3 c = cornersOf(uint(triangle));
    vec3 w = vec3(1.0 - corners_.x - corners_.y, corners_);
    vec3 a = vertices[c.x].place.xyz, b = vertices[c.y].place.xyz, d = vertices[c.z].place.xyz;
    vec3 na = vertices[c.x].normal.xyz, nb = vertices[c.y].normal.xyz, nd = vertices[c.z].normal.xyz;
    spot.place = w.x * a + w.y * b + w.z * d;
    spot.flatNormal = normalize(cross(b - a, d - a));
    spot.level = normalize(w.x * na + w.y * nb + w.z * nd);
    // Off the corners' tangent planes, so that a mesh of flat triangles throws no shadow on itself (Hanika 2021).
    spot.lifted = spot.place - w.x * min(dot(spot.place - a, na), 0.0) * na - w.y * min(dot(spot.place - b, nb), 0.0) * nb -
                  w.z * min(dot(spot.place - d, nd), 0.0) * nd;
    spot.lifted += standsOffMm * spot.flatNormal;
    spot.colour = w.x * vertices[c.x].colour + w.y * vertices[c.y].colour + w.z * vertices[c.z].colour;
    spot.crease = creaseAt(c, w);
    spot.triangle = triangle;
    spot.corners_ = corners_;
    spot.piece = -1;
    spot.mm = vec2(0.0);
    int last = piece == -2 ? inputs.pieces - 1 : piece, least = piece == -2 ? 0 : max(piece, 0);
    for (int i = last; i >= least; --i) {
        vec2 mm;
        if (!onChart(i, c, w, mm)) continue;
        vec2 low = mm - pieces[i].originMm, high = pieces[i].sizeMm - low;
        float weight = chartWeight(min(min(low.x, low.y), min(high.x, high.y)), 1.0);
        if (piece == -2 && chance_ >= weight) {
            chance_ = (chance_ - weight) / max(1.0 - weight, 1e-6);
            continue;
        }
        spot.piece = i;
        spot.mm = mm;
        break;
    }
    frameAbout(spot.level, spot.alongX, spot.alongY);
    if (spot.piece >= 0) alignToChart(spot, c);
    return spot;
}

/// The face of a piece at a place on its chart, from the four texels round it.
Face pieceFace(Landing spot, vec2 mm) {
    TracePiece p = pieces[spot.piece];
    vec2 at = (mm - p.originMm) / p.texelMm - 0.5, part = fract(at);
    ivec2 low = clamp(ivec2(floor(at)), ivec2(0), ivec2(p.width, p.height) - 2);
    int first = p.firstTexel + low.y * p.width + low.x;
    Surface a = surfaceOf(first), b = surfaceOf(first + 1), c = surfaceOf(first + p.width), d = surfaceOf(first + p.width + 1);
    vec3 top = mix(mix(a.lies, b.lies, part.x), mix(c.lies, d.lies, part.x), part.y);
    float over = mix(mix(a.over, b.over, part.x), mix(c.over, d.over, part.x), part.y);
    vec2 slope = vec2(mix(b.height - a.height, d.height - c.height, part.y), mix(c.height - a.height, d.height - b.height, part.x));
    slope *= mix(reliefShown, 1.0, clamp(top.y + max(top.z, 0.0), 0.0, 1.0)) / p.texelMm;
    Face face;
    face.normal = normalize(spot.level - slope.x * spot.alongX - slope.y * spot.alongY);
    face.wet = clamp(top.x, 0.0, 1.0);
    float crust = clamp(top.y, 0.0, 1.0), nail = nailShare(spot.colour.a);
    float dry = clamp(top.z, -1.0, 1.0);
    face.rough = skinRoughness(crust, dry, nail);
    face.f0 = surfaceF0(nail, crust, dry, face.wet);
    face.furrow = furrowGloss(-over / max(furrowShare * shot.relief.y, 1e-4));
    face.filmNormal = normalize(mix(face.normal, spot.level, filmLevels(face.wet)));
    return face;
}

/// Of the skin between the pieces.
Face bareFace(Landing spot) {
    float nail = nailShare(spot.colour.a), steep = (1.0 - nail) * reliefShown * shot.relief.y / shot.relief.x;
    vec3 share = planeShares(spot.level);
    Relief relief = reliefAt(spot.place, share, 0.0);
    vec3 slope = steep * (relief.slope - spot.level * dot(relief.slope, spot.level));
    Face face;
    face.normal = face.filmNormal = normalize(spot.level - slope);
    face.wet = 0.0;
    face.rough = skinRoughness(0.0, 0.0, nail);
    face.f0 = surfaceF0(nail, 0.0, 0.0, 0.0);
    face.furrow = furrowGloss((1.0 - nail) * (reliefMeanShare - relief.height / max(share.x + share.y + share.z, 1e-3)) / reliefMeanShare);
    return face;
}

Face faceAt(Landing spot, vec2 mm) {
    Face face;
    if (spot.piece >= 0)
        face = pieceFace(spot, mm);
    else
        face = bareFace(spot);
    face.normal = normalize(face.normal - spot.crease);
    face.filmNormal = normalize(face.filmNormal - spot.crease);
    return face;
}
