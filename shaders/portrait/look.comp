#version 460
#extension GL_GOOGLE_include_directive : require
// The surface of the skin for the frame: height, wet gloss, crust, dry scales and silver film, and the blood under it.
#include "shared/language.h"
#include "skin/optics_laws.h"
#include "skin/surface_laws.h"
#include "skin/relief_laws.h"
#include "portrait/look_laws.h"
#include "portrait/tint_step.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { LookInputs inputs; };
layout(set = 0, binding = 0, rgba32f) uniform readonly image2D wound;
layout(set = 0, binding = 1, rgba32f) uniform readonly image2D epidermis;
layout(set = 0, binding = 2, rgba32f) uniform readonly image2D film;
layout(set = 0, binding = 3, rgba32f) uniform readonly image2D debris;
layout(set = 0, binding = 4, rgba32f) uniform readonly image2D anatomy;
layout(set = 0, binding = 5, rgba16f) uniform writeonly image2D surface;
layout(set = 0, binding = 6, r16f) uniform writeonly image2D blood;

/// Plasma as the liquid it is: it levels over a little disc, and flows between two lines.
float level(ivec2 texel, float own) {
    ivec2 last = imageSize(surface) - 1;
    float radius = levelMm / inputs.texelMm, sum = own;
    for (int i = 0; i < levelTaps; ++i) {
        vec2 off = radius * vec2(diskX(i, levelTaps), diskY(i, levelTaps));
        sum += imageLoad(film, clamp(texel + ivec2(round(off)), ivec2(0), last)).x;
    }
    return sum / float(levelTaps + 1);
}

void main() {
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy);
    if (any(greaterThanEqual(texel, imageSize(surface)))) return;
    vec4 hurt = imageLoad(wound, texel);
    vec4 closed = imageLoad(epidermis, texel);
    vec4 coat = imageLoad(film, texel);
    vec4 dead = imageLoad(debris, texel);
    vec4 piece = imageLoad(anatomy, texel);
    float lift = pieceLift(sheddingOf(dead.x, dead.y, dead.z, dead.w, closed.w), closed.x, piece.y);
    float plasma = level(texel, coat.x);
    float crust = crustMm(coat.z, piece.z) * plateShare(piece.y), wet = wetness(plasma);
    vec2 mm = inputs.originMm + (vec2(texel) + 0.5) * inputs.texelMm;
    float height = (piece.x - reliefMeanShare * inputs.reliefMm) * reliefLeft(hurt.z, closed.z, wet);
    height += swellingUm(hurt.z) / umPerMm + flakeHeightMm(lift, piece.z);
    if (crust > 0.0) height += crust * crustBumps(mm.x, mm.y, wet, inputs.seed);
    if (closed.z > 0.0) height += silverWrinkle(mm.x, mm.y, closed.z, wet, inputs.seed);
    if (plasma > 0.0) height += filmUm(plasma) / umPerMm * pooled(mm.x, mm.y, inputs.seed);
    imageStore(surface, texel, vec4(height, wet, crustCover(crust), creamed(dryCover(flakeCover(lift, piece.z), closed.z, wet), inputs.ointment)));
    imageStore(blood, texel, vec4(bloodMultiple(hurt.y) - 1.0, 0.0, 0.0, 0.0));
}
