#version 460
// The value of a sampled image at a place 0..1 and a mip.
layout(local_size_x = 64) in;
layout(push_constant) uniform Push { vec2 place; float mip, unused; };
layout(set = 0, binding = 0) uniform sampler2D source;
layout(set = 0, binding = 1, std430) writeonly buffer Answer { vec4 answer; };

void main() {
    if (gl_GlobalInvocationID.x == 0) answer = textureLod(source, place, mip);
}
