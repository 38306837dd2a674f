// What a random walk in skin is made of: see portrait/walk.glsl, which takes its steps.
// Needs portrait/walk_laws.h first.

struct Matter {
    float absorb, scatter;  // per mm; scatter is the reduced one
};

struct Zone {         // where one bound on extinction holds
    float bound;
    float low, high;  // depths
    float reachMm;    // as far as this to all sides
};

struct Walker {
    vec3 at;      // z: depth
    vec3 toward;  // unit; z > 0 goes in
    float weight;
};

/// From the surface, for a direction outside that has these components along the chart.
Walker walkerFrom(vec2 at, vec2 along) {
    vec2 inside = -along / skinIndex;
    return Walker(vec3(at, 0.0), vec3(inside, sqrt(max(1.0 - dot(inside, inside), 0.0))), 1.0);
}

/// Absorption and scattering together, as strong as scatterings of this mean cosine have to be.
float extinctionOf(Matter matter, float forward) { return matter.absorb + matter.scatter * unreduced(forward); }
