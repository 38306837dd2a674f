#version 460
#extension GL_GOOGLE_include_directive : require
// Reflectance of a slab with ink in it, bin by bin along x: walks that start where the eye looks and end where light falls in.
#include "shared/language.h"
#include "portrait/card_laws.h"
#include "portrait/walk_laws.h"
#include "portrait/walk_step.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { WalkInputs inputs; };
layout(set = 0, binding = 0, std430) writeonly buffer Sums { float sums[]; };

#include "portrait/random.glsl"
#include "portrait/walk_parts.glsl"
#include "portrait/walk.glsl"

const int flat_ = 0, full = 1, edge = 2, line = 3, grating = 4;

float floorMm() { return inputs.floorMm; }
float forwardness() { return inputs.forwardness; }
float forwardDepth() { return inputs.forwardness > 0.0 ? inputs.forwardDepthMm : 0.0; }

bool inkedAt(float x) {
    if (inputs.shape == full) return true;
    if (inputs.shape == edge) return x < 0.0;
    if (inputs.shape == line) return abs(x) < 0.5 * inputs.widthMm;
    if (inputs.shape == grating) return fract(x / inputs.widthMm) < 0.5;
    return false;
}

Matter skinAt(float z) {
    if (z < inputs.epidermisMm) return Matter(vec4(inputs.epidermisAbsorb), vec4(inputs.epidermisScatter));
    return Matter(vec4(inputs.dermisAbsorb), vec4(inputs.dermisScatter));
}

Matter matterAt(vec3 at) {
    Matter here = skinAt(at.z);
    if (at.z < inputs.inkTopMm || at.z >= inputs.inkBottomMm || !inkedAt(at.x)) return here;
    return Matter(here.absorb + inputs.inkAbsorb, here.scatter + inputs.inkScatter);
}

/// Zones between the borders of epidermis and ink, in order of depth.
Zone zoneAt(vec3 at, float down) {
    float borders[3] = float[3](min(inputs.epidermisMm, inputs.inkTopMm), 0.0, inputs.inkBottomMm);
    borders[1] = clamp(max(inputs.epidermisMm, inputs.inkTopMm), borders[0], inputs.inkBottomMm);
    if (inputs.shape == flat_) borders = float[3](inputs.epidermisMm, inputs.epidermisMm, inputs.epidermisMm);
    Zone zone = Zone(0.0, 0.0, bottomless, bottomless);
    for (int i = 0; i < 3; ++i) {
        if (at.z > borders[i] || (at.z == borders[i] && down > 0.0)) {
            zone.low = borders[i];
        } else {
            zone.high = borders[i];
            break;
        }
    }
    float middle = zone.low + 0.5 * min(zone.high - zone.low, 1.0);
    Matter most = skinAt(middle);
    if (inputs.shape != flat_ && middle >= inputs.inkTopMm && middle < inputs.inkBottomMm)
        most = Matter(most.absorb + inputs.inkAbsorb, most.scatter + inputs.inkScatter);
    zone.bound = extinctionOf(most, forwardAt(at.z, down)).x;
    return zone;
}

/// Light that comes in at a cosine distribution and was let through the surface.
Walker begun(float x, inout uint state) {
    float angle = twoPi * chance(state), sine2 = chance(state);
    while (chance(state) < fresnelExact(sqrt(1.0 - sine2), skinIndex)) sine2 = chance(state);
    return walkerFrom(vec2(x, 0.0), sqrt(sine2) * vec2(cos(angle), sin(angle)));
}

void main() {
    int thread = int(gl_GlobalInvocationID.x);
    if (thread >= inputs.walkers) return;
    uint state = pathHash(uint(thread), 0u, inputs.seed);
    int bin = thread % inputs.bins, left = inputs.walks;
    float sum = 0.0;
    bool walking = false;
    Walker w;
    while (true) {
        if (!walking) {
            if (left-- == 0) break;
            w = begun(inputs.lowMm + (float(bin) + chance(state)) * inputs.binMm, state);
            walking = true;
        }
        if (!walkOn(w, state)) continue;
        walking = false;
        if (inputs.litBelow == 0 || w.at.x < 0.0) sum += w.weight.x;
    }
    sums[thread] = sum;
}
