#include "studio/survival_map.h"

#include <algorithm>
#include <cmath>

#include "design/resample.h"

namespace inkheal::studio {
namespace {

constexpr double pixelsPerMm = 20;
constexpr float ghost = 0.75f;  // of the light that the darkest mark that stays takes from white paper
constexpr double barMm = 10, barHighMm = 0.3, tickHighMm = 0.9;

// Vermilion and blue of Okabe and Ito 2008: told apart by every kind of colour vision.
glm::vec3 vanishingColour() {
    return {linearFromSrgb(213 / 255.0f), linearFromSrgb(94 / 255.0f), 0};
}
glm::vec3 mergingColour() {
    return {0, linearFromSrgb(114 / 255.0f), linearFromSrgb(178 / 255.0f)};
}

glm::vec3 colourOf(Fate fate, float contrast, double most) {
    if (fate == Fate::vanishes) return vanishingColour();
    if (fate == Fate::merges) return mergingColour();
    return glm::vec3(1 - ghost * std::clamp(contrast / float(most), 0.0f, 1.0f));
}

/// Ten millimetres with a tick at each end, in the skin below the artwork.
void drawScale(Picture& picture) {
    const int margin = int(pixelsPerMm), long_ = std::min(int(barMm * pixelsPerMm), picture.width - 2 * margin);
    const int bottom = picture.height - margin / 2;
    const auto block = [&](int x0, int x1, double highMm) {
        for (int y = std::max(bottom - int(highMm * pixelsPerMm), 0); y < bottom; ++y)
            for (int x = x0; x < x1; ++x) picture.at(x, y) = glm::vec4(0, 0, 0, 1);
    };
    if (long_ < int(barMm * pixelsPerMm)) return;
    block(margin, margin + long_, barHighMm);
    block(margin, margin + 3, tickHighMm);
    block(margin + long_ - 3, margin + long_, tickHighMm);
}

}  // namespace

Picture8 fateMap(const Marks& marks, const std::vector<Fate>& fates) {
    Picture picture(marks.width, marks.height);
    const double most = std::max(marks.highest(), 1e-6);
    for (std::size_t i = 0; i < fates.size(); ++i)
        picture.texels[i] = glm::vec4(colourOf(fates[i], marks.contrast[i], most), 1);
    const auto pixels = [&](int texels) {
        return std::clamp(int(std::lround(texels * marks.texelMm * pixelsPerMm)), 1, texels);
    };
    Picture small =
        design::averagedDown(picture, {0, 0, marks.width, marks.height}, pixels(marks.width), pixels(marks.height));
    drawScale(small);
    return encodeSrgb(small);
}

}  // namespace inkheal::studio
