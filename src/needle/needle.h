#pragma once
// Puts a design into the skin on day 0: separates the artwork into the style's pigments, deposits them with the
// needles' footprint and dilation as a column through epidermis and dermis, and wounds the skin by the holes that this
// takes.

#include <memory>

#include "body/chart.h"
#include "design/artwork.h"
#include "design/style.h"
#include "gpu/commands.h"
#include "skin/fields.h"

namespace inkheal::needle {

/// What the palette could and could not say.
struct Separation {
    double meanDeltaE = 0;        // CIE76 between the artwork and the palette's nearest, over the area drawn
    double unreachableShare = 0;  // of the area drawn: where deltaE exceeds 10
};

class Needle {
 public:
    explicit Needle(gpu::Device& device);
    ~Needle();

    /// Writes dose, inking, anatomy and the whole state of day 0. The artwork's centre lies on chart (0,0), turned by
    /// rotateDeg.
    Separation ink(gpu::Commands& commands, const design::Artwork& artwork, const design::Style& style, float rotateDeg,
                   skin::Fields& skin);

 private:
    struct Kernels;
    std::unique_ptr<Kernels> kernels_;
    gpu::Device& device_;
};

}  // namespace inkheal::needle
