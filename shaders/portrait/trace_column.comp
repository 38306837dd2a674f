#version 460
#extension GL_GOOGLE_include_directive : require
// The state of a piece as columns of layers, for the paths of a reference picture.
#include "shared/language.h"
#include "skin/optics_laws.h"
#include "skin/surface_laws.h"
#include "skin/relief_laws.h"
#include "portrait/look_laws.h"
#include "portrait/gloss_laws.h"
#include "portrait/walk_laws.h"
#include "portrait/trace_laws.h"
#include "portrait/trace_step.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { ColumnInputs inputs; };
layout(set = 0, binding = 0, rgba32f) uniform readonly image2DArray dose;
layout(set = 0, binding = 1, rgba32f) uniform readonly image2DArray captured;
layout(set = 0, binding = 2, rgba32f) uniform readonly image2D ink;
layout(set = 0, binding = 3, rgba32f) uniform readonly image2D wound;
layout(set = 0, binding = 4, rgba32f) uniform readonly image2D epidermis;
layout(set = 0, binding = 5, rgba32f) uniform readonly image2D film;
layout(set = 0, binding = 6, rgba32f) uniform readonly image2D debris;
layout(set = 0, binding = 7, rgba32f) uniform readonly image2D anatomy;
layout(set = 0, binding = 8, rg32f) uniform readonly image2D inking;
layout(set = 0, binding = 9) uniform sampler2D surface;
layout(set = 0, binding = 10, std430) writeonly buffer Columns { uvec4 columns[]; };
layout(set = 0, binding = 11, std430) writeonly buffer Inks { uvec4 inks[]; };

#include "portrait/trace_column.glsl"

uvec4 eight(vec4 a, vec4 b) { return uvec4(packHalf2x16(a.xy), packHalf2x16(a.zw), packHalf2x16(b.xy), packHalf2x16(b.zw)); }

void main() {
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy), size = imageSize(film);
    if (any(greaterThanEqual(texel, size))) return;
    vec4 shares = imageLoad(ink, texel), hurt = imageLoad(wound, texel), closed = imageLoad(epidermis, texel);
    vec4 coat = imageLoad(film, texel), piece = imageLoad(anatomy, texel), dead = imageLoad(debris, texel);
    vec4 laid0 = imageLoad(dose, ivec3(texel, 0)), laid1 = vec4(0.0);
    vec4 dermal0 = imageLoad(captured, ivec3(texel, 0)) + laid0 * shares.y, dermal1 = vec4(0.0);
    if (inputs.layers > 1) {
        laid1 = imageLoad(dose, ivec3(texel, 1));
        dermal1 = imageLoad(captured, ivec3(texel, 1)) + laid1 * shares.y;
    }
    vec4 outer0 = laid0 * shares.x, outer1 = laid1 * shares.x;
    float left = dot(dermal0 + dermal1 + outer0 + outer1, vec4(1.0));
    float closing = closingLoad(keptShare(dot(laid0 + laid1, vec4(1.0)), shares.z)), density = clusterDensity(left, closing);
    float plateau_ = piece.x / inputs.reliefMm;
    float lift = pieceLift(sheddingOf(dead.x, dead.y, dead.z, dead.w, closed.w), closed.x, piece.y);

    Column c;
    c.cover = left < leastInk ? 0.0 : clusterCover(left, closing);
    c.cleanMm = papillaryThickness(shares.y, imageLoad(inking, texel).x, papillaryMm);
    c.epidermisMm = epidermisThickness(inputs.epidermisMm, closed.x);
    c.blood = bloodMultiple(hurt.y);
    c.darkening = coat.w;
    c.crust = crustMm(coat.z, piece.z) * plateShare(piece.y) / crustMmPerUnit;
    c.haemoglobin = hurt.w;
    c.young = closed.z * filmShare(plateau_);
    c.flake = scaleVeil(flakeCover(lift, piece.z), piece.z, plateau_);
    c.wet = wetness(coat.x);
    vec4 top = texelFetch(surface, texel, 0);
    float round_ = textureLod(surface, (vec2(texel) + 0.5) / vec2(size), surroundingsLevel).x;
    int index = 2 * (inputs.firstTexel + texel.y * size.x + texel.x);
    columns[index] = packedColumn(c);
    columns[index + 1] = packedSurface(c, Surface(top.x, top.x - round_, top.yzw));
    inks[index] = eight(density * dermal0, density * dermal1);
    inks[index + 1] = eight(density * outer0, density * outer1);
}
