// What the kernels of a frame share: camera, lights and person in one buffer, and the blocks of the single passes. Lengths in
// mm, light in units in which a white sheet facing the key light shows 1.
#if defined(__cplusplus) || !defined(INKHEAL_PORTRAIT_SCENE_STEP_H)
#define INKHEAL_PORTRAIT_SCENE_STEP_H

struct Lamp {
    vec4 direction;  // xyz from the skin to the light, unit; w: distance to its middle, in half widths of a unit softbox (unused)
    vec4 right;      // xyz unit; w: tangent of half its width as seen from the skin
    vec4 up;         // xyz unit; w: tangent of half its height
    vec4 light;      // rgb irradiance it gives a surface facing it; w: 1 if it casts the shadow map's shadow
};

struct Scene {
    mat4 clipFromWorld;
    mat4 shadowFromWorld;
    vec4 eye;          // xyz mm; w: width of a pixel at 1 mm, mm
    vec4 rayOrigin;    // direction through the lower left corner of the picture
    vec4 rayRight;     // to the lower right one
    vec4 rayUp;        // to the upper left one
    vec4 bareTint;     // rgb diffuse reflectance of untouched skin; w: melanin of the tone, 0..1
    vec4 skyUp;        // rgb ambient light from above; w: exposure
    vec4 skyDown;      // rgb from below; w: radius of shadow blur in shadow texels
    vec4 upAxis;       // xyz: up in the world; w: size of a shadow texel, mm
    vec4 backdrop;     // rgb of the surround; w: samples so far
    vec4 skin;         // x micro-relief depth mm, y relief tile size mm, z base roughness, w nail of 0..1 (unused)
    Lamp lamps[4];
};

struct VertexInputs {  // visible, shadow, chart coordinates come from buffers
    mat4 clipFromWorld;
};

struct PixelInputs {
    int width, height;
    int sample_;       // number of the sub-frame
    int samples;
};

struct LayInputs {     // lay: one piece over the skin
    vec4 bareTint;
    vec2 originMm;     // of the look's grid
    vec2 sizeMm;
    float texelMm;
    float fadeMm;      // over which the chart gives way to the limb
    int width, height;
};

struct TileInputs {
    float cells;       // of the primary relief across the tile
    float depthMm;
    float tileMm;
    uint seed;
};

#endif
