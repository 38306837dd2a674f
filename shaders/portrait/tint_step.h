// What the kernels of tint and look are told.
// C++ fills these once a simulated state; sizes are multiples of 16 bytes.
#if defined(__cplusplus) || !defined(INKHEAL_PORTRAIT_TINT_STEP_H)
#define INKHEAL_PORTRAIT_TINT_STEP_H

struct TintInputs {  // tint, tint_coarse, tint_compose
    vec4 bare;       // rgb of untouched skin; w unused
    vec4 bareAbove;  // rgb returned above ink in untouched skin; w unused
    float epidermisMm;
    float cleanMm;     // settled dermis over the ink
    float inkMm;       // dermis that holds it
    float reliefMm;    // depth of the site's micro-relief
    int layers;        // of four pigments
    int bloodSteps;    // of the table of bare skin over excess blood 0 to 1
    int darkSteps;     // and over excess melanin 0 to mostDarkening
    int coarseTexels;  // fine texels across a coarse one
};

struct BlurInputs {    // tint_reach, tint_blur, tint_wide
    int stepX, stepY;  // the direction, in texels
    int reach;         // texels to each side
    float texelMm;
    vec4 scale;  // rgb: tint_reach and tint_wide: standard deviation, mm; tint_blur: law::scatterStretch
};

struct LookInputs {  // look
    vec2 originMm;   // of the chart's grid
    float texelMm;
    float reliefMm;  // of the site's micro-relief
    uint seed;
    float ointment;  // share of the skin that shines with it
    int unused0, unused1;
};

#endif
