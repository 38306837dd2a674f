#version 460
// Which triangle of the body a pixel sees: its number plus one, 0 is background. Drawn are those the camera can see.
layout(set = 0, binding = 1, std430) readonly buffer Chosen { uint chosen[]; };
layout(location = 0) out uint seen;

void main() { seen = chosen[gl_PrimitiveID] + 1u; }
