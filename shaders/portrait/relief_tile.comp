#version 460
#extension GL_GOOGLE_include_directive : require
// A repeating tile of the micro-relief for the skin outside the charts: slopes along x and y, and their mean square.
#include "shared/language.h"
#include "skin/relief_laws.h"
#include "portrait/scene_step.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { TileInputs inputs; };
layout(set = 0, binding = 0, rgba16f) uniform writeonly image2D tile;

float heightAt(vec2 mm) {
    return microReliefMm(mm.x, mm.y, inputs.tileMm / inputs.cells, inputs.depthMm, inputs.seed, int(inputs.cells));
}

void main() {
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy), size = imageSize(tile);
    if (any(greaterThanEqual(texel, size))) return;
    float step = inputs.tileMm / float(size.x);
    vec2 mm = (vec2(texel) + 0.5) * step;
    float h = heightAt(mm);
    vec2 slope = vec2(heightAt(mm + vec2(step, 0.0)) - h, heightAt(mm + vec2(0.0, step)) - h) / step;
    imageStore(tile, texel, vec4(slope, dot(slope, slope), h));
}
