// Where a pixel's ray meets its triangle, for the kernels that read the visibility buffer. Needs the buffers positions, corners and
// scene declared before.
vec3 rayThrough(vec2 at) { return scene.rayOrigin.xyz + at.x * scene.rayRight.xyz + at.y * scene.rayUp.xyz; }

uvec3 cornersOf(uint triangle) {
    return uvec3(corner[3u * triangle], corner[3u * triangle + 1u], corner[3u * triangle + 2u]);
}

/// Barycentric weights of the point where the ray meets the triangle's plane.
vec3 weightsAt(vec3 a, vec3 b, vec3 c, vec3 eye, vec3 ray) {
    vec3 ab = b - a, ac = c - a, n = cross(ab, ac);
    vec3 p = eye + ray * (dot(a - eye, n) / dot(ray, n)) - a;
    float scale = 1.0 / dot(n, n);
    float wb = dot(cross(p, ac), n) * scale, wc = dot(cross(ab, p), n) * scale;
    return vec3(1.0 - wb - wc, wb, wc);
}

vec2 jittered(ivec2 pixel, PixelInputs inputs) {
    vec2 within = vec2(radicalInverse(inputs.sample_ + 1, 2), radicalInverse(inputs.sample_ + 1, 3));
    return (vec2(pixel) + within) / vec2(inputs.width, inputs.height);
}
