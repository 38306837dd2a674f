// Strands of hair as the frame draws them, and what it draws them with. Lengths in mm.
// For the shaders that draw hair and its shadow, and the C++ that lays it.
#if defined(__cplusplus) || !defined(INKHEAL_PORTRAIT_HAIR_STEP_H)
#define INKHEAL_PORTRAIT_HAIR_STEP_H

const int hairSegments = 5;
const int hairCorners = 12;  // two at each end of a segment

struct HairStrand {
    vec4 root;    // xyz on the skin; w: thickness there
    vec4 bend;    // xyz control point of its parabola; w: thickness at its tip
    vec4 tip;     // xyz; w: concentration of eumelanin
    uint vertex;  // of the body, nearest to its root
    uint unused0, unused1, unused2;
};

struct HairInputs {  // hair, hair_shadow
    mat4 toClip;
    vec2 pixels;  // of the picture
    int side;     // seen triangles across a pixel
    int card;     // hair_shadow: whose
};

#endif
