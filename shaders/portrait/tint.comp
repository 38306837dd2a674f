#version 460
#extension GL_GOOGLE_include_directive : require
// Skin and ink as layers, 16 bands a texel: what returns above the ink, and the ink's transmittance under it.
#include "shared/language.h"
#include "skin/optics_step.h"
#include "skin/optics_laws.h"
#include "skin/surface_laws.h"
#include "portrait/tint_step.h"
#include "portrait/tint_laws.h"
#include "skin/relief_laws.h"
#include "portrait/look_laws.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { TintInputs inputs; };
layout(set = 0, binding = 0, std430) readonly buffer Skin { SkinBand band[16]; } skin;
layout(set = 0, binding = 1, std430) readonly buffer Pigments { PigmentBands band[]; } pigments;
layout(set = 0, binding = 2, std430) readonly buffer Bare { vec4 light[]; } bare;  // last of a row: above the ink
layout(set = 0, binding = 3, rgba32f) uniform readonly image2DArray dose;
layout(set = 0, binding = 4, rgba32f) uniform readonly image2DArray captured;
layout(set = 0, binding = 5, rgba32f) uniform readonly image2D ink;
layout(set = 0, binding = 6, rgba32f) uniform readonly image2D wound;
layout(set = 0, binding = 7, rgba32f) uniform readonly image2D epidermis;
layout(set = 0, binding = 8, rgba32f) uniform readonly image2D film;
layout(set = 0, binding = 9, rgba32f) uniform readonly image2D debris;
layout(set = 0, binding = 10, rgba32f) uniform readonly image2D anatomy;
layout(set = 0, binding = 11, rgba16f) uniform writeonly image2D above;  // a: cover
layout(set = 0, binding = 12, rgba16f) uniform writeonly image2D depth;  // of the dermal ink; a: mm of tissue over it
layout(set = 0, binding = 13, rg32f) uniform readonly image2D inking;
layout(set = 0, binding = 14, rgba16f) uniform writeonly image2D outer;  // what ink in the epidermis lets through

/// Optical depth that crossed light has met beside untouched skin.
vec3 depthOf(vec3 crossed) {
    vec3 crossing = inputs.bare.rgb - inputs.bareAbove.rgb;
    return vec3(inkDepth(crossed.r, crossing.r), inkDepth(crossed.g, crossing.g), inkDepth(crossed.b, crossing.b));
}

/// A column of the table of bare skin at an excess of melanin.
vec3 bareColumn(int column, float darkening) {
    float row = clamp(darkening / mostDarkening, 0.0, 1.0) * float(inputs.darkSteps - 1);
    int low = min(int(row), inputs.darkSteps - 2), at = low * (inputs.bloodSteps + 1) + column;
    return mix(bare.light[at].rgb, bare.light[at + inputs.bloodSteps + 1].rgb, row - float(low));
}

/// Untouched skin with this excess of blood and melanin.
vec3 bareAt(float bloodExcess, float darkening) {
    float at = clamp(bloodExcess, 0.0, 1.0) * float(inputs.bloodSteps - 1);
    int low = min(int(at), inputs.bloodSteps - 2);
    return mix(bareColumn(low, darkening), bareColumn(low + 1, darkening), at - float(low));
}

/// Doses of pigments 0 to 3 and 4 to 7, dermal and epidermal, as one band sees them.
InkOptics inkOf(int b, vec4 dermal0, vec4 dermal1, vec4 outer0, vec4 outer1) {
    PigmentBands four = pigments.band[b];
    vec4 sum = vec4(dot(dermal0, four.absorb), dot(dermal0, four.scatter), dot(outer0, four.absorb), dot(outer0, four.scatter));
    if (inputs.layers > 1) {
        four = pigments.band[16 + b];
        sum += vec4(dot(dermal1, four.absorb), dot(dermal1, four.scatter), dot(outer1, four.absorb), dot(outer1, four.scatter));
    }
    return InkOptics(sum.x, sum.y, sum.z * inkedEpidermisMm, sum.w * inkedEpidermisMm);
}

void main() {
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy);
    if (any(greaterThanEqual(texel, imageSize(above)))) return;
    vec4 shares = imageLoad(ink, texel);
    vec4 hurt = imageLoad(wound, texel);
    vec4 closed = imageLoad(epidermis, texel);
    vec4 coat = imageLoad(film, texel);
    vec4 piece = imageLoad(anatomy, texel);
    vec4 laid0 = imageLoad(dose, ivec3(texel, 0)), laid1 = vec4(0.0);
    vec4 dermal0 = imageLoad(captured, ivec3(texel, 0)) + laid0 * shares.y, dermal1 = vec4(0.0);
    if (inputs.layers > 1) {
        laid1 = imageLoad(dose, ivec3(texel, 1));
        dermal1 = imageLoad(captured, ivec3(texel, 1)) + laid1 * shares.y;
    }
    vec4 outer0 = laid0 * shares.x, outer1 = laid1 * shares.x;
    float left = dot(dermal0 + dermal1 + outer0 + outer1, vec4(1.0));
    vec4 dead = imageLoad(debris, texel);
    Shedding now = sheddingOf(dead.x, dead.y, dead.z, dead.w, closed.w);
    float plateau = piece.x / inputs.reliefMm;
    float flakes = scaleVeil(flakeCover(pieceLift(now, closed.x, piece.y), piece.z), piece.z, plateau);
    float young = closed.z * filmShare(plateau);
    float crust = crustMm(coat.z, piece.z) * plateShare(piece.y) / crustMmPerUnit;
    float thickMm = epidermisThickness(inputs.epidermisMm, closed.x);
    float cleanMm = papillaryThickness(shares.y, imageLoad(inking, texel).x, inputs.cleanMm);
    if (looksBare(left, crust, young, flakes, closed.x)) {
        vec3 over = bareColumn(inputs.bloodSteps, coat.w);
        imageStore(above, texel, vec4(over / enteringShare, 0.0));
        imageStore(depth, texel, vec4(depthOf(bareAt(hurt.y, coat.w) - over), thickMm + cleanMm));
        imageStore(outer, texel, vec4(1.0));
        return;
    }
    SkinLayers layers = SkinLayers(thickMm, cleanMm, inputs.inkMm);
    float wet = wetness(coat.x);
    float closing = closingLoad(keptShare(dot(laid0 + laid1, vec4(1.0)), shares.z));
    float cover = clusterCover(left, closing), density = clusterDensity(left, closing);
    dermal0 *= density, dermal1 *= density;
    outer0 *= density, outer1 *= density;
    vec3 all = vec3(0.0), crossed = vec3(0.0), through = vec3(0.0), weight = vec3(0.0);
    for (int b = 0; b < 16; ++b) {
        SkinBand band = skin.band[b];
        InkOptics inked = inkOf(b, dermal0, dermal1, outer0, outer1);
        SkinOptics optics = SkinOptics(darkenedDepth(band.melaninDepth, coat.w), band.epidermisScatter,
                                       band.dermisAbsorb + band.bloodAbsorb * bloodMultiple(hurt.y), band.dermisScatter);
        SkinVeil veil = skinVeil(crustColour(band.crustAbsorb, hurt.w), crustInkDepth(inked.epidermalDepth, crust), band.melaninDepth, crust,
                                 young, flakes, wet);
        Returned light = clusteredSkin(optics, inked, cover, layers, veil);
        all += band.light.rgb * light.all;
        crossed += band.light.rgb * crossedLight(light);
        vec3 share = max(band.light.rgb, vec3(0.0));
        through += share * mix(1.0, outerTransmittance(inked.epidermalDepth), cover);
        weight += share;
    }
    crossed = max(crossed, vec3(0.0));
    vec3 let = through / weight, deep = depthOf(crossed) + log(let);
    let *= exp(-min(deep, vec3(0.0)));  // ink is no brighter under the epidermis than the whole of it
    imageStore(above, texel, vec4(max(all - crossed, vec3(0.0)) / enteringShare, cover));
    imageStore(depth, texel, vec4(max(deep, vec3(0.0)), thickMm + cleanMm));
    imageStore(outer, texel, vec4(let, 0.0));
}
