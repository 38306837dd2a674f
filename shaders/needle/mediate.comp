#version 460
#extension GL_GOOGLE_include_directive : require
// Brings the injury to the coarse grid of the mediator, averaged over each coarse texel.
#include "shared/language.h"
#include "skin/grid_laws.h"
#include "needle/laws.h"
#include "needle/step.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { WoundInputs inputs; };
layout(set = 0, binding = 0, rgba32f) uniform readonly image2D epidermis;
layout(set = 0, binding = 1, rg32f) uniform writeonly image2D mediator;

ivec2 firstFine(ivec2 coarse) {
    return ivec2(firstFineTexel(coarse.x, inputs.coarseOriginMm.x, inputs.coarseTexelMm, inputs.fineOriginMm.x,
                                inputs.fineTexelMm),
                 firstFineTexel(coarse.y, inputs.coarseOriginMm.y, inputs.coarseTexelMm, inputs.fineOriginMm.y,
                                inputs.fineTexelMm));
}

void main() {
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy);
    if (any(greaterThanEqual(texel, imageSize(mediator)))) return;
    ivec2 low = firstFine(texel), high = firstFine(texel + 1);
    ivec2 size = imageSize(epidermis);
    ivec2 first = max(low, ivec2(0)), last = min(high, size);
    float sum = 0.0;
    for (int y = first.y; y < last.y; ++y)
        for (int x = first.x; x < last.x; ++x) sum += imageLoad(epidermis, ivec2(x, y)).w;
    float count = float(max(1, (high.x - low.x) * (high.y - low.y)));
    imageStore(mediator, texel, vec4(sum / count, lingeringMediator(sum / count), 0.0, 0.0));
}
