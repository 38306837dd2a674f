// How a path begins at the eye, what it sees where it meets nothing, and how it goes into the skin.
// For portrait/trace_see.comp alone.

/// A new path; `place` is where it goes through the picture, in pixels.
TracePath begun(int index, out vec2 place) {
    int pixel = index / inputs.samples, number = inputs.firstSample + index % inputs.samples;
    ivec2 at = ivec2(inputs.left + pixel % inputs.across, inputs.top + pixel / inputs.across);
    uint key = uint(at.y * inputs.width + at.x), seed = inputs.seed;
    place = vec2(at) + vec2(evenShare(number, spreadX, pathHash(key, 1u, seed)), evenShare(number, spreadY, pathHash(key, 2u, seed)));
    vec2 clip = place / vec2(inputs.width, inputs.height) * vec2(2.0, -2.0) + vec2(-1.0, 1.0);
    TracePath path;
    path.gathered = vec4(0.0, 0.0, 0.0, evenShare(number, spreadCluster, pathHash(key, 3u, seed)));
    path.weight = vec4(1.0, 1.0, 1.0, 0.0);
    path.from = vec4(shot.eye.xyz, 0.0);
    path.toward = vec4(normalize(shot.ahead.xyz + clip.x * shot.right.xyz + clip.y * shot.up.xyz), evenShare(number, spreadBand, pathHash(key, 4u, seed)));
    path.spot = vec4(0.0);
    path.state = traceRay;
    path.triangle = 0;
    path.piece = -1;
    path.band = -1;
    path.tint = vec4(1.0);
    path.carried = path.likely = vec4(1.0);
    path.chance = pathHash(key, uint(number), seed + 1u);
    path.bounces = 0;
    path.number = number;
    path.key = key;
    return path;
}

/// What a ray that meets nothing sees: the wall behind the limb, or sky and cards.
vec3 beyond(TracePath path, vec2 place) {
    vec2 size = vec2(inputs.width, inputs.height), at = (place - 0.5 * size) / (0.5 * min(size.x, size.y));
    if (path.bounces == 0) return vec3(wallGrey(at.x, at.y, shot.wall.x, shot.wall.y));
    vec3 light = skyRadiance(path.toward.xyz);
    if (path.weight.w > 0.0) light += cardsMet(path.from.xyz, path.toward.xyz, path.weight.w);
    return light;
}

/// The band at a share 0..1 of all paths.
int bandAt(int skin, float share) {
    int band = traceBands - 1;
    while (band > 0 && share < bands[skin * traceBands + band].below) --band;
    return band;
}

/// Into the skin: the path carries four bands from here on, more often those that matter. Each of them is as often the
/// first, as the four lie a quarter apart.
void enter(inout TracePath path, Landing spot, vec3 normal, vec3 toEye) {
    if (path.band < 0) {
        int skin = spot.piece < 0 ? inputs.skin : pieces[spot.piece].skin;
        path.band = 0;
        for (int i = 0; i < 4; ++i) {
            int band = bandAt(skin, fract(path.toward.w + float(i) / 4.0));
            path.band |= band << (8 * i);
            path.carried[i] = 1.0 / (4.0 * bands[skin * traceBands + band].light.w);
        }
    }
    scale(path, spot.colour.rgb);
    vec3 aside = toEye - normal * dot(toEye, normal);
    Walker w = walkerFrom(spot.mm, vec2(dot(aside, normalize(spot.alongX)), dot(aside, normalize(spot.alongY))));
    path.from.xyz = w.at;
    path.toward.xyz = w.toward;
    path.spot = vec4(spot.corners_, spot.mm);
    path.triangle = spot.triangle;
    path.piece = spot.piece;
    path.state = traceInSkin;
}

/// Where a path first enters the skin it goes on as several, that share its light; the `number`-th goes by another band.
TracePath twinOf(TracePath path, int number) {
    TracePath twin = path;
    uint four = uint(path.band);
    twin.gathered.rgb = vec3(0.0);
    twin.band = int(four >> 8 * number | four << 32 - 8 * number);
    for (int i = 0; i < 4; ++i) twin.carried[i] = path.carried[(i + number) % 4];
    twin.key = pathHash(path.key, uint(number), inputs.seed);
    twin.chance = pathHash(path.chance, uint(number), inputs.seed);
    return twin;
}
