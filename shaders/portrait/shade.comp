#version 460
#extension GL_GOOGLE_include_directive : require
// Adds gloss to what leaves the skin, or shows the wall, and adds the sub-frame to the picture.
#include "shared/language.h"
#include "portrait/card_laws.h"
#include "portrait/gloss_laws.h"
#include "portrait/mirrored_card_laws.h"
#include "portrait/sky_laws.h"
#include "portrait/develop_laws.h"
#include "portrait/frame_step.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { SubFrameInputs inputs; };
layout(set = 0, binding = 0, std430) readonly buffer Frame { Shot shot; };
layout(set = 0, binding = 1, rgba32f) uniform readonly image2D place;
layout(set = 0, binding = 2, rgba16f) uniform readonly image2D light;
layout(set = 0, binding = 3, rgba16f) uniform readonly image2D normal;
layout(set = 0, binding = 4, rgba16f) uniform readonly image2D level;
layout(set = 0, binding = 5, rgba16f) uniform readonly image2D visible;
layout(set = 0, binding = 6, rgba16f) uniform image2D coat;
layout(set = 0, binding = 7, rgba32f) uniform image2D picture;
layout(set = 0, binding = 8) uniform sampler2D skyMap;

#define INKHEAL_SKY_MAP
#include "portrait/sky_light.glsl"
#include "portrait/gloss_light.glsl"

vec3 shaded(ivec2 pixel, vec4 here) {
    vec4 leaves = imageLoad(light, pixel), bent = imageLoad(normal, pixel), flatTo = imageLoad(level, pixel);
    vec4 seen = imageLoad(visible, pixel), lies = imageLoad(coat, pixel);
    vec3 toEye = normalize(shot.eye.xyz - here.xyz), n = normalize(bent.xyz);
    float lean = dot(n, toEye);
    if (lean < uprightFacing) n = normalize(n + toEye * (uprightFacing - lean));
    float wet = clamp(lies.x, 0.0, 1.0), crust = clamp(lies.y, 0.0, 1.0), dry = clamp(lies.z, 0.0, 1.0);
    float rough = skinRoughness(crust, dry, flatTo.a), f0 = surfaceF0(flatTo.a, crust, wet);
    float taken;
    vec3 sum = leaves.a * mirror(here.xyz, n, toEye, seen, rough, bent.a, f0, true, taken);
    sum += leaves.rgb * (1.0 - leaves.a * taken);
    if (wet > leastWet) {  // a film of plasma fills the relief and mirrors sharply
        vec3 film = normalize(mix(n, flatTo.xyz, filmLevels(wet)));
        vec3 over = wet * mirror(here.xyz, film, toEye, seen, filmRoughness, 0.1 * bent.a, filmF0, false, taken);
        sum = sum * throughFilm(wet * taken) + over;
    }
    imageStore(coat, pixel, vec4(0.0));
    return sum;
}

void main() {
    ivec2 pixel = ivec2(gl_GlobalInvocationID.xy), size = imageSize(picture);
    if (any(greaterThanEqual(pixel, size))) return;
    vec4 here = imageLoad(place, pixel);
    vec3 sum;
    if (here.w > 0.0) {
        sum = shaded(pixel, here);
    } else {
        vec2 at = (vec2(pixel) + 0.5 + inputs.jitter - 0.5 * vec2(size)) / (0.5 * float(min(size.x, size.y)));
        sum = vec3(wallGrey(at.x, at.y, shot.wall.x, shot.wall.y));
    }
    sum *= calmed(max(sum.r, max(sum.g, sum.b)));
    vec4 so_far = inputs.frame == 0 ? vec4(0.0) : imageLoad(picture, pixel);
    imageStore(picture, pixel, so_far + vec4(sum, 1.0));
}
