#version 460
#extension GL_GOOGLE_include_directive : require
// Plasma comes up through the open wound, dries, clots to crust; a crust over closed skin lets go.
#include "shared/language.h"
#include "healing/step.h"
#include "healing/decay_laws.h"
#include "healing/crust_laws.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { StepInputs inputs; };
layout(set = 0, binding = 0, r32f) uniform readonly image2D halfway;
layout(set = 0, binding = 1, rgba32f) uniform readonly image2D epidermis;
layout(set = 0, binding = 2, rgba32f) uniform readonly image2D anatomy;
layout(set = 0, binding = 3, rgba32f) uniform image2D film;
layout(set = 0, binding = 4, rgba32f) uniform image2D wound;

void main() {
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy);
    if (any(greaterThanEqual(texel, imageSize(film)))) return;
    vec4 skin = imageLoad(epidermis, texel);
    if (skin.w <= 0.0) return;
    vec4 f = imageLoad(film, texel), w = imageLoad(wound, texel);
    float open = 1.0 - imageLoad(halfway, texel).r;
    Film next = filmAfter(Film(f.x, f.y, f.z, w.w), skin.w, open, inputs.moisture,
                          gathering(imageLoad(anatomy, texel).y, inputs.moisture), inputs.day, inputs.days);
    imageStore(film, texel, vec4(next.plasma, next.gel, next.crust, f.w));
    w.w = next.blood;
    imageStore(wound, texel, w);
}
