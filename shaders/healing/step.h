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
    float closing;   // how fast this person's wounds close, 1 as usual
    float pace;      // how fast this person's scales come and redness goes, 1 as usual
    float burn;      // mediator that earlier sun calls for where the skin is wholly hurt
    float unused0;
    int layers;  // of four pigments
    int block;   // texels of the skin across one of the grid on which cells migrate
};

struct DarkenInputs {
    float days;
    float prone;  // tendency to darken after inflammation, 0..1
    float unused0, unused1;
};

struct RinseInputs {
    float amount;  // how thoroughly, 0..1
    float unused0, unused1, unused2;
};

struct FlareInputs {
    int gathered;  // 0: what is to be gathered; 1: what nerves make of it
    int unused0, unused1, unused2;
};

struct SpreadInputs {
    int stepX, stepY;                // direction, in texels
    int reach;                       // texels to each side
    float decay;                     // multiplies the sum: what decays meanwhile
    float leastMetric, metricRange;  // of the metric that the two kernels stand for: the first, and how far the second
    float unused0, unused1;
};

struct EventInputs {
    vec2 fineOriginMm, coarseOriginMm;
    vec2 atMm;  // of a pick, on the chart
    float fineTexelMm, coarseTexelMm;
    float radiusMm;  // round it, 0 everywhere
    float amount;    // strength, or the share that is picked
    int kind;        // as event_laws.h counts them
    int layers;
};

#endif
