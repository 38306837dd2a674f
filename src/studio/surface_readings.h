#pragma once
// One texel's surface in the clinic's numbers, through the same laws the shaders use.
// For the figures of a day and the channels of a chart written to a file.

#include <glm/glm.hpp>

#include "skin/optics.h"

namespace inkheal::studio {

/// Untouched skin as one band of green light sees it, for the haze.
struct GreenSkin {
    double bare = 0.3;              // reflectance
    skin::law::Fluxes overBlack{};  // what returns inside from above perfectly black ink
    double crustAbsorb = 0;         // of dried blood, per mm
    double melaninDepth = 0;
};

struct SurfaceReadings {
    double filmUm = 0, crustMm = 0, swellingUm = 0, heightMm = 0;
    double crusted = 0;  // 1 where crust is thicker than 20 um
    double lifting = 0;  // 1 on a piece of dead skin that has begun to lift
    double flake = 0;    // how far the texel stands off, 0 to 1
    double wet = 0, barrier = 1;
    double closed = 1;  // 1 where epidermis covers it again
    double haze = 0;    // share of the contrast of black hidden by what lies on the skin
};

/// wound to anatomy are the texel's values of skin/fields.h's images; reliefMm is the depth of the site's micro-relief.
SurfaceReadings surfaceReadings(const glm::vec4& wound, const glm::vec4& epidermis, const glm::vec4& film,
                                const glm::vec4& debris, const glm::vec4& anatomy, const GreenSkin& green,
                                double reliefMm);

}  // namespace inkheal::studio
