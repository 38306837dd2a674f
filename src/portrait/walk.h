#pragma once
// Light's random walk in a plane slab of skin with one shape of ink, on the device: what Monte Carlo says of a line, an
// edge or a shadow. The same steps (shaders/portrait/walk.glsl) carry light through the skin of `render --reference`.

#include <vector>

#include "gpu/commands.h"

namespace inkheal::portrait {

/// Coefficients per mm in one band, reduced scattering; lengths in mm.
struct Slab {
    enum class Shape { flat, full, edge, line, grating } shape = Shape::flat;  // of the ink; an edge's is at x < 0
    float widthMm = 0.1f;                                                      // of a line, or a grating's period
    float epidermisMm = 0.08f, epidermisAbsorb = 0, epidermisScatter = 1;
    float dermisAbsorb = 0, dermisScatter = 1;
    float inkAbsorb = 0, inkScatter = 0, inkTopMm = 0.1f, inkBottomMm = 0.5f;
    float forwardness = 0.8f;     // mean cosine of a scattering
    float forwardDepthMm = 0.7f;  // below it scattering is even; both as in a reference picture
    float floorMm = 1e6f;         // depth of a white floor; none in skin
    bool litBelow0 = false;       // a shadow: light falls on x < 0 only
};

class Walk {
 public:
    explicit Walk(gpu::Device& device);

    /// Share of cosine-distributed light, the surface's own gloss left out, that leaves the skin at each of `bins` bins
    /// from lowMm on; about `walks` walks a bin. The same seed gives the same numbers.
    std::vector<float> reflectance(gpu::Commands& commands, const Slab& slab, float lowMm, float binMm, int bins,
                                   int walks, std::uint32_t seed = 1);

 private:
    gpu::Device& device_;
    gpu::Kernel kernel_;
};

}  // namespace inkheal::portrait
