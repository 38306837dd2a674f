#version 460
#extension GL_GOOGLE_include_directive : require
// A pick, a soak or friction: what it takes along. A pick of part of the tattoo takes whole pieces of crust.
#include "shared/language.h"
#include "healing/step.h"
#include "healing/decay_laws.h"
#include "healing/crust_laws.h"
#include "healing/ink_laws.h"
#include "skin/relief_laws.h"
#include "healing/event_laws.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { EventInputs inputs; };
layout(set = 0, binding = 0, rgba32f) uniform readonly image2D anatomy;
layout(set = 0, binding = 1, rgba32f) uniform readonly image2DArray dose;
layout(set = 0, binding = 2, rgba32f) uniform image2D film;
layout(set = 0, binding = 3, rgba32f) uniform image2D debris;
layout(set = 0, binding = 4, rgba32f) uniform image2D epidermis;
layout(set = 0, binding = 5, rgba32f) uniform image2D ink;
layout(set = 0, binding = 6, rgba32f) uniform image2DArray captured;
layout(set = 0, binding = 7, rgba32f) uniform image2D wound;

/// x: the dose here; y: captured ink that goes.
vec2 takenCaptured(ivec2 texel, float kept) {
    float dosed = 0.0, taken = 0.0;
    for (int layer = 0; layer < inputs.layers; ++layer) {
        ivec3 at = ivec3(texel, layer);
        vec4 has = imageLoad(captured, at);
        dosed += dot(imageLoad(dose, at), vec4(1.0));
        taken += dot(has, vec4(1.0 - kept));
        imageStore(captured, at, has * kept);
    }
    return vec2(dosed, taken);
}

void main() {
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy);
    if (any(greaterThanEqual(texel, imageSize(film)))) return;
    vec4 skin = imageLoad(epidermis, texel);
    if (skin.w <= 0.0) return;
    vec2 piece = imageLoad(anatomy, texel).yz;
    vec2 away = inputs.fineOriginMm + (vec2(texel) + 0.5) * inputs.fineTexelMm - inputs.atMm;
    if (!reaches(inputs.radiusMm, away.x, away.y, piece.x)) return;
    vec4 f = imageLoad(film, texel), d = imageLoad(debris, texel), shares = imageLoad(ink, texel);
    Touched t = touchedBy(inputs.kind, inputs.amount, piece.x, piece.y, f.z, skin.x, skin.w);
    f.z *= t.crustKept;
    d.w *= t.scalesKept;
    skin.x *= t.integrityKept;
    vec4 left = vec4(shares.x * t.epidermalKept, shares.y * t.freeKept, 0.0, shares.w);
    vec2 captured = takenCaptured(texel, t.capturedKept);
    left.z = shares.z + captured.x * ((shares.x - left.x) + (shares.y - left.y)) + captured.y;
    imageStore(film, texel, f);
    imageStore(debris, texel, d);
    imageStore(epidermis, texel, skin);
    imageStore(ink, texel, left);
    imageStore(wound, texel, imageLoad(wound, texel) + vec4(t.mediator, 0.0, 0.0, 0.0));
}
