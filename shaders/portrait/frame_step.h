// What the kernels of a frame share. Lengths in mm; light as radiance, already exposed (a white sheet that faces the
// camera shows about 0.8).
#if defined(__cplusplus) || !defined(INKHEAL_PORTRAIT_FRAME_STEP_H)
#define INKHEAL_PORTRAIT_FRAME_STEP_H

struct Card {       // a rectangle, disc or ring of even light; it shines to both sides
    vec4 centre;    // xyz; w: share of a ring's radius that is empty
    vec4 u;         // xyz half an edge, or a radius; w: nearest depth of its shadow map
    vec4 v;         // xyz half the other edge, or the radius across; w: farthest depth
    vec4 radiance;  // rgb; w: 1 if it is round
    mat4 toShadow;  // world to the clip space of its shadow map
};

struct Sky {                // all other light, see sky_laws.h
    mat4 red, green, blue;  // irradiance over pi of a normal n: (n, 1) * (red (n, 1))
    vec4 right, up, back;   // xyz: axes of its map in the world; right.w: what the map is multiplied by
};

struct Shot {
    mat4 toClip;
    vec4 eye;        // xyz; w: mm a pixel covers at 1 mm from the eye
    vec4 right;      // xyz of a ray per unit of clip x; w: nearest depth of the picture
    vec4 up;         // xyz of a ray per unit of clip y; w: farthest depth
    vec4 ahead;      // xyz of the ray in the middle of the picture, unit
    vec4 relief;     // of untouched skin: x its cells, y its depth, mm
    vec4 wall;       // grey: x in the middle, y at the corners
    vec4 bare;       // rgb of untouched skin; w unused
    vec4 bareBelow;  // rgb, the part of it that comes from under the ink's depth; w unused
    vec4 spreadMm;   // rgb: how far light spreads in the skin; w unused
    vec4 lean;       // rgb: how much less leaves straight up than aslant (viewLean); w unused
    Sky sky;
    Card cards[3];
};

struct SkinVertex {
    vec4 place;   // xyz; w: openness
    vec4 normal;  // xyz; w: curvature, per mm
    vec4 colour;  // rgb factor on the skin's reflectance; w: nail
    vec4 crease;  // x: mm beside the nearest one's middle; y: its depth, mm; zw unused
};

struct LaidPiece {  // one layer of the charts
    vec2 originMm;  // of the look's grid
    vec2 sizeMm;
    vec2 fineShare;    // of a layer of its look that the piece fills
    vec2 coarseShare;  // of a layer of its light
    float texelMm;     // of the look
    float lightTexelMm;
    int coarseWidth, coarseHeight;  // texels of its light
};

struct DrawInputs {  // seen, hiding
    mat4 toClip;
};

struct ShadowInputs {  // hidden
    int card;
    int vertices;
    int unused0, unused1;
};

struct MirroredInputs {  // mirrored
    float middleMm;      // from the eye to where the picture is sharp
    float unused0, unused1, unused2;
};

struct LitInputs {  // even_out, lit
    int vertices;
    int unused0, unused1, unused2;
};

struct SubFrameInputs {  // shade
    vec2 jitter;         // of this sub-frame, in pixels round the middle
    vec2 lens;           // where in the lens it is seen from, mm to the right and up
    float focusMm;       // to what is sharp
    float sharpness;     // mips that charts and tile are finer than a pixel
    float tileTexels;    // of one period of the micro-relief
    float tileGutter;
    int tileCells;
    int frame;  // of the sub-frames
    int side;   // seen triangles across a pixel
    int pieces;
    int vertices;     // of the body
    float calm;       // of glints
    float asideTurn;  // 0: gloss by each card; else by the table, its normals turned by so much a mm aside
    int hairs;        // strands drawn over the picture
};

struct PrintInputs {
    mat4 balance;  // upper left 3 x 3: of linear Rec. 709 light
    int gamut;     // of the picture: 0 sRGB, 1 Display P3
    float calm;    // of glints
    int unused0, unused1;
};

struct LayInputs {  // patch_lay
    float texelMm;
    int layer;
    int unused0, unused1;
};

struct PatchInputs {  // patch_light, patch_blur
    int alongX;       // blur: 1 along x, 0 along y
    int reach;        // texels to each side
    float narrow;     // blur: share of what stays within a texel, mixed in, and of the image `middle`
    float middle;
    vec4 sigmaMm;  // rgb: blur: standard deviation; w unused
};

struct PatternInputs {
    int cells;   // across the tile
    int texels;  // of one period
    int gutter;  // texels repeated round it
    uint seed;
};

#endif
