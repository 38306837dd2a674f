#pragma once
// The artist at the tray: for a colour of the artwork, the few pigments whose healed look, through the skin above them,
// is nearest to it. Skin is the paper, and the veil of skin lies over all; neutral greys are diluted black.

#include <optional>

#include "needle/response.h"

namespace inkheal::needle {

class Palette {
 public:
    explicit Palette(std::span<const skin::Pigment> pigments);

    struct Mixture {
        Doses doses{};
        glm::dvec3 lab{0};  // of the healed ratio to bare skin
        double deltaE = 0;  // CIE76 between what was wanted and that
    };

    /// The mixture for a linear Rec. 709 colour; `near` is where to begin, the mixture of a like colour.
    Mixture mixtureFor(const glm::dvec3& artwork, const Doses& near) const;

    /// How artwork light looks once it lies in skin, over bare skin.
    glm::dvec3 wantedRatio(const glm::dvec3& artwork) const;

 private:
    /// Diluted black of that CIELAB lightness.
    Mixture washOf(double lightness) const;

    HealedResponse response_;
    std::vector<double> reluctance_;  // of each pigment, squared deltaE a full dose
    std::optional<std::size_t> black_;
    bool holdsWhite_ = false;
};

}  // namespace inkheal::needle
