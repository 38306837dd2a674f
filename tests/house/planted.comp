#version 460
// A struct that C++ would lay out otherwise: GLSL moves `b` to byte 8, C++ leaves it at byte 4. The layout test must say so.
struct Planted {
    float a;
    vec2 b;
    float c;
};

layout(local_size_x = 1) in;
layout(push_constant) uniform Push { Planted inputs; };
layout(set = 0, binding = 0, std430) writeonly buffer Out { float sum; };

void main() {
    sum = inputs.a + inputs.b.x + inputs.c;
}
