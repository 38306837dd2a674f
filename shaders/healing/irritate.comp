#version 460
#extension GL_GOOGLE_include_directive : require
// Brings the mediator that an event sets free to the coarse grid. Runs before the event takes its share.
#include "shared/language.h"
#include "healing/step.h"
#include "healing/decay_laws.h"
#include "healing/crust_laws.h"
#include "healing/ink_laws.h"
#include "skin/relief_laws.h"
#include "healing/event_laws.h"
#include "skin/grid_laws.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { EventInputs inputs; };
layout(set = 0, binding = 0, rgba32f) uniform readonly image2D anatomy;
layout(set = 0, binding = 1, rgba32f) uniform readonly image2D film;
layout(set = 0, binding = 2, rgba32f) uniform readonly image2D epidermis;
layout(set = 0, binding = 3, rg32f) uniform image2D mediator;

ivec2 firstFine(ivec2 coarse) {
    return ivec2(firstFineTexel(coarse.x, inputs.coarseOriginMm.x, inputs.coarseTexelMm, inputs.fineOriginMm.x,
                                inputs.fineTexelMm),
                 firstFineTexel(coarse.y, inputs.coarseOriginMm.y, inputs.coarseTexelMm, inputs.fineOriginMm.y,
                                inputs.fineTexelMm));
}

float setFreeAt(ivec2 fine) {
    vec4 skin = imageLoad(epidermis, fine);
    if (skin.w <= 0.0) return 0.0;
    vec2 piece = imageLoad(anatomy, fine).yz;
    vec2 away = inputs.fineOriginMm + (vec2(fine) + 0.5) * inputs.fineTexelMm - inputs.atMm;
    if (!reaches(inputs.radiusMm, away.x, away.y, piece.x)) return 0.0;
    return touchedBy(inputs.kind, inputs.amount, piece.x, piece.y, imageLoad(film, fine).z, skin.x, skin.w).mediator;
}

void main() {
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy);
    if (any(greaterThanEqual(texel, imageSize(mediator)))) return;
    ivec2 low = firstFine(texel), high = firstFine(texel + 1);
    ivec2 first = max(low, ivec2(0)), last = min(high, imageSize(epidermis));
    float sum = 0.0;
    for (int y = first.y; y < last.y; ++y)
        for (int x = first.x; x < last.x; ++x) sum += setFreeAt(ivec2(x, y));
    float count = float(max(1, (high.x - low.x) * (high.y - low.y)));
    imageStore(mediator, texel, imageLoad(mediator, texel) + vec4(vec2(sum / count), 0.0, 0.0));
}
