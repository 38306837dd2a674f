#version 460
#extension GL_GOOGLE_include_directive : require
// A repeating tile of the micro-relief for the skin beyond the charts, in cells and depths: slopes, their square, height.
#include "shared/language.h"
#include "skin/relief_laws.h"
#include "portrait/frame_step.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { PatternInputs inputs; };
layout(set = 0, binding = 0, rgba16f) uniform writeonly image2D tile;

float heightAt(vec2 cell) { return reliefShare(cell.x, cell.y, inputs.seed, inputs.cells); }

void main() {
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy);
    if (any(greaterThanEqual(texel, imageSize(tile)))) return;
    float cell = float(inputs.cells) / float(inputs.texels);
    vec2 at = (vec2(texel - inputs.gutter) + 0.5) * cell;
    float west = heightAt(at - vec2(0.5 * cell, 0.0)), east = heightAt(at + vec2(0.5 * cell, 0.0));
    float south = heightAt(at - vec2(0.0, 0.5 * cell)), north = heightAt(at + vec2(0.0, 0.5 * cell));
    vec2 slope = vec2(east - west, north - south) / cell;
    imageStore(tile, texel, vec4(slope, dot(slope, slope), (west + east + south + north) / 4.0));
}
