// A path's four bands, and what all that it carries is scaled by.
// Included by kernels that declare `inputs` and include portrait/trace_step.h, trace_laws.h and random.glsl before.

/// The first is the one that the path goes by.
ivec4 bandsOf(TracePath path) { return ivec4(path.band, path.band >> 8, path.band >> 16, path.band >> 24) & 255; }

void scale(inout TracePath path, vec3 factor) {
    path.tint.rgb *= factor;
    path.weight.rgb *= factor;
}

/// A number in 0..1 for one choice of a path: its first is spread evenly over the paths of a pixel. `choice` counts them
/// from 5, after those that a path begins with.
float evenly(inout TracePath path, uint spread, uint choice) {
    float any = chance(path.chance);
    return path.bounces > 0 ? any : evenShare(path.number, spread, pathHash(path.key, choice, inputs.seed));
}
