#version 460
// Keeps what the chart's triangles carry.
layout(location = 0) in vec3 place;
layout(location = 1) in vec4 normal;
layout(location = 2) in vec4 visible;
layout(location = 0) out vec4 placeOut;   // xyz mm; w: 1 on skin
layout(location = 1) out vec4 normalOut;  // xyz; w: curvature per mm
layout(location = 2) out vec4 visibleOut;

void main() {
    placeOut = vec4(place, 1.0);
    normalOut = vec4(normalize(normal.xyz), normal.w);
    visibleOut = visible;
}
