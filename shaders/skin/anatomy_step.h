// What the kernel of the lasting structure is told.
#if defined(__cplusplus) || !defined(INKHEAL_SKIN_ANATOMY_STEP_H)
#define INKHEAL_SKIN_ANATOMY_STEP_H

struct AnatomyInputs {
    vec2 originMm;
    float texelMm;
    float cellMm, reliefMm;
    uint seed;
    uint unused0, unused1;
};

#endif
