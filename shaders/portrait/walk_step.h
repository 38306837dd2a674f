// A slab of plain layers with one shape of ink, for the walk alone: what portrait/walk tells the device.
// Lengths in mm, coefficients per mm.
#if defined(__cplusplus) || !defined(INKHEAL_PORTRAIT_WALK_STEP_H)
#define INKHEAL_PORTRAIT_WALK_STEP_H

struct WalkInputs {
    float epidermisMm, epidermisAbsorb, epidermisScatter;
    float dermisAbsorb, dermisScatter;
    float inkAbsorb, inkScatter, inkTopMm, inkBottomMm;
    float widthMm;  // of a line or of one period of a grating
    float lowMm, binMm;
    float floorMm;
    float forwardDepthMm;  // below it scattering is even
    int shape;             // Walk::Shape
    int bins;
    int walks;     // of each thread
    int walkers;   // threads
    int litBelow;  // 1: only light that falls on x < 0 counts
    uint seed;
    float forwardness;  // mean cosine of a scattering; the coefficients are reduced by it
    int unused0, unused1, unused2;
};

#endif
