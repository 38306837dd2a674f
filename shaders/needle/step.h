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
    int unused0, unused1;
};

struct NeedleInputs {  // spread, deposit
    float texelMm;
    float footprintMm;  // width of the line a single pass leaves
    float dilationMm;   // added at each edge
    int reach;          // texels to look round
    int layers;
    int unused0, unused1, unused2;
};

struct WoundInputs {  // wound, mediate
    vec2 fineOriginMm, coarseOriginMm;
    float fineTexelMm, coarseTexelMm;
    int layers;
    int unused0;
};

#endif
