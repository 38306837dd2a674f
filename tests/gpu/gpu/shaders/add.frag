#version 460
// One colour, for one target that adds up.
layout(push_constant) uniform Push { vec4 colour; };
layout(location = 0) out vec4 painted;

void main() { painted = colour; }
