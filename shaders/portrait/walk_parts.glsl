// What a random walk in skin is made of: see portrait/walk.glsl, which takes its steps.
// Needs portrait/walk_laws.h first.
// A walk carries four bands and goes by its first one. Any of the four may be that; each is weighed by how likely the
// same walk was to all of them (hero wavelengths: Wilkie et al. 2014; null collisions: Miller et al. 2019).

struct Matter {         // in the four bands that a walk carries
    vec4 absorb, scatter;  // per mm; scatter is the reduced one
};

struct Zone {         // where one bound on extinction holds
    float bound;      // for all four
    float low, high;  // depths
    float reachMm;    // as far as this to all sides
};

struct Walker {
    vec3 at;      // z: depth
    vec3 toward;  // unit; z > 0 goes in
    vec4 weight;  // what each band's light has left
    vec4 likely;  // how much more likely this walk was for each band than for the first, by which it goes
};

/// From the surface, for a direction outside that has these components along the chart.
Walker walkerFrom(vec2 at, vec2 along) {
    vec2 inside = -along / skinIndex;
    return Walker(vec3(at, 0.0), vec3(inside, sqrt(max(1.0 - dot(inside, inside), 0.0))), vec4(1.0), vec4(1.0));
}

/// Absorption and scattering together, as strong as scatterings of this mean cosine have to be.
vec4 extinctionOf(Matter matter, float forward) { return matter.absorb + matter.scatter * unreduced(forward); }

float mostOf(vec4 v) { return max(max(v.x, v.y), max(v.z, v.w)); }

/// What each band's light has left, over all ways it might have come.
vec4 balancedLight(vec4 weight, vec4 likely) { return 4.0 * weight * likely / dot(likely, vec4(1.0)); }
