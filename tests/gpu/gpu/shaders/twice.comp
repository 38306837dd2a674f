#version 460
// Twice each texel, in the format and the kind of image that the build names.
layout(local_size_x = 8, local_size_y = 4) in;
layout(set = 0, binding = 0, FORMAT) uniform readonly IMAGE from;
layout(set = 0, binding = 1, FORMAT) uniform writeonly IMAGE to;

void main() {
    ivec3 texel = ivec3(gl_GlobalInvocationID);
    if (any(greaterThanEqual(texel, imageSize(from)))) return;
    imageStore(to, texel, imageLoad(from, texel) * 2);
}
