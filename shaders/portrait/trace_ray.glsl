// Rays against the body's tree of boxes. Included by kernels that declare `nodes` and `triangles` (portrait/trace_step.h)
// before; the tree is body/bvh.h's.

struct Meeting {
    float far;      // along the ray
    int triangle;   // in the mesh; -1: nothing
    vec2 corners;   // weights of its second and third corner
};

const float missed = 1e30;

/// Where the ray enters a box, or `missed`.
float entersBox(vec3 low, vec3 high, vec3 start, vec3 inverse, float far) {
    vec3 a = low * inverse - start, b = high * inverse - start;
    vec3 near = min(a, b), out_ = max(a, b);
    float from = max(max(near.x, near.y), max(near.z, 0.0)), to = min(min(out_.x, out_.y), min(out_.z, far));
    return from <= to ? from : missed;
}

/// Takes the triangle into `best` if it is met nearer (Moeller and Trumbore 1997).
void meetTriangle(TraceTriangle t, vec3 origin, vec3 direction, inout Meeting best) {
    vec3 p = cross(direction, t.b.xyz), s = origin - t.corner.xyz, q = cross(s, t.a.xyz);
    float det = dot(t.a.xyz, p), inverse = 1.0 / (abs(det) < 1e-12 ? 1e-12 : det);
    float u = dot(s, p) * inverse, v = dot(direction, q) * inverse, away = dot(t.b.xyz, q) * inverse;
    if (u < 0.0 || v < 0.0 || u + v > 1.0 || away <= 0.0 || away >= best.far) return;
    best = Meeting(away, floatBitsToInt(t.corner.w), vec2(u, v));
}

/// What a ray meets first within `far`; with `any` whatever it meets.
Meeting meets(vec3 origin, vec3 direction, float far, bool any) {
    Meeting best = Meeting(far, -1, vec2(0.0));
    vec3 inverse = 1.0 / mix(direction, vec3(1e-12), lessThan(abs(direction), vec3(1e-12))), start = origin * inverse;
    int stack[32];
    int depth = 0, at = 0;
    while (true) {
        TraceNode node = nodes[at];
        float a = entersBox(node.lowA.xyz, node.highA.xyz, start, inverse, best.far);
        float b = entersBox(node.lowB.xyz, node.highB.xyz, start, inverse, best.far);
        int inA = floatBitsToInt(node.lowA.w), countA = a < missed ? floatBitsToInt(node.highA.w) : 0;
        int inB = floatBitsToInt(node.lowB.w), countB = b < missed ? floatBitsToInt(node.highB.w) : 0;
        for (int i = 0; i < countA + countB; ++i) meetTriangle(triangles[i < countA ? inA + i : inB + i - countA], origin, direction, best);
        if (any && best.triangle >= 0) return best;
        bool openA = a < missed && countA == 0, openB = b < missed && countB == 0;
        if (openA && openB) stack[depth++] = a < b ? inB : inA;  // the nearer one is opened first
        if (openA || openB) {
            at = openA && (!openB || a < b) ? inA : inB;
        } else {
            if (depth == 0) return best;
            at = stack[--depth];
        }
    }
}

bool blocked(vec3 origin, vec3 direction, float far) { return meets(origin, direction, far, true).triangle >= 0; }
