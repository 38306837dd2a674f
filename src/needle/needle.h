#pragma once
// Puts a design into the skin on day 0: separates the artwork into the style's pigments, deposits them as an epidermal
// and a dermal part with the needle's footprint and dilation, and wounds the skin by the ink load.

#include <memory>

#include "body/chart.h"
#include "design/artwork.h"
#include "design/style.h"
#include "gpu/commands.h"
#include "skin/fields.h"

namespace inkheal::needle {

/// What the palette could and could not say.
struct Separation {
    double meanDeltaE = 0;        // CIE76 between artwork and the palette's nearest, over inked texels
    double unreachableShare = 0;  // inked texels whose deltaE exceeds 10
};

class Needle {
 public:
    explicit Needle(gpu::Device& device);
    ~Needle();

    /// Writes dose, anatomy and the whole state of day 0. The artwork's centre lies on chart (0,0), turned by
    /// rotateDeg.
    Separation ink(gpu::Commands& commands, const design::Artwork& artwork, const design::Style& style, float rotateDeg,
                   skin::Fields& skin);

 private:
    struct Kernels;
    std::unique_ptr<Kernels> kernels_;
    gpu::Device& device_;
};

}  // namespace inkheal::needle
