// What the kernel of the lasting structure is told: where its texels lie and what the site is like. skin/anatomy fills
// it; skin/anatomy.comp reads it.
#if defined(__cplusplus) || !defined(INKHEAL_SKIN_ANATOMY_STEP_H)
#define INKHEAL_SKIN_ANATOMY_STEP_H

struct AnatomyInputs {
    vec2 originMm;
    float texelMm;
    float cellMm, reliefMm;
    uint seed;
    float poresPerMm2;
    uint unused0;
};

#endif
