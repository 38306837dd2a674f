#version 460
#extension GL_GOOGLE_include_directive : require
// Lays one piece over the skin: its tint, its relief and what covers it, where its chart is.
#include "shared/language.h"
#include "portrait/light_laws.h"
#include "portrait/scene_step.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { LayInputs inputs; };
layout(set = 0, binding = 0, std430) readonly buffer Positions { vec4 position[]; };
layout(set = 0, binding = 1, std430) readonly buffer Corners { uint corner[]; };
layout(set = 0, binding = 2, std430) readonly buffer Chart { vec2 chart[]; };  // mm on the stencil; far off outside it
layout(set = 0, binding = 3, r32ui) uniform readonly uimage2D visible;
layout(set = 0, binding = 4) uniform sampler2D tint;
layout(set = 0, binding = 5) uniform sampler2D surface;
layout(set = 0, binding = 6, rgba32f) uniform readonly image2D place;
layout(set = 0, binding = 7, rgba16f) uniform readonly image2D smooth_;
layout(set = 0, binding = 8, rgba16f) uniform image2D colour;
layout(set = 0, binding = 9, rgba16f) uniform image2D shape;
layout(set = 0, binding = 10, rgba16f) uniform image2D coat;

void main() {
    ivec2 pixel = ivec2(gl_GlobalInvocationID.xy);
    if (any(greaterThanEqual(pixel, ivec2(inputs.width, inputs.height)))) return;
    uint seen = imageLoad(visible, pixel).r;
    if (seen == 0u) return;
    uvec3 c = uvec3(corner[3u * seen - 3u], corner[3u * seen - 2u], corner[3u * seen - 1u]);
    vec2 ua = chart[c.x], ub = chart[c.y], uc = chart[c.z];
    if (max(max(ua.x, ub.x), uc.x) > 1e6) return;
    vec4 here = imageLoad(place, pixel);
    vec3 a = position[c.x].xyz, ab = position[c.y].xyz - a, ac = position[c.z].xyz - a, n = cross(ab, ac), p = here.xyz - a;
    float scale = 1.0 / dot(n, n);
    float wb = dot(cross(p, ac), n) * scale, wc = dot(cross(ab, p), n) * scale;
    vec2 mm = ua + wb * (ub - ua) + wc * (uc - ua);
    vec2 low = mm - inputs.originMm, high = inputs.sizeMm - low;
    float inside = min(min(low.x, low.y), min(high.x, high.y));
    if (inside <= 0.0) return;
    float full = smoothstep(0.0, inputs.fadeMm, inside);

    float level = max(log2(here.w / inputs.texelMm), 0.0);
    vec2 uv = low / inputs.sizeMm, step = vec2(max(inputs.texelMm, 0.7 * here.w)) / inputs.sizeMm;
    vec3 skin = textureLod(tint, uv, level).rgb;
    vec4 top = textureLod(surface, uv, level);
    float east = textureLod(surface, uv + vec2(step.x, 0.0), level).x - textureLod(surface, uv - vec2(step.x, 0.0), level).x;
    float north = textureLod(surface, uv + vec2(0.0, step.y), level).x - textureLod(surface, uv - vec2(0.0, step.y), level).x;
    vec2 slope = vec2(east, north) / (2.0 * step * inputs.sizeMm);

    // Directions on the skin along which the stencil's x and y run.
    vec2 eb = ub - ua, ec = uc - ua;
    float det = 1.0 / (eb.x * ec.y - eb.y * ec.x);
    vec3 alongX = (ab * ec.y - ac * eb.y) * det, alongY = (ac * eb.x - ab * ec.x) * det;
    vec4 flatTo = imageLoad(smooth_, pixel), bent = imageLoad(shape, pixel), old = imageLoad(colour, pixel);
    vec3 raised = normalize(flatTo.xyz - slope.x * alongX - slope.y * alongY);
    // Patches of blood and melanin of the limb show through the tint as they do beside it.
    vec3 patchy = old.rgb / inputs.bareTint.rgb;
    float rough = mix(mix(bent.w, crustRoughness, top.z), silverRoughness, top.w * (1.0 - top.z));
    imageStore(colour, pixel, vec4(mix(old.rgb, skin * patchy, full), old.a));
    imageStore(shape, pixel, vec4(normalize(mix(bent.xyz, raised, full)), mix(bent.w, rough, full)));
    imageStore(coat, pixel, mix(imageLoad(coat, pixel), vec4(top.yzw, 0.0), full));
}
