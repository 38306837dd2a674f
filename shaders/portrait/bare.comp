#version 460
#extension GL_GOOGLE_include_directive : require
// The skin a pixel sees, before any tattoo: place, colour, relief and gloss.
#include "shared/language.h"
#include "portrait/light_laws.h"
#include "portrait/person_laws.h"
#include "portrait/scene_step.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { PixelInputs inputs; };
layout(set = 0, binding = 0, std430) readonly buffer Positions { vec4 position[]; };  // w: openness
layout(set = 0, binding = 1, std430) readonly buffer Corners { uint corner[]; };
layout(set = 0, binding = 2, std430) readonly buffer Normals { vec4 normal[]; };      // w: curvature per mm
layout(set = 0, binding = 3, std430) readonly buffer Anatomies { vec4 anatomy[]; };   // palmar, nail, digit, mm along the limb
layout(set = 0, binding = 4, std430) readonly buffer Frame { Scene scene; };
layout(set = 0, binding = 5, r32ui) uniform readonly uimage2D visible;
layout(set = 0, binding = 6) uniform sampler2D relief;
layout(set = 0, binding = 7, rgba32f) uniform writeonly image2D place;   // xyz mm; w: mm a pixel covers, 0 for background
layout(set = 0, binding = 8, rgba16f) uniform writeonly image2D colour;  // rgb; a: openness
layout(set = 0, binding = 9, rgba16f) uniform writeonly image2D shape;   // normal with relief; a: roughness
layout(set = 0, binding = 10, rgba16f) uniform writeonly image2D smooth_; // normal without relief; a: curvature
layout(set = 0, binding = 11, rgba16f) uniform writeonly image2D coat;   // wet, crust, silver, unused

#include "portrait/place.glsl"

void main() {
    ivec2 pixel = ivec2(gl_GlobalInvocationID.xy);
    if (any(greaterThanEqual(pixel, ivec2(inputs.width, inputs.height)))) return;
    ivec2 at = ivec2(pixel.x, inputs.height - 1 - pixel.y);
    uint seen = imageLoad(visible, pixel).r;
    if (seen == 0u) {
        imageStore(place, pixel, vec4(0.0));
        return;
    }
    uvec3 c = cornersOf(seen - 1u);
    vec4 a = position[c.x], b = position[c.y], d = position[c.z];
    vec3 ray = rayThrough(jittered(at, inputs));
    vec3 w = weightsAt(a.xyz, b.xyz, d.xyz, scene.eye.xyz, ray);
    vec3 mm = w.x * a.xyz + w.y * b.xyz + w.z * d.xyz;
    float open = clamp(w.x * a.w + w.y * b.w + w.z * d.w, 0.0, 1.0);
    vec4 facing = w.x * normal[c.x] + w.y * normal[c.y] + w.z * normal[c.z];
    vec4 body = w.x * anatomy[c.x] + w.y * anatomy[c.y] + w.z * anatomy[c.z];
    vec3 n = normalize(facing.xyz), toEye = scene.eye.xyz - mm;
    float covers = length(toEye) * scene.eye.w / max(dot(n, normalize(toEye)), 0.25);

    // Micro-relief from the tile, on the two or three planes the surface faces.
    float level = log2(max(covers / (scene.skin.y / float(textureSize(relief, 0).x)), 1.0));
    vec3 faces = pow(abs(n), vec3(6.0));
    faces /= faces.x + faces.y + faces.z;
    vec3 sx = textureLod(relief, mm.yz / scene.skin.y, level).xyz;
    vec3 sy = textureLod(relief, mm.zx / scene.skin.y + 0.37, level).xyz;
    vec3 sz = textureLod(relief, mm.xy / scene.skin.y + 0.71, level).xyz;
    float nail = clamp(body.y, 0.0, 1.0), depth = reliefOn(body.x, nail);
    vec3 slope = faces.x * vec3(0.0, sx.xy) + faces.y * vec3(sy.y, 0.0, sy.x) + faces.z * vec3(sz.xy, 0.0);
    float square = faces.x * sx.z + faces.y * sy.z + faces.z * sz.z;
    vec3 bent = normalize(n - depth * (slope - n * dot(slope, n)));
    float left = max(square - dot(slope, slope), 0.0) * depth * depth;
    float rough = roughnessWith(mix(scene.skin.z, nailRoughness, nail), 0.5 * left);

    float patchy = smoothNoise(mm.x / 9.0, mm.y / 9.0, mm.z / 9.0) + 0.6 * smoothNoise(mm.x / 2.7, mm.y / 2.7, mm.z / 2.7) - 0.8;
    float spots = smoothNoise(mm.x / 5.1 + 31.0, mm.y / 5.1, mm.z / 5.1) - 0.5;
    float blood = bloodOn(patchy, body.x, nail, open), melanin = melaninOn(spots, body.x, nail, scene.bareTint.w);
    vec3 skin = vec3(coloured(scene.bareTint.r, blood, melanin, bloodLossRed, melaninLossRed),
                     coloured(scene.bareTint.g, blood, melanin, bloodLossGreen, melaninLossGreen),
                     coloured(scene.bareTint.b, blood, melanin, bloodLossBlue, melaninLossBlue));
    imageStore(place, pixel, vec4(mm, covers));
    imageStore(colour, pixel, vec4(skin, open));
    imageStore(shape, pixel, vec4(bent, rough));
    imageStore(smooth_, pixel, vec4(n, facing.w));
    imageStore(coat, pixel, vec4(0.0));
}
