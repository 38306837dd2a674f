#version 460
#extension GL_GOOGLE_include_directive : require
// Reads the artwork at each texel of the chart and looks its colour up as doses of pigment.
#include "shared/language.h"
#include "needle/laws.h"
#include "needle/step.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { PlaceInputs inputs; };
layout(set = 0, binding = 0) uniform sampler2D artwork;  // premultiplied
layout(set = 0, binding = 1, std430) readonly buffer Table { vec4 doses[]; } table;
layout(set = 0, binding = 2, rgba32f) uniform writeonly image2DArray drawn;
layout(set = 0, binding = 3, rgba32f) uniform writeonly image2D load;  // x load, y cover

vec4 artworkAt(vec2 chartMm) {
    vec2 turned = vec2(inputs.turnCos * chartMm.x + inputs.turnSin * chartMm.y,
                       inputs.turnCos * chartMm.y - inputs.turnSin * chartMm.x);
    vec2 at = vec2(0.5 + turned.x / inputs.sizeMm.x, 0.5 - turned.y / inputs.sizeMm.y);
    if (any(lessThan(at, vec2(0.0))) || any(greaterThan(at, vec2(1.0)))) return vec4(0.0);
    return textureLod(artwork, at, 0.0);
}

vec4 tableAt(vec3 colour, int layer) {
    vec3 axis = vec3(tableAxis(colour.r), tableAxis(colour.g), tableAxis(colour.b)) * float(inputs.nodes - 1);
    ivec3 low = min(ivec3(axis), ivec3(inputs.nodes - 2));
    vec3 part = axis - vec3(low);
    vec4 sum = vec4(0.0);
    for (int corner = 0; corner < 8; ++corner) {
        ivec3 step = ivec3(corner & 1, (corner >> 1) & 1, corner >> 2);
        vec3 weight = mix(1.0 - part, part, vec3(step));
        ivec3 node = low + step;
        int index = (node.z * inputs.nodes + node.y) * inputs.nodes + node.x;
        sum += weight.x * weight.y * weight.z * table.doses[index * 2 + layer];
    }
    return sum;
}

void main() {
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy);
    if (any(greaterThanEqual(texel, imageSize(load)))) return;
    vec4 seen = vec4(0.0);
    for (int j = 0; j < inputs.samples; ++j)
        for (int i = 0; i < inputs.samples; ++i)
            seen += artworkAt(inputs.originMm + (vec2(texel) + (vec2(i, j) + 0.5) / float(inputs.samples)) * inputs.texelMm);
    seen /= float(inputs.samples * inputs.samples);
    float sum = 0.0;
    for (int layer = 0; layer < inputs.layers; ++layer) {
        vec4 dose = vec4(0.0);
        if (seen.a > leastCover) dose = tableAt(seen.rgb / seen.a, layer) * seen.a;
        imageStore(drawn, ivec3(texel, layer), dose);
        sum += dot(dose, vec4(1.0));
    }
    imageStore(load, texel, vec4(sum, seen.a, 0.0, 0.0));
}
