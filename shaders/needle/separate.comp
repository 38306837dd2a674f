#version 460
#extension GL_GOOGLE_include_directive : require
// Reads the artwork at each texel of the chart and looks its colour up as doses of pigment, the work they take, and how
// far they stay from the colour.
#include "shared/language.h"
#include "needle/laws.h"
#include "needle/step.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { PlaceInputs inputs; };
layout(set = 0, binding = 0) uniform sampler2D artwork;  // premultiplied
layout(set = 0, binding = 1, std430) readonly buffer Table { vec4 doses[]; } table;
layout(set = 0, binding = 2, std430) readonly buffer Misses { float deltaE[]; } misses;
layout(set = 0, binding = 3, rgba32f) uniform writeonly image2DArray drawn;
layout(set = 0, binding = 4, rgba32f) uniform writeonly image2D load;  // x load, y cover, z worked share, w deltaE

vec4 artworkAt(vec2 chartMm) {
    vec2 turned = vec2(inputs.turnCos * chartMm.x + inputs.turnSin * chartMm.y,
                       inputs.turnCos * chartMm.y - inputs.turnSin * chartMm.x);
    vec2 at = vec2(0.5 + turned.x / inputs.sizeMm.x, 0.5 - turned.y / inputs.sizeMm.y);
    if (any(lessThan(at, vec2(0.0))) || any(greaterThan(at, vec2(1.0)))) return vec4(0.0);
    return textureLod(artwork, at, 0.0);
}

/// The mixture of a colour: what the table's corners round it say, by their weights.
struct Mixture {
    vec4 doses[2];
    float deltaE;
};

Mixture mixtureOf(vec3 colour) {
    vec3 axis = vec3(tableAxis(colour.r), tableAxis(colour.g), tableAxis(colour.b)) * float(inputs.nodes - 1);
    ivec3 low = min(ivec3(axis), ivec3(inputs.nodes - 2));
    vec3 part = axis - vec3(low);
    Mixture mixture = Mixture(vec4[2](vec4(0.0), vec4(0.0)), 0.0);
    for (int corner = 0; corner < 8; ++corner) {
        ivec3 step = ivec3(corner & 1, (corner >> 1) & 1, corner >> 2);
        vec3 weights = mix(1.0 - part, part, vec3(step));
        float weight = weights.x * weights.y * weights.z;
        ivec3 node = low + step;
        int index = (node.z * inputs.nodes + node.y) * inputs.nodes + node.x;
        mixture.doses[0] += weight * table.doses[index * 2];
        mixture.doses[1] += weight * table.doses[index * 2 + 1];
        mixture.deltaE += weight * misses.deltaE[index];
    }
    return mixture;
}

void main() {
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy);
    if (any(greaterThanEqual(texel, imageSize(load)))) return;
    vec4 seen = vec4(0.0);
    for (int j = 0; j < inputs.samples; ++j)
        for (int i = 0; i < inputs.samples; ++i)
            seen += artworkAt(inputs.originMm + (vec2(texel) + (vec2(i, j) + 0.5) / float(inputs.samples)) * inputs.texelMm);
    seen /= float(inputs.samples * inputs.samples);
    if (seen.a <= leastCover) {
        for (int layer = 0; layer < inputs.layers; ++layer) imageStore(drawn, ivec3(texel, layer), vec4(0.0));
        imageStore(load, texel, vec4(0.0, seen.a, 0.0, 0.0));
        return;
    }
    Mixture mixture = mixtureOf(seen.rgb / seen.a);
    float sum = 0.0;
    for (int layer = 0; layer < inputs.layers; ++layer) {
        imageStore(drawn, ivec3(texel, layer), mixture.doses[layer] * seen.a);
        sum += dot(mixture.doses[layer], vec4(1.0));
    }
    float black = inputs.black < 0 ? 0.0 : mixture.doses[inputs.black / 4][inputs.black % 4];
    float worked = workedShare(black, inputs.lightestWash, inputs.passes) + sum - black;
    imageStore(load, texel, vec4(sum * seen.a, seen.a, worked * seen.a, mixture.deltaE));
}
