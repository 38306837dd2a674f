// The bare skin at a spot: the light that leaves it, its relief and gloss. Included after pixel_place.glsl by the kernel
// that declares `shot`, `vertices`, `lit`, `tile` and `inputs`.

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
};

Skin bareSkin(Spot spot) {
    uvec3 c = spot.corner;
    vec3 w = clamp(spot.weight, 0.0, 1.0);
    w /= w.x + w.y + w.z;
    Skin skin;
    vec4 colour = w.x * vertices[c.x].colour + w.y * vertices[c.y].colour + w.z * vertices[c.z].colour;
    skin.level = normalize(w.x * vertices[c.x].normal.xyz + w.y * vertices[c.y].normal.xyz + w.z * vertices[c.z].normal.xyz);
    skin.falling = w.x * lit[c.x].light.rgb + w.y * lit[c.y].light.rgb + w.z * lit[c.z].light.rgb;
    skin.toLight = w.x * lit[c.x].toLight.xyz + w.y * lit[c.y].toLight.xyz + w.z * lit[c.z].toLight.xyz;
    skin.open = w.x * lit[c.x].visible + w.y * lit[c.y].visible + w.z * lit[c.z].visible;
    skin.colour = colour.rgb;
    skin.nail = nailShare(colour.a);
    skin.lies = vec3(0.0);

    vec3 n = skin.level, toEye = spot.eye - spot.place;
    float facing = max(dot(n, normalize(toEye)), 0.1), covers = length(toEye) * shot.eye.w / sqrt(facing);
    float mip = max(log2(covers * inputs.tileTexels / (shot.skyTop.w * float(inputs.tileCells))) - inputs.sharpness, 0.0);
    vec3 share = planeShares(n);
    Relief relief = reliefAt(spot.place, share, mip);
    float steep = (1.0 - skin.nail) * reliefShown * shot.skyBottom.w / shot.skyTop.w;
    vec3 slope = steep * (relief.slope - n * dot(relief.slope, n));
    skin.bent = normalize(n - slope);
    skin.variance = max(steep * steep * relief.square - dot(slope, slope), 0.0);
    skin.furrow = furrowGloss((1.0 - skin.nail) * (reliefMeanShare - relief.height / max(share.x + share.y + share.z, 1e-3)) / reliefMeanShare);
    float relit = dot(skin.toLight, skin.bent - n) / max(greyOf(skin.falling), 1e-3);
    vec3 near = 1.0 - shot.bareBelow.rgb / shot.bare.rgb;
    skin.leaves = shot.bare.rgb * skin.colour * skin.falling;
    skin.leaves *= max(1.0 + relit * vec3(reliefContrast(near.r), reliefContrast(near.g), reliefContrast(near.b)), leastRelit);
    return skin;
}
