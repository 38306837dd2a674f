#version 460
// Which triangle a pixel sees: its number plus one, 0 is background.
layout(location = 0) flat in uint triangle;
layout(location = 0) out uint seen;

void main() { seen = triangle + 1u; }
