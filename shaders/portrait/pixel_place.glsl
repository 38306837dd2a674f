// Where a pixel's ray meets its triangle; included by the kernels that declare `shot`, `vertices` and `corners` before.
// Use it where a kernel starts from the number of the triangle that a pixel sees.

vec3 rayThrough(vec2 clip) { return shot.ahead.xyz + clip.x * shot.right.xyz + clip.y * shot.up.xyz; }

uvec3 cornersOf(uint triangle) { return uvec3(corners[3u * triangle], corners[3u * triangle + 1u], corners[3u * triangle + 2u]); }

/// Weights of the corners at a point of the triangle's plane, given from its first corner.
vec3 weightsOf(vec3 ab, vec3 ac, vec3 point) {
    vec3 n = cross(ab, ac);
    float scale = 1.0 / dot(n, n);
    float b = dot(cross(point, ac), n) * scale, c = dot(cross(ab, point), n) * scale;
    return vec3(1.0 - b - c, b, c);
}
