#pragma once
// A strip of test marks inked with one pigment and healed by the same needle, care and site as a piece: lines and gaps
// of known widths, read out across. What `survive` knows of sizes it knows from here.

#include <array>
#include <vector>

#include "design/style.h"
#include "gpu/commands.h"
#include "healing/care.h"
#include "needle/needle.h"
#include "portrait/tint.h"
#include "skin/fields.h"
#include "studio/legibility.h"

namespace inkheal::studio {

/// Printed widths of the lines and gaps, mm.
inline constexpr std::array<double, 14> chartWidthsMm = {0.05, 0.08, 0.125, 0.18, 0.25, 0.32, 0.4,
                                                         0.5,  0.65, 0.85,  1.1,  1.5,  2.1,  3.2};

/// Where the marks lie along the strip, mm from its start.
struct StripLayout {
    std::vector<double> linesMm, gapsMm;      // middles, one for each width; gaps between two lines as wide as they
    std::vector<double> slotsMm;              // and between solids
    double bareMm = 0, solidMm = 0;           // the middle of skin far from all ink; of a solid
    std::vector<std::array<double, 2>> inks;  // from, to
    double lengthMm = 0;
};
StripLayout stripLayout();

/// Contrasts of lines against skin, of gaps against the lines beside them (as wide as the gap), and of slots against
/// the solids beside them, by chartWidthsMm; and of the solid.
struct StripReading {
    std::vector<double> lines, gaps, slots;
    double solid = 0;
};

/// Of the light along a strip, as an onlooker has it.
StripReading readStrip(const std::vector<glm::dvec3>& light, double texelMm, double distanceMm);

/// What one strip is made of. The colour is the artwork's for it; the tray of `style` holds one pigment.
struct StripWish {
    design::Style style;
    glm::dvec3 colour{0};
    skin::SiteConstants site;
    skin::Tone tone;
    healing::Care care;
    std::uint32_t seed = 1;
    float texelsPerMm = 20;
};

/// Light along the healed strip on each of `days` (ascending), a value a texel, averaged over its width: of the skin
/// and the ink, and the even share that the surface sends back and that hides both on dark skin.
std::vector<std::vector<glm::dvec3>> healStrip(gpu::Device& device, needle::Needle& needle, portrait::Tinter& tinter,
                                               const StripWish& wish, const std::vector<double>& days);

/// What an out-of-focus photograph of the fresh piece would say of `day`: one Gaussian, the healed edge's and the
/// spread of the years since, the same for every site, tone and pigment.
double photoBlurMm(double day);

}  // namespace inkheal::studio
