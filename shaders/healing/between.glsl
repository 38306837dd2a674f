// A coarse grid's values between its texels; included by the kernels of the finer grid. A device's own filter may weigh
// texels in steps of 1/256 (the specification asks for no more, and some do just that), which is 0.2 % of the mediator's
// peak after four weeks of steps; so the weights are made here.

/// Bilinear at `uv`, 0 to 1 across the whole grid; its edge reaches on.
vec2 between(sampler2D grid, vec2 uv) {
    ivec2 last = textureSize(grid, 0) - 1;
    vec2 at = uv * vec2(last + 1) - 0.5, low = floor(at), share = at - low;
    ivec2 a = clamp(ivec2(low), ivec2(0), last), b = clamp(ivec2(low) + 1, ivec2(0), last);
    vec2 under = mix(texelFetch(grid, a, 0).rg, texelFetch(grid, ivec2(b.x, a.y), 0).rg, share.x);
    return mix(under, mix(texelFetch(grid, ivec2(a.x, b.y), 0).rg, texelFetch(grid, b, 0).rg, share.x), share.y);
}
