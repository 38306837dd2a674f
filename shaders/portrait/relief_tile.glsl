// The repeating tile of micro-relief as it lies on skin between the pieces, from three sides.
// Included by kernels that declare `shot`, `inputs` and `tile` and
// include portrait/where.glsl before.

/// Slopes, their square and height at a place on one plane of the repeating tile: first across the limb, then along it.
vec4 tileAt(vec2 mm, float mip) {
    vec2 stretch = vec2(acrossStretch, alongStretch);
    vec2 at = fract(mm / (stretch * (shot.relief.x * float(inputs.tileCells))));
    vec4 tile_ = textureLod(tile, (at * inputs.tileTexels + inputs.tileGutter) / float(textureSize(tile, 0).x), mip);
    return vec4(tile_.xy / stretch, tile_.z, tile_.w);
}

struct Relief {
    vec3 slope;
    float square, height;  // of slopes; over the deepest line
};

/// Micro-relief on the planes the surface faces most.
Relief reliefAt(vec3 p, vec3 share, float mip) {
    Relief sum = Relief(vec3(0.0), 0.0, 0.0);
    vec4 t;
    where (share.x > 0.0) {
        t = tileAt(p.zy, mip) * share.x;
        sum = Relief(sum.slope + vec3(0.0, t.yx), sum.square + t.z * share.x, sum.height + t.w);
    }
    where (share.y > 0.0) {
        t = tileAt(p.xz + 3.1, mip) * share.y;
        sum = Relief(sum.slope + vec3(t.x, 0.0, t.y), sum.square + t.z * share.y, sum.height + t.w);
    }
    where (share.z > 0.0) {
        t = tileAt(p.xy + 6.7, mip) * share.z;
        sum = Relief(sum.slope + vec3(t.xy, 0.0), sum.square + t.z * share.z, sum.height + t.w);
    }
    return sum;
}
