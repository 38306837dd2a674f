#version 460
#extension GL_GOOGLE_include_directive : require
// The tint under even light: what returns above the ink, and what crosses the ink on its way in and out.
#include "shared/language.h"
#include "skin/layer_laws.h"
#include "portrait/tint_step.h"
#include "portrait/tint_laws.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { TintInputs inputs; };
layout(set = 0, binding = 0, rgba16f) uniform readonly image2D above;
layout(set = 0, binding = 1, rgba16f) uniform readonly image2D seen;
layout(set = 0, binding = 2) uniform sampler2D coarse;
layout(set = 0, binding = 3) uniform sampler2D middle;
layout(set = 0, binding = 4) uniform sampler2D outer;
layout(set = 0, binding = 5, rgba32f) uniform writeonly image2D tint;

void main() {
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy);
    if (any(greaterThanEqual(texel, imageSize(tint)))) return;
    vec3 over = imageLoad(above, texel).rgb * enteringShare;
    vec3 near = imageLoad(seen, texel).rgb;
    vec2 at = (vec2(texel) + 0.5) / (vec2(textureSize(coarse, 0)) * float(inputs.coarseTexels));
    vec3 narrow = textureLod(coarse, at, 0.0).rgb, mid = textureLod(middle, at, 0.0).rgb, broad = textureLod(outer, at, 0.0).rgb;
    vec3 far = vec3(wideOf(narrow.r, mid.r, broad.r), wideOf(narrow.g, mid.g, broad.g), wideOf(narrow.b, mid.b, broad.b));
    vec3 crossing = inputs.bare.rgb - inputs.bareAbove.rgb;
    vec3 light = vec3(flatTint(over.r, crossing.r, near.r, far.r), flatTint(over.g, crossing.g, near.g, far.g),
                      flatTint(over.b, crossing.b, near.b, far.b));
    imageStore(tint, texel, vec4(clamp(light, 0.0, 1.0), 1.0));
}
