#version 460
#extension GL_GOOGLE_include_directive : require
// Grows the micro-relief, the flake pieces and the pores of a chart; what the needle wrote in w stays.
#include "shared/language.h"
#include "skin/anatomy_step.h"
#include "skin/relief_laws.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { AnatomyInputs inputs; };
layout(set = 0, binding = 0, rgba32f) uniform image2D anatomy;
layout(set = 0, binding = 1, r32f) uniform writeonly image2D pores;

void main() {
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy);
    if (any(greaterThanEqual(texel, imageSize(anatomy)))) return;
    vec2 mm = inputs.originMm + (vec2(texel) + 0.5) * inputs.texelMm;
    float height = microReliefMm(mm.x, mm.y, inputs.cellMm, inputs.reliefMm, inputs.seed);
    DeadPiece piece = pieceAt(mm.x, mm.y, inputs.cellMm, inputs.seed);
    imageStore(anatomy, texel, vec4(height, piece.hash, piece.rimMm, imageLoad(anatomy, texel).w));
    imageStore(pores, texel, vec4(poresAt(mm.x, mm.y, inputs.poresPerMm2, inputs.seed)));
}
