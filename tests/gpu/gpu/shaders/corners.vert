#version 460
// Triangles from a buffer of corners in clip space.
layout(set = 0, binding = 0, std430) readonly buffer Corners { vec4 corners[]; };
layout(location = 0) flat out uint triangle;

void main() {
    gl_Position = corners[gl_VertexIndex];
    triangle = uint(gl_VertexIndex) / 3u;
}
