#version 460
#extension GL_GOOGLE_include_directive : require
// Diffuse light that leaves the skin of a piece: returned above the ink, and twice through it (form H).
#include "shared/language.h"
#include "portrait/tint_laws.h"
#include "portrait/scatter_laws.h"
#include "portrait/frame_step.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { PieceInputs inputs; };
layout(set = 0, binding = 0, std430) readonly buffer Frame { Shot shot; };
layout(set = 0, binding = 1, rgba16f) uniform readonly image2D above;
layout(set = 0, binding = 2, rgba16f) uniform readonly image2D seen;
layout(set = 0, binding = 3) uniform sampler2D light;
layout(set = 0, binding = 4) uniform sampler2D crossed;
layout(set = 0, binding = 5) uniform sampler2D wide;
layout(set = 0, binding = 6, rgba16f) uniform writeonly image2D skin;  // a: weight of the chart over the limb

void main() {
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy), size = imageSize(skin);
    if (any(greaterThanEqual(texel, size))) return;
    vec2 uv = (vec2(texel) + 0.5) / vec2(size), low = uv * inputs.sizeMm, high = inputs.sizeMm - low;
    vec4 broad = textureLod(wide, uv, 0.0);
    float weight = chartWeight(min(min(low.x, low.y), min(high.x, high.y)), broad.a);
    if (weight <= 0.0) {
        imageStore(skin, texel, vec4(0.0));
        return;
    }
    vec4 falling = textureLod(light, uv, 0.0), narrow = textureLod(crossed, uv, 0.0);
    vec3 e = falling.rgb / max(falling.a, leastCovered), near = narrow.rgb / max(narrow.a, leastCovered);
    vec3 far = broad.rgb / max(broad.a, leastCovered);
    vec3 a = imageLoad(above, texel).rgb, m = imageLoad(seen, texel).rgb, b = shot.bareBelow.rgb;
    vec3 out_ = vec3(scatteredLight(a.r, b.r, m.r, e.r, near.r, far.r), scatteredLight(a.g, b.g, m.g, e.g, near.g, far.g),
                     scatteredLight(a.b, b.b, m.b, e.b, near.b, far.b));
    imageStore(skin, texel, vec4(out_ * weight, weight));
}
