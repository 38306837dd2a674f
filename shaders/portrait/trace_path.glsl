// A path's four bands, and what all that it carries is scaled by.
// Included by kernels that include portrait/trace_step.h before.

/// The first is the one that the path goes by.
ivec4 bandsOf(TracePath path) { return ivec4(path.band, path.band >> 8, path.band >> 16, path.band >> 24) & 255; }

void scale(inout TracePath path, vec3 factor) {
    path.tint.rgb *= factor;
    path.weight.rgb *= factor;
}
