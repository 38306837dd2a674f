// The two coats of a face that mirror: skin and the film over it. Which way a facet sends a ray, how strongly, and how
// densely; strength times density is the mirrored share of light from a direction. Needs portrait/trace_laws.h,
// trace_ray.glsl and trace_light.glsl first.

struct Mirror {
    vec3 normal;
    float alpha, f0, gain;  // gain: what furrows leave
};

/// Leaned to the eye where it looks away.
vec3 facingEye(vec3 normal, vec3 toEye) {
    float lean = dot(normal, toEye);
    return lean < uprightFacing ? normalize(normal + toEye * (uprightFacing - lean)) : normal;
}

/// Direction that a visible facet mirrors the eye to (spherical caps, Dupuy and Benyoub 2023).
vec3 mirroredWay(Mirror m, vec3 toEye, inout uint state) {
    vec3 x, y;
    frameAbout(m.normal, x, y);
    vec3 eye = vec3(dot(toEye, x), dot(toEye, y), dot(toEye, m.normal));
    vec3 stretched = normalize(vec3(m.alpha * eye.xy, eye.z));
    float angle = twoPi * chance(state), z = (1.0 - chance(state)) * (1.0 + stretched.z) - stretched.z;
    vec3 cap = vec3(sqrt(max(1.0 - z * z, 0.0)) * vec2(cos(angle), sin(angle)), z) + stretched;
    vec3 facet = normalize(vec3(m.alpha * cap.xy, max(cap.z, 1e-6)));
    return reflect(-toEye, facet.x * x + facet.y * y + facet.z * m.normal);
}

float strengthOf(Mirror m, vec3 flatNormal, vec3 toEye, vec3 toLight) {
    if (dot(flatNormal, toLight) <= 0.0) return 0.0;
    return m.gain * facetMirrors(m.f0, dot(normalize(toEye + toLight), toEye), dot(m.normal, toLight), dot(m.normal, toEye), m.alpha);
}

float densityOf(Mirror m, vec3 toEye, vec3 toLight) {
    return mirroredDensity(dot(m.normal, normalize(toEye + toLight)), dot(m.normal, toEye), m.alpha);
}

/// Light of one card that the coats mirror straight to the eye.
vec3 cardMirrored(Landing spot, Mirror film, Mirror skin, vec3 toEye, float filmTakes, float filmPaths, inout uint state) {
    CardRay card = aCard(spot.lifted, state);
    if (card.density <= 0.0) return vec3(0.0);
    float a = strengthOf(film, spot.flatNormal, toEye, card.toward), b = strengthOf(skin, spot.flatNormal, toEye, card.toward);
    float da = densityOf(film, toEye, card.toward), db = densityOf(skin, toEye, card.toward);
    float share = a * da * balanced(card.density, mirroredPaths(a) * da);
    share += (1.0 - filmTakes) * b * db * balanced(card.density, (1.0 - filmPaths) * mirroredPaths(b) * db);
    vec3 light = card.light * (share / card.density);
    float asked = clamp(light.g / faintMirror, 0.0, 1.0);  // what hardly matters is seldom looked at
    if (share <= 0.0 || chance(state) >= asked || blocked(spot.lifted, card.toward, bottomless)) return vec3(0.0);
    return light / asked;
}
