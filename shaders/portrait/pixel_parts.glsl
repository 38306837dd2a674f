// The surfaces of skin that a pixel sees, up to two, and how much of it each covers; the rest is wall. Included by the
// kernel that declares `seen`, `depth`, `shot` and `inputs`.

struct Part {
    uint triangle;
    vec2 off;  // where to look, pixels from the pixel's middle
    float share;
};

struct Parts {
    int count;  // of them, the front one first
    Part front, back;
};

/// What one of the four places that a pixel is seen at sees: nothing is the wall.
Part partAt(ivec2 pixel, int place, float share) {
    ivec2 at = ivec2(place & 1, place >> 1);
    uint triangle = imageLoad(seen, 2 * pixel + at).r;
    return Part(triangle - 1u, inputs.jitter + 0.5 * vec2(at) - partPlace, triangle == 0u ? 0.0 : share);
}

/// The surfaces at a pixel whose four places lie so far from the eye.
Parts partsApart(ivec2 pixel, vec4 mm, float nearest, float farthest) {
    float infront = dot(vec4(lessThan(mm, vec4(0.5 * (nearest + farthest)))), vec4(partPlace));
    int front = mm.x == nearest ? 0 : mm.y == nearest ? 1 : mm.z == nearest ? 2 : 3;
    int back = mm.x == farthest ? 0 : mm.y == farthest ? 1 : mm.z == farthest ? 2 : 3;
    Parts parts = Parts(1, partAt(pixel, front, infront), partAt(pixel, back, 1.0 - infront));
    parts.count = parts.back.share > 0.0 ? 2 : 1;
    return parts;
}

Parts partsOf(ivec2 pixel) {
    uint triangle = imageLoad(seen, pixel * inputs.side).r;
    int count = triangle == 0u ? 0 : 1;
    Parts parts = Parts(count, Part(triangle - 1u, inputs.jitter, float(count)), Part(0u, inputs.jitter, 0.0));
    where (inputs.side > 1) {
        vec4 mm = vec4(texelFetch(depth, 2 * pixel, 0).r, texelFetch(depth, 2 * pixel + ivec2(1, 0), 0).r,
                       texelFetch(depth, 2 * pixel + ivec2(0, 1), 0).r, texelFetch(depth, 2 * pixel + ivec2(1, 1), 0).r);
        for (int i = 0; i < 4; ++i) mm[i] = depthMm(mm[i], shot.right.w, shot.up.w);
        float nearest = min(min(mm.x, mm.y), min(mm.z, mm.w)), farthest = max(max(mm.x, mm.y), max(mm.z, mm.w));
        bool apart = farthest - nearest > apartMm + apartPixels * shot.eye.w * nearest;
        where (apart) parts = partsApart(pixel, mm, nearest, farthest);
    }
    return parts;
}
