// Where a pixel's ray meets its triangle; included by the kernels that declare `shot`, `places` and `corners` and
// include portrait/table.glsl before.
// Use it where a kernel starts from the number of the triangle that a pixel sees.

struct Spot {
    uvec3 corner;
    vec3 eye, place;
    vec3 weight;          // of the corners
    vec3 towardB, towardC;  // how the weights of the second and third corner rise along the triangle, per mm
    vec3 alongX, alongY;  // mm of the triangle's plane to the pixel to the right, and to the one above
    vec2 crease;          // mm beside the middle of one, and its depth
    vec3 besideCrease;    // how the former rises along the triangle
};

vec3 rayThrough(vec2 clip) { return shot.ahead.xyz + clip.x * shot.right.xyz + clip.y * shot.up.xyz; }

uvec3 cornersOf(uint triangle) { return imageLoad(corners, tableAt(triangle)).xyz; }

vec4 placeOf(uint vertex) { return imageLoad(places, tableAt(vertex)); }

/// `lens` is where the ray leaves from, mm to the right and up of the eye; all rays of a pixel meet at `focusMm`.
Spot spotOf(uint triangle, vec2 clip, vec2 pixelClip, vec2 lens, float focusMm) {
    Spot spot;
    spot.corner = cornersOf(triangle);
    vec4 heldA = placeOf(spot.corner.x), heldB = placeOf(spot.corner.y), heldC = placeOf(spot.corner.z);
    vec3 a = heldA.xyz, ab = heldB.xyz - a, ac = heldC.xyz - a;
    vec3 across = cross(ab, ac), off = lens.x * normalize(shot.right.xyz) + lens.y * normalize(shot.up.xyz);
    float scale = 1.0 / dot(across, across);
    spot.towardB = cross(ac, across) * scale;
    spot.towardC = cross(across, ab) * scale;
    spot.eye = shot.eye.xyz + off;
    vec3 ray = rayThrough(clip) - off / focusMm;
    float steep = dot(ray, across), far = dot(a - spot.eye, across) / steep;
    vec3 on = spot.eye + ray * far - a;
    // A pixel's middle may lie just beside the triangle that its corner sees; a ray that grazes it meets its plane far away.
    float b = clamp(dot(spot.towardB, on), -besideTriangle, 1.0 + besideTriangle);
    float c = clamp(dot(spot.towardC, on), -besideTriangle, 1.0 + besideTriangle);
    spot.weight = vec3(1.0 - b - c, b, c);
    spot.place = a + b * ab + c * ac;
    float besideA = carriedBesideMm(heldA.w), besideB = carriedBesideMm(heldB.w) - besideA, besideC = carriedBesideMm(heldC.w) - besideA;
    spot.crease.x = besideA + b * besideB + c * besideC;
    spot.crease.y = spot.weight.x * carriedDeepMm(heldA.w) + b * carriedDeepMm(heldB.w) + c * carriedDeepMm(heldC.w);
    spot.besideCrease = besideB * spot.towardB + besideC * spot.towardC;
    float least = leastFacing * length(ray) * sqrt(1.0 / scale);
    steep = steep < 0.0 ? min(steep, -least) : max(steep, least);
    vec3 right = shot.right.xyz * pixelClip.x, up = shot.up.xyz * pixelClip.y;
    spot.alongX = far * (right - ray * (dot(right, across) / steep));
    spot.alongY = far * (up - ray * (dot(up, across) / steep));
    return spot;
}
