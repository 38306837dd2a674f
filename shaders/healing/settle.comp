#version 460
#extension GL_GOOGLE_include_directive : require
// Free ink is taken up, drained or washed out; captured ink fades by pigment, site and sun; epidermal ink is shed.
#include "shared/language.h"
#include "healing/step.h"
#include "healing/decay_laws.h"
#include "healing/crust_laws.h"
#include "healing/ink_laws.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { StepInputs inputs; };
layout(set = 0, binding = 0, r32f) uniform readonly image2D halfway;
layout(set = 0, binding = 1, rgba32f) uniform readonly image2DArray dose;
layout(set = 0, binding = 2, rgba32f) uniform image2D ink;
layout(set = 0, binding = 3, rgba32f) uniform image2DArray captured;
layout(set = 0, binding = 4, rgba32f) uniform readonly image2D anatomy;

vec4 keptOf(vec4 lossPerYear) {
    return vec4(capturedKept(lossPerYear.x, inputs.days), capturedKept(lossPerYear.y, inputs.days),
                capturedKept(lossPerYear.z, inputs.days), capturedKept(lossPerYear.w, inputs.days));
}

void main() {
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy);
    if (any(greaterThanEqual(texel, imageSize(ink)))) return;
    vec4 shares = imageLoad(ink, texel);
    float open = 1.0 - imageLoad(halfway, texel).r;
    float softened = smothering(inputs.moisture);
    if (softened > 0.0) softened *= gathering(imageLoad(anatomy, texel).y, inputs.moisture);
    FreeInk free = freeInkAfter(open, softened, inputs.day, inputs.days);
    float dosed = 0.0, faded = 0.0;
    for (int layer = 0; layer < inputs.layers; ++layer) {
        ivec3 at = ivec3(texel, layer);
        vec4 laid = imageLoad(dose, at), has = imageLoad(captured, at);
        if (laid == vec4(0.0) && has == vec4(0.0)) continue;
        vec4 kept = keptOf(layer == 0 ? inputs.lossPerYear0 : inputs.lossPerYear1);
        imageStore(captured, at, has * kept + laid * (shares.y * free.captured));
        dosed += dot(laid, vec4(1.0));
        faded += dot(has, vec4(1.0) - kept);
    }
    float shed = shares.x * (1.0 - epidermalKept(inputs.turnover, inputs.day, inputs.days));
    float drained = shares.y * (1.0 - free.kept - free.captured);
    float lost = shares.z + dosed * (shed + drained) + faded;
    imageStore(ink, texel, vec4(shares.x - shed, shares.y * free.kept, lost, shares.w));
}
