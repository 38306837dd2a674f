#version 460
#extension GL_GOOGLE_include_directive : require
// Brings the mediator that an event set free (wound.x for a pick, sun on injured skin) to the coarse grid.
#include "shared/language.h"
#include "healing/step.h"
#include "healing/laws.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { EventInputs inputs; };
layout(set = 0, binding = 0, rgba32f) uniform readonly image2D wound;
layout(set = 0, binding = 1, rgba32f) uniform readonly image2D epidermis;
layout(set = 0, binding = 2, r32f) uniform image2D mediator;

void main() {
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy);
    if (any(greaterThanEqual(texel, imageSize(mediator)))) return;
    vec2 lowMm = inputs.coarseOriginMm + vec2(texel) * inputs.coarseTexelMm;
    ivec2 low = ivec2(floor((lowMm - inputs.fineOriginMm) / inputs.fineTexelMm + 0.5));
    ivec2 high = ivec2(floor((lowMm + inputs.coarseTexelMm - inputs.fineOriginMm) / inputs.fineTexelMm + 0.5));
    ivec2 first = max(low, ivec2(0)), last = min(high, imageSize(wound));
    float sum = 0.0;
    for (int y = first.y; y < last.y; ++y)
        for (int x = first.x; x < last.x; ++x) {
            float hurt = imageLoad(epidermis, ivec2(x, y)).w;
            if (hurt <= 0.0) continue;
            sum += inputs.kind == sunKind ? sunburn(inputs.amount, hurt) : imageLoad(wound, ivec2(x, y)).x;
        }
    float count = float(max(1, (high.x - low.x) * (high.y - low.y)));
    imageStore(mediator, texel, imageLoad(mediator, texel) + vec4(sum / count, 0.0, 0.0, 0.0));
}
