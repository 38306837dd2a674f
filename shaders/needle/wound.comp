#version 460
#extension GL_GOOGLE_include_directive : require
// The state of day 0 under the needle's work: where the ink lies in depth, injury, open epidermis, debris.
#include "shared/language.h"
#include "needle/depth_laws.h"
#include "needle/laws.h"
#include "needle/step.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { WoundInputs inputs; };
layout(set = 0, binding = 0, rgba32f) uniform readonly image2D work;
layout(set = 0, binding = 1, rgba32f) uniform image2D anatomy;
layout(set = 0, binding = 2, rgba32f) uniform writeonly image2D ink;
layout(set = 0, binding = 3, rgba32f) uniform writeonly image2D wound;
layout(set = 0, binding = 4, rgba32f) uniform writeonly image2D epidermis;
layout(set = 0, binding = 5, rgba32f) uniform writeonly image2D debris;
layout(set = 0, binding = 6, rg32f) uniform writeonly image2D inking;

void main() {
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy);
    if (any(greaterThanEqual(texel, imageSize(anatomy)))) return;
    vec3 made = imageLoad(work, texel).xyz;
    vec2 mm = inputs.fineOriginMm + (vec2(texel) + 0.5) * inputs.fineTexelMm;
    float hurt = injury(made.x);
    float outer = epidermalShareOf(mix(inputs.lineColumnMm, inputs.solidColumnMm, made.y), inputs.epidermisMm);
    outer = min(outer * unevenHand(mm.x, mm.y, inputs.seed), 1.0);
    vec2 shares = made.x > 0.0 ? vec2(outer, 1.0 - outer) : vec2(0.0);
    imageStore(anatomy, texel, vec4(imageLoad(anatomy, texel).xyz, treated(made.x)));
    imageStore(ink, texel, vec4(shares, 0.0, 0.0));
    imageStore(wound, texel, vec4(hurt, 0.0, 0.0, 0.0));
    imageStore(epidermis, texel, vec4(integrityAtStart(hurt), 0.0, 0.0, hurt));
    imageStore(debris, texel, vec4(debrisAtStart(hurt), 0.0, 0.0, 0.0));
    imageStore(inking, texel, vec4(shares.y, made.z, 0.0, 0.0));
}
