// A vertex as the light finds it, packed into two texels of a table. Written once a view by the kernel that lights the
// vertices, read by those that shade between them; both include portrait/table.glsl before.

struct LitVertex {
    vec3 light;    // irradiance over pi
    vec3 toLight;  // how it changes as the normal leans
    vec4 visible;  // share of each card that nothing hides; w: openness
    vec4 colour;   // rgb factor on the skin's reflectance; w: nail
    vec3 normal;
};

/// The unit sphere's octahedron, unfolded to a square (Meyer et al. 2010).
vec2 unfolded(vec3 n) {
    vec2 flat_ = n.xy / (abs(n.x) + abs(n.y) + abs(n.z));
    vec2 folded = (1.0 - abs(flat_.yx)) * vec2(n.x < 0.0 ? -1.0 : 1.0, n.y < 0.0 ? -1.0 : 1.0);
    return n.z < 0.0 ? folded : flat_;
}

vec3 folded(vec2 flat_) {
    vec3 n = vec3(flat_, 1.0 - abs(flat_.x) - abs(flat_.y));
    float below = max(-n.z, 0.0);
    n.xy -= below * vec2(n.x < 0.0 ? -1.0 : 1.0, n.y < 0.0 ? -1.0 : 1.0);
    return normalize(n);
}

uvec4 packedLight(LitVertex v) {
    return uvec4(packHalf2x16(v.light.rg), packHalf2x16(vec2(v.light.b, v.toLight.x)), packHalf2x16(v.toLight.yz), packHalf2x16(v.visible.xy));
}

uvec4 packedSkin(LitVertex v) {
    return uvec4(packHalf2x16(v.visible.zw), packHalf2x16(v.colour.rg), packHalf2x16(v.colour.ba), packSnorm2x16(unfolded(v.normal)));
}

LitVertex unpacked(uvec4 light, uvec4 skin) {
    vec2 mixed = unpackHalf2x16(light.y);
    LitVertex v;
    v.light = vec3(unpackHalf2x16(light.x), mixed.x);
    v.toLight = vec3(mixed.y, unpackHalf2x16(light.z));
    v.visible = vec4(unpackHalf2x16(light.w), unpackHalf2x16(skin.x));
    v.colour = vec4(unpackHalf2x16(skin.y), unpackHalf2x16(skin.z));
    v.normal = folded(unpackSnorm2x16(skin.w));
    return v;
}
