#version 460
#extension GL_GOOGLE_include_directive : require
// Lays one piece over the bare skin that pixels see: its light, its relief and what lies on it.
#include "shared/language.h"
#include "portrait/tint_laws.h"
#include "portrait/scatter_laws.h"
#include "portrait/gloss_laws.h"
#include "portrait/frame_step.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { PieceInputs inputs; };
layout(set = 0, binding = 0, std430) readonly buffer Frame { Shot shot; };
layout(set = 0, binding = 1, std430) readonly buffer Vertices { SkinVertex vertices[]; };
layout(set = 0, binding = 2, std430) readonly buffer Corners { uint corners[]; };
layout(set = 0, binding = 3, std430) readonly buffer Chart { vec2 chart[]; };  // mm; far off outside the chart
layout(set = 0, binding = 4, r32ui) uniform readonly uimage2D seen;
layout(set = 0, binding = 5, rgba32f) uniform readonly image2D place;
layout(set = 0, binding = 6) uniform sampler2D skin;
layout(set = 0, binding = 7) uniform sampler2D slopes;
layout(set = 0, binding = 8) uniform sampler2D surface;
layout(set = 0, binding = 9, rgba16f) uniform readonly image2D level;
layout(set = 0, binding = 10, rgba16f) uniform image2D light;
layout(set = 0, binding = 11, rgba16f) uniform image2D normal;
layout(set = 0, binding = 12, rgba16f) uniform image2D coat;  // wet, crust, dry, unused

#include "portrait/pixel_place.glsl"

void main() {
    ivec2 pixel = ivec2(gl_GlobalInvocationID.xy);
    if (any(greaterThanEqual(pixel, imageSize(place)))) return;
    uint triangle = imageLoad(seen, pixel).r;
    if (triangle == 0u) return;
    uvec3 c = cornersOf(triangle - 1u);
    vec2 ua = chart[c.x], ub = chart[c.y] - ua, uc = chart[c.z] - ua;
    if (max(ua.x, max(ub.x + ua.x, uc.x + ua.x)) > 1e6) return;
    vec4 here = imageLoad(place, pixel);
    vec3 a = vertices[c.x].place.xyz, ab = vertices[c.y].place.xyz - a, ac = vertices[c.z].place.xyz - a;
    vec3 w = clamp(weightsOf(ab, ac, here.xyz - a), 0.0, 1.0);
    vec2 uv = (ua + w.y * ub + w.z * uc - inputs.originMm) / inputs.sizeMm;
    if (any(lessThan(uv, vec2(0.0))) || any(greaterThan(uv, vec2(1.0)))) return;
    float mip = max(log2(here.w / inputs.texelMm) - 0.5, 0.0);
    vec4 diffuse = textureLod(skin, uv, mip);
    float weight = diffuse.a, rest = 1.0 - weight;
    if (weight <= leastWeight) return;
    vec4 relief = textureLod(slopes, uv, mip), top = textureLod(surface, uv, mip);
    vec3 colour = w.x * vertices[c.x].colour.rgb + w.y * vertices[c.y].colour.rgb + w.z * vertices[c.z].colour.rgb;

    // Directions on the skin along which the paper's x and y run.
    float det = 1.0 / (ub.x * uc.y - ub.y * uc.x);
    vec3 alongX = (ab * uc.y - ac * ub.y) * det, alongY = (ac * ub.x - ab * uc.x) * det;
    vec4 flatTo = imageLoad(level, pixel), bent = imageLoad(normal, pixel), old = imageLoad(light, pixel);
    float shown = mix(reliefShown, 1.0, clamp(top.z + top.w, 0.0, 1.0));
    vec3 slopeHere = shown * (relief.x * alongX + relief.y * alongY);
    vec3 slopeOld = flatTo.xyz - bent.xyz / max(dot(bent.xyz, flatTo.xyz), 0.2);
    vec3 slope = (weight * slopeHere + rest * slopeOld) * blendGain(weight);
    float variance = weight * shown * shown * max(relief.z - dot(relief.xy, relief.xy), 0.0) + rest * bent.a;
    float furrow = furrowGloss(-relief.w / max(0.6 * shot.relief.y, 1e-4));
    imageStore(light, pixel, vec4(old.rgb * rest + diffuse.rgb * colour, mix(old.a, furrow, weight)));
    imageStore(normal, pixel, vec4(normalize(flatTo.xyz - slope), variance));
    imageStore(coat, pixel, imageLoad(coat, pixel) * rest + vec4(top.yzw, 0.0) * weight);
}
