#pragma once
// The response of skin and ink to one line or edge, in one spectral band on a plane: the tint's and the frame's own
// kernels, given coefficients instead of a tone. What Monte Carlo curves are held against.

#include <vector>

#include "gpu/commands.h"

namespace inkheal::portrait {

/// Coefficients per mm: reduced scattering (epidermis and dermis alike) and absorption; index 1.4.
struct ResponseSkin {
    double scatter = 3.83, epidermisAbsorb = 1.24, dermisAbsorb = 0.17;
    double epidermisMm = 0.08;
};

/// Ink between two depths.
struct ResponseInk {
    double absorb = 20, topMm = 0.08, bottomMm = 0.5;
};

/// Where ink lies, or light falls: no ink, ink everywhere, ink where x < 0, a line about x = 0, lines and gaps of one
/// width; bare skin and solid ink lit where x < 0.
struct ResponseShape {
    enum class Kind { flat, full, edge, line, grating, shadow, shadowOnInk } kind = Kind::flat;
    double mm = 0;  // width of the line; of each line of the grating and of the gap after it
};

struct ResponsePoint {
    double xMm, reflectance;
};

/// Reflectance from x = -3 to 3 mm in steps of 0.02: light that leaves over light that falls where all is lit, without
/// the surface's own gloss.
std::vector<ResponsePoint> response(gpu::Device& device, const ResponseSkin& skin, const ResponseInk& ink,
                                    const ResponseShape& shape);

}  // namespace inkheal::portrait
