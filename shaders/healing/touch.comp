#version 460
#extension GL_GOOGLE_include_directive : require
// A pick or a soak: what it takes along. A pick of part of the tattoo takes whole pieces of crust.
#include "shared/language.h"
#include "healing/step.h"
#include "healing/laws.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { EventInputs inputs; };
layout(set = 0, binding = 0, rgba32f) uniform readonly image2D anatomy;
layout(set = 0, binding = 1, rgba32f) uniform image2D film;
layout(set = 0, binding = 2, rgba32f) uniform image2D debris;
layout(set = 0, binding = 3, rgba32f) uniform image2D epidermis;
layout(set = 0, binding = 4, rgba32f) uniform image2D ink;
layout(set = 0, binding = 5, rgba32f) uniform image2DArray captured;
layout(set = 0, binding = 6, rgba32f) uniform image2D wound;

void main() {
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy);
    if (any(greaterThanEqual(texel, imageSize(film)))) return;
    vec4 skin = imageLoad(epidermis, texel);
    if (skin.w <= 0.0) return;
    vec4 f = imageLoad(film, texel), d = imageLoad(debris, texel), shares = imageLoad(ink, texel);
    Touched t;
    if (inputs.kind == pickKind)
        t = picked(pieceIsPicked(imageLoad(anatomy, texel).y, inputs.amount) ? 1.0 : 0.0, f.z);
    else
        t = soaked(inputs.amount, skin.x);
    f.z *= t.surfaceKept;
    if (inputs.kind == pickKind) d.w *= t.surfaceKept;
    skin.x *= t.integrityKept;
    vec4 left = vec4(shares.x * t.epidermalKept, shares.y * t.freeKept, 0.0, shares.w);
    left.z = shares.z + (shares.x - left.x) + (shares.y - left.y);
    imageStore(film, texel, f);
    imageStore(debris, texel, d);
    imageStore(epidermis, texel, skin);
    imageStore(ink, texel, left);
    for (int layer = 0; layer < inputs.layers; ++layer) {
        ivec3 at = ivec3(texel, layer);
        imageStore(captured, at, imageLoad(captured, at) * t.capturedKept);
    }
    vec4 w = imageLoad(wound, texel);
    w.x = t.mediator;
    imageStore(wound, texel, w);
}
