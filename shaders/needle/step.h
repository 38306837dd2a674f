// What the needle's kernels are told, and what they tell each other.
// C++ fills these once a piece; sizes are multiples of 16 bytes.
#if defined(__cplusplus) || !defined(INKHEAL_NEEDLE_STEP_H)
#define INKHEAL_NEEDLE_STEP_H

struct PlaceInputs {  // separate: where the artwork lies on the chart
    vec2 originMm;    // chart mm of the grid's corner
    vec2 sizeMm;      // of the artwork
    float texelMm;
    float turnCos, turnSin;  // of the anticlockwise turn
    int samples;             // of the artwork across a texel
    int nodes;               // of the separation table, per axis
    int layers;              // of four pigments
    int black;               // its number on the tray, -1 for none
    float lightestWash;      // of black, a share of its full strength
    float passes;            // that a full fill takes
    int unused0, unused1, unused2;
};

struct NeedleInputs {  // spread, deposit
    float texelMm;
    float footprintMm;                      // width of the line a single pass of the liner leaves
    float lineDilationMm, solidDilationMm;  // added at each edge
    float lineHoles, solidHoles;            // area of holes over that of fully worked skin
    int reach;                              // texels to look round
    int layers;
};

struct WoundInputs {  // wound, mediate
    vec2 fineOriginMm, coarseOriginMm;
    float fineTexelMm, coarseTexelMm;
    float epidermisMm;                  // of the site
    float lineColumnMm, solidColumnMm;  // depth to which holes fill
    uint seed;
    int unused0, unused1;
};

#endif
