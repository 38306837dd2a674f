#pragma once
// An artwork as marks and gaps of a width, for `survive`. A shaded drawing has no one outline: it is cut at even levels
// of contrast against bare skin, and each level is a drawing of solid marks and of the gaps between them. What the
// artist drew at a place is the sum of the levels there.

#include <cstdint>
#include <string>
#include <vector>

#include "design/artwork.h"
#include "skin/materials.h"

namespace inkheal::studio {

/// An ink of the artwork: one pigment of the tray, as a full fill or diluted to half of that contrast.
struct Ink {
    std::string pigment;
    bool diluted = false;
    glm::dvec3 colour{0};  // as artwork, linear
    double contrast = 0;   // of a solid that healed as the artist meant it, against bare skin
};

struct Level {
    float contrast = 0;             // that it adds
    std::vector<float> widthsMm;    // of the mark; of the gap with a minus
    std::vector<float> besideMm;    // of the mark, or of the mark nearest to the gap
    std::vector<std::uint8_t> ink;  // likewise
};

struct Marks {
    int width = 0, height = 0;  // the artwork with skin round it, row 0 at the top
    double texelMm = 0.05;
    std::vector<Ink> inks;        // the full fill of every pigment used, diluted ones where drawn
    std::vector<float> contrast;  // as drawn
    /// The texels of most and of least contrast near each: the soft rim of a mark shares the fate of its middle, and
    /// what of it lies in a gap that of the gap.
    std::vector<std::uint32_t> peaks, valleys;
    std::vector<Level> levels;
    double levelContrast = 0;  // by which the drawing was cut

    double highest() const {
        double sum = 0;
        for (const Level& level : levels) sum += double(level.contrast);
        return sum;
    }
    std::size_t size() const { return contrast.size(); }
};

/// Widths are told apart up to mostMm, levels by no more than mostLevel of contrast. `skin` is the light out of
/// bare skin, `surface` the even share that its surface adds to all.
Marks marksOf(const design::Artwork& artwork, const std::vector<skin::Pigment>& tray, const glm::dvec3& skin,
              double surface, double mostMm, double mostLevel);

/// Texels a mm that widths are measured on: finer than the skin's own for a small artwork.
float marksPerMm(float widthMm);

}  // namespace inkheal::studio
