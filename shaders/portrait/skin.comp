#version 460
#extension GL_GOOGLE_include_directive : require
// The bare skin each pixel sees: its place, the light that leaves it, its relief and gloss.
#include "shared/language.h"
#include "portrait/bare_laws.h"
#include "portrait/card_laws.h"
#include "portrait/tint_laws.h"
#include "portrait/scatter_laws.h"
#include "portrait/gloss_laws.h"
#include "skin/relief_laws.h"
#include "portrait/frame_step.h"

layout(local_size_x = 64, local_size_y = 1) in;
layout(push_constant) uniform Push { SubFrameInputs inputs; };
layout(set = 0, binding = 0, std430) readonly buffer Frame { Shot shot; };
layout(set = 0, binding = 1, std430) readonly buffer Vertices { SkinVertex vertices[]; };
layout(set = 0, binding = 2, std430) readonly buffer Corners { uint corners[]; };
layout(set = 0, binding = 3, std430) readonly buffer Lit { LitVertex lit[]; };
layout(set = 0, binding = 4, r32ui) uniform readonly uimage2D seen;
layout(set = 0, binding = 5) uniform sampler2D tile;
layout(set = 0, binding = 6, rgba32f) uniform writeonly image2D place;   // xyz mm; w: mm a pixel covers, 0 off the body
layout(set = 0, binding = 7, rgba16f) uniform writeonly image2D light;   // rgb that leaves the skin; a: furrow's gloss
layout(set = 0, binding = 8, rgba16f) uniform writeonly image2D normal;  // with relief; a: variance of slopes not resolved
layout(set = 0, binding = 9, rgba16f) uniform writeonly image2D level;   // normal without relief; a: nail
layout(set = 0, binding = 10, rgba16f) uniform writeonly image2D visible;  // cards; a: openness

#include "portrait/pixel_place.glsl"
#include "portrait/relief_tile.glsl"

void main() {
    ivec2 pixel = ivec2(gl_GlobalInvocationID.xy), size = imageSize(place);
    if (any(greaterThanEqual(pixel, size))) return;
    uint triangle = imageLoad(seen, pixel).r;
    if (triangle == 0u) {
        imageStore(place, pixel, vec4(0.0));
        return;
    }
    uvec3 c = cornersOf(triangle - 1u);
    vec3 a = vertices[c.x].place.xyz, ab = vertices[c.y].place.xyz - a, ac = vertices[c.z].place.xyz - a, across = cross(ab, ac);
    vec2 clip = (vec2(pixel) + 0.5 + inputs.jitter) / vec2(size) * vec2(2.0, -2.0) + vec2(-1.0, 1.0);
    vec3 ray = rayThrough(clip);
    vec3 p = shot.eye.xyz + ray * (dot(a - shot.eye.xyz, across) / dot(ray, across));
    vec3 w = clamp(weightsOf(ab, ac, p - a), 0.0, 1.0);
    w /= w.x + w.y + w.z;
    p = a + w.y * ab + w.z * ac;  // a ray that grazes the triangle meets its plane far away
    vec3 n = normalize(w.x * vertices[c.x].normal.xyz + w.y * vertices[c.y].normal.xyz + w.z * vertices[c.z].normal.xyz);
    vec4 colour = w.x * vertices[c.x].colour + w.y * vertices[c.y].colour + w.z * vertices[c.z].colour;
    vec4 falling = w.x * lit[c.x].light + w.y * lit[c.y].light + w.z * lit[c.z].light;
    vec3 toLight = w.x * lit[c.x].toLight.xyz + w.y * lit[c.y].toLight.xyz + w.z * lit[c.z].toLight.xyz;
    vec4 open = w.x * lit[c.x].visible + w.y * lit[c.y].visible + w.z * lit[c.z].visible;

    vec3 toEye = shot.eye.xyz - p;
    float facing = max(dot(n, normalize(toEye)), 0.1), covers = length(toEye) * shot.eye.w / sqrt(facing);
    float mip = max(log2(covers * inputs.tileTexels / (shot.skyTop.w * float(inputs.tileCells))) - 0.5, 0.0);
    vec3 share = planeShares(n);
    Relief relief = reliefAt(p, share, mip);
    float nail = nailShare(colour.a), steep = (1.0 - nail) * reliefShown * shot.skyBottom.w / shot.skyTop.w;
    vec3 slope = steep * (relief.slope - n * dot(relief.slope, n));
    vec3 bent = normalize(n - slope);
    float relit = dot(toLight, bent - n) / max(greyOf(falling.rgb), 1e-3);
    vec3 near = 1.0 - shot.bareBelow.rgb / shot.bare.rgb;
    vec3 leaves = shot.bare.rgb * colour.rgb * falling.rgb;
    leaves *= max(1.0 + relit * vec3(reliefContrast(near.r), reliefContrast(near.g), reliefContrast(near.b)), 0.3);
    float furrow = (1.0 - nail) * (reliefMeanShare - relief.height / max(share.x + share.y + share.z, 1e-3)) / reliefMeanShare;
    imageStore(place, pixel, vec4(p, covers));
    imageStore(light, pixel, vec4(leaves, furrowGloss(furrow)));
    imageStore(normal, pixel, vec4(bent, max(steep * steep * relief.square - dot(slope, slope), 0.0)));
    imageStore(level, pixel, vec4(n, nail));
    imageStore(visible, pixel, open);
}
