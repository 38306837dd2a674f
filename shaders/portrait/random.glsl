// Numbers for paths: a hash starts each path, and a small generator (PCG: O'Neill 2014) goes on from it.
// The same path gives the same numbers whatever else runs beside it.

uint scrambled(uint v) {
    v = v * 747796405u + 2891336453u;
    v = ((v >> ((v >> 28u) + 4u)) ^ v) * 277803737u;
    return (v >> 22u) ^ v;
}

uint pathHash(uint pixel, uint number, uint seed) { return scrambled(pixel ^ scrambled(number ^ scrambled(seed))); }

/// 0..1, 1 excluded; the state goes on.
float chance(inout uint state) {
    state = state * 747796405u + 2891336453u;
    uint v = ((state >> ((state >> 28u) + 4u)) ^ state) * 277803737u;
    v = (v >> 22u) ^ v;
    return float(v >> 8u) / 16777216.0;
}

/// A frame about a normal (Duff et al. 2017).
void frameAbout(vec3 n, out vec3 x, out vec3 y) {
    float s = n.z >= 0.0 ? 1.0 : -1.0, a = -1.0 / (s + n.z), b = n.x * n.y * a;
    x = vec3(1.0 + s * n.x * n.x * a, s * b, -s * n.x);
    y = vec3(b, s + n.y * n.y * a, -n.y);
}
