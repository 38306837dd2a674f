// A coarse grid's values between its texels; included by the kernels of the finer grid. The weights are made here: a
// device's own filter may weigh texels in steps of 1/256, the specification asks for no more, and on an NVIDIA H200 blood,
// mediator and swelling read through it lay up to 0.3 % of their peak off.

/// Bilinear at `place`, in texels from the grid's corner; its edge reaches on.
vec2 between(sampler2D grid, vec2 place) {
    vec2 low = floor(place - 0.5), share = place - 0.5 - low;
    ivec2 last = textureSize(grid, 0) - 1;
    ivec2 a = clamp(ivec2(low), ivec2(0), last), b = clamp(ivec2(low) + 1, ivec2(0), last);
    vec2 under = mix(texelFetch(grid, a, 0).rg, texelFetch(grid, ivec2(b.x, a.y), 0).rg, share.x);
    return mix(under, mix(texelFetch(grid, ivec2(a.x, b.y), 0).rg, texelFetch(grid, b, 0).rg, share.x), share.y);
}
