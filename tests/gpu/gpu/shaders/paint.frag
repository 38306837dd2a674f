#version 460
// One colour, and the number of the triangle plus one.
layout(push_constant) uniform Push { vec4 colour; };
layout(location = 0) flat in uint triangle;
layout(location = 0) out vec4 painted;
layout(location = 1) out uint number;

void main() {
    painted = colour;
    number = triangle + 1u;
}
