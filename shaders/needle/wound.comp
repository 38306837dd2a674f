#version 460
#extension GL_GOOGLE_include_directive : require
// The state of day 0 under the deposited ink: shares of the ink, injury, open epidermis, debris.
#include "shared/language.h"
#include "needle/laws.h"
#include "needle/step.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { WoundInputs inputs; };
layout(set = 0, binding = 0, rgba32f) uniform readonly image2DArray dose;
layout(set = 0, binding = 1, rgba32f) uniform image2D anatomy;
layout(set = 0, binding = 2, rgba32f) uniform writeonly image2D ink;
layout(set = 0, binding = 3, rgba32f) uniform writeonly image2D wound;
layout(set = 0, binding = 4, rgba32f) uniform writeonly image2D epidermis;
layout(set = 0, binding = 5, rgba32f) uniform writeonly image2D debris;

void main() {
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy);
    if (any(greaterThanEqual(texel, imageSize(anatomy)))) return;
    float load = 0.0;
    for (int layer = 0; layer < inputs.layers; ++layer) load += dot(imageLoad(dose, ivec3(texel, layer)), vec4(1.0));
    float hurt = injuryBounded(load);
    bool inked = load > 0.0;
    imageStore(anatomy, texel, vec4(imageLoad(anatomy, texel).xyz, treated(load)));
    imageStore(ink, texel, inked ? vec4(epidermalShareAtStart, freeDermalShareAtStart, 0.0, 0.0) : vec4(0.0));
    imageStore(wound, texel, vec4(hurt, 0.0, 0.0, 0.0));
    imageStore(epidermis, texel, vec4(integrityAtStart(hurt), 0.0, 0.0, hurt));
    imageStore(debris, texel, vec4(debrisAtStart(hurt), 0.0, 0.0, 0.0));
}
