// The bare skin at a spot: the light that leaves it, its relief and gloss. Included after pixel_place.glsl by the kernel
// that declares `shot`, `lit`, `tile` and `inputs`, and after lit_vertex.glsl.

struct Skin {
    vec3 level, bent;   // normals without relief and with it
    vec3 leaves;        // light
    vec4 open;          // view of the cards; a: openness
    vec3 lies;          // wet, crust, dry
    float furrow;       // its gloss
    float nail;
    float variance;     // of slopes not resolved
    vec3 falling;       // light
    vec3 toLight;       // its change as the normal leans
    vec3 colour;        // factor of the skin's reflectance
    float inside;       // cosine to the eye under the surface
    vec3 byAngle;       // what leaves to the eye, over the mean of all directions
};

LitVertex litOf(uint vertex) { return unpacked(imageLoad(lit, tableAt(2u * vertex)), imageLoad(lit, tableAt(2u * vertex + 1u))); }

Skin bareSkin(Spot spot) {
    uvec3 c = spot.corner;
    vec3 w = clamp(spot.weight, 0.0, 1.0);
    w /= w.x + w.y + w.z;
    LitVertex a = litOf(c.x), b = litOf(c.y), d = litOf(c.z);
    vec4 colour = w.x * a.colour + w.y * b.colour + w.z * d.colour;
    Skin skin;
    skin.level = normalize(w.x * a.normal + w.y * b.normal + w.z * d.normal);
    skin.falling = w.x * a.light + w.y * b.light + w.z * d.light;
    skin.toLight = w.x * a.toLight + w.y * b.toLight + w.z * d.toLight;
    skin.open = w.x * a.visible + w.y * b.visible + w.z * d.visible;
    skin.colour = colour.rgb;
    skin.nail = nailShare(colour.a);
    skin.lies = vec3(0.0);

    vec3 n = skin.level, toEye = spot.eye - spot.place;
    float facing = max(dot(n, normalize(toEye)), 0.1);
    skin.inside = refractedCosine(facing);
    skin.byAngle = vec3(viewed(shot.lean.r, skin.inside), viewed(shot.lean.g, skin.inside), viewed(shot.lean.b, skin.inside));
    float covers = length(toEye) * shot.eye.w / sqrt(facing);
    float mip = max(log2(covers * inputs.tileTexels / (shot.relief.x * float(inputs.tileCells))) - inputs.sharpness, 0.0);
    vec3 share = planeShares(n);
    Relief relief = reliefAt(spot.place, share, mip);
    float steep = (1.0 - skin.nail) * reliefShown * shot.relief.y / shot.relief.x;
    vec3 slope = steep * (relief.slope - n * dot(relief.slope, n));
    skin.bent = normalize(n - slope);
    skin.variance = max(steep * steep * relief.square - dot(slope, slope), 0.0);
    skin.furrow = furrowGloss((1.0 - skin.nail) * (reliefMeanShare - relief.height / max(share.x + share.y + share.z, 1e-3)) / reliefMeanShare);
    float relit = dot(skin.toLight, skin.bent - n) / max(greyOf(skin.falling), 1e-3);
    vec3 near = 1.0 - shot.bareBelow.rgb / shot.bare.rgb;
    skin.leaves = shot.bare.rgb * skin.colour * skin.falling * skin.byAngle;
    skin.leaves *= max(1.0 + relit * vec3(reliefContrast(near.r), reliefContrast(near.g), reliefContrast(near.b)), leastRelit);
    return skin;
}
