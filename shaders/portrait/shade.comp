#version 460
#extension GL_GOOGLE_include_directive : require
// What each pixel sees: skin, the pieces on it and their gloss, or the wall; adds the sub-frame to the picture.
#include "shared/language.h"
#include "portrait/bare_laws.h"
#include "portrait/crease_laws.h"
#include "portrait/card_laws.h"
#include "portrait/tint_laws.h"
#include "portrait/scatter_laws.h"
#include "portrait/gloss_laws.h"
#include "portrait/mirrored_card_laws.h"
#include "portrait/mirrored_laws.h"
#include "portrait/sky_laws.h"
#include "portrait/pixel_laws.h"
#include "portrait/shadow_laws.h"
#include "portrait/develop_laws.h"
#include "skin/relief_laws.h"
#include "skin/view_laws.h"
#include "portrait/frame_step.h"

layout(local_size_x = 8, local_size_y = 8) in;
layout(push_constant) uniform Push { SubFrameInputs inputs; };
layout(set = 0, binding = 0, std430) readonly buffer Frame { Shot storedShot; };
layout(set = 0, binding = 1, std430) readonly buffer Pieces { LaidPiece storedPieces[]; };
layout(set = 0, binding = 2, rgba32f) uniform readonly image2D places;   // of vertices
layout(set = 0, binding = 3, rgba32ui) uniform readonly uimage2D corners;  // of triangles
layout(set = 0, binding = 4, rgba32ui) uniform readonly uimage2D lit;    // two texels a vertex
layout(set = 0, binding = 5, rg32f) uniform readonly image2DArray chart;  // mm of vertices; far off outside it
layout(set = 0, binding = 6, r32ui) uniform readonly uimage2D seen;      // side x side a pixel
layout(set = 0, binding = 7) uniform sampler2D depth;
layout(set = 0, binding = 8) uniform sampler2D tile;
layout(set = 0, binding = 9) uniform sampler2DArray aboves;
layout(set = 0, binding = 10) uniform sampler2DArray seens;
layout(set = 0, binding = 11) uniform sampler2DArray slopes;
layout(set = 0, binding = 12) uniform sampler2DArray drys;
layout(set = 0, binding = 13) uniform sampler2DArray mixed;
layout(set = 0, binding = 14, rgba32f) uniform readonly image2D before;  // the picture, from the second sub-frame on
layout(set = 0, binding = 15, rgba32f) uniform writeonly image2D picture;
layout(set = 0, binding = 16) uniform sampler2D skyMap;
layout(set = 0, binding = 17) uniform sampler2DArray mirrored;
layout(set = 0, binding = 18, r11f_g11f_b10f) uniform readonly image2D hairAdds;
layout(set = 0, binding = 19, r11f_g11f_b10f) uniform readonly image2D hairTakes;

// Fetched before anything else: llvmpipe fetches for all pixels at once only where none of them may be left out.
Shot shot;
LaidPiece firstPiece;

#include "portrait/where.glsl"
#define INKHEAL_SKY_MAP
#include "portrait/sky_light.glsl"
#include "portrait/table.glsl"
#include "portrait/lit_vertex.glsl"

LaidPiece pieceAt(int layer) {
    LaidPiece piece = firstPiece;
    where (layer > 0) piece = storedPieces[layer];
    return piece;
}

#include "portrait/gloss_light.glsl"
#include "portrait/pixel_place.glsl"
#include "portrait/relief_tile.glsl"
#include "portrait/pixel_bare.glsl"
#include "portrait/pixel_piece.glsl"
#include "portrait/pixel_crease.glsl"
#include "portrait/pixel_parts.glsl"

/// What leaves the skin to the eye once its gloss is added.
vec3 glossed(Spot spot, Skin skin) {
    vec3 toEye = normalize(spot.eye - spot.place), n = skin.bent;
    float lean = dot(n, toEye);
    if (lean < uprightFacing) n = normalize(n + toEye * (uprightFacing - lean));
    float wet = clamp(skin.lies.x, 0.0, 1.0), crust = clamp(skin.lies.y, 0.0, 1.0), dry = clamp(skin.lies.z, -1.0, 1.0);
    float rough = skinRoughness(crust, dry, skin.nail), f0 = surfaceF0(skin.nail, crust, dry, wet);
    float taken;
    vec3 sum = skin.furrow * mirror(spot.place, n, toEye, skin.open, rough, skin.variance, f0, true, taken);
    sum += skin.leaves * (1.0 - skin.furrow * taken);
    where (wet > leastWet) {  // a film of plasma fills the relief and mirrors sharply
        vec3 film = normalize(mix(n, skin.level, filmLevels(wet)));
        vec3 over = wet * mirror(spot.place, film, toEye, skin.open, filmRoughness, 0.1 * skin.variance, filmF0, false, taken);
        sum = sum * throughFilm(wet * taken) + over;
    }
    return sum;
}

vec3 skinAt(uint triangle, vec2 at, vec2 size) {
    Spot spot = spotOf(triangle, at / size * vec2(2.0, -2.0) + vec2(-1.0, 1.0), 2.0 / size, inputs.lens, inputs.focusMm);
    Skin skin = bareSkin(spot);
    for (int i = 0; i < inputs.pieces; ++i) layPiece(i, spot, skin);
    fold(spot, skin);
    return glossed(spot, skin);
}

vec3 wallAt(vec2 at, vec2 size) {
    vec2 off = (at - 0.5 * size) / (0.5 * min(size.x, size.y));
    return vec3(wallGrey(off.x, off.y, shot.wall.x, shot.wall.y));
}

void main() {
    shot = storedShot;
    firstPiece = storedPieces[0];
    ivec2 pixel = ivec2(gl_GlobalInvocationID.xy), size = imageSize(picture);
    if (any(greaterThanEqual(pixel, size))) return;
    Parts parts = partsOf(pixel);
    vec2 middle = vec2(pixel) + 0.5;
    vec3 sum = (1.0 - parts.front.share - parts.back.share) * wallAt(middle + inputs.jitter, vec2(size));
    Part part = parts.front;
    for (int left = parts.count; left > 0; --left) {
        sum += part.share * skinAt(part.triangle, middle + part.off, vec2(size));
        part = parts.back;
    }
    where (inputs.hairs > 0) sum = sum * exp(-imageLoad(hairTakes, pixel).rgb) + imageLoad(hairAdds, pixel).rgb;
    sum *= calmed(max(sum.r, max(sum.g, sum.b)), inputs.calm);
    vec4 all = vec4(sum, 1.0);
    where (inputs.frame > 0) all += imageLoad(before, pixel);
    imageStore(picture, pixel, all);
}
