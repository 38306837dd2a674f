// What the healing kernels are told of a step, of one direction of a spread, and of an event: their push blocks, the
// same for C++ and GLSL.
#if defined(__cplusplus) || !defined(INKHEAL_HEALING_STEP_H)
#define INKHEAL_HEALING_STEP_H

struct StepInputs {
    vec4 lossPerYear0, lossPerYear1;  // of captured ink, pigments 0-3 and 4-7: by itself, site and sun together
    vec2 fineOriginMm, coarseOriginMm;
    float fineTexelMm, coarseTexelMm;
    float day;       // at the start of the step
    float days;      // its length
    float moisture;  // 0.2 dry, 0.6 cream, 1 film
    float turnover;  // of the epidermis at this site, 1 = forearm
    float unused0;
    int layers;  // of four pigments
    int block;   // texels of the skin across one of the grid on which cells migrate
    int unused1, unused2, unused3;
};

struct SpreadInputs {
    int stepX, stepY;  // direction, in texels
    int reach;         // texels to each side
    float decay;       // multiplies the sum: what decays meanwhile
    float leastMetric, metricRange;  // of the metric that the two kernels stand for: the first, and how far the second
    float unused0, unused1;
};

struct EventInputs {
    float amount;  // strength of a pick or soak 0..1, or SED of sun
    int kind;      // 0 pick, 1 soak, 2 sun
    int layers;
    int unused0;
    vec2 fineOriginMm, coarseOriginMm;
    float fineTexelMm, coarseTexelMm;
    float unused1, unused2;
};

#endif
