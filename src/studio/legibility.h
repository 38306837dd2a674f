#pragma once
// When an eye calls a mark or a gap legible: what a profile across it looks like from a distance, and how much contrast
// is left of it. Colours are told apart too: yellow hardly dims the skin and is seen all the same. For `survive`.

#include <glm/glm.hpp>
#include <optional>
#include <vector>

namespace inkheal::studio {

struct Onlooker {
    double contrast = 0.1;    // least that counts as legible: a clearly visible mark, not a bare threshold
    double distanceMm = 400;  // reading distance
};

/// Standard deviation on the skin of a Gaussian that subtends `arcminutes` at half its height.
double eyeSigmaMm(double arcminutes, double distanceMm);

/// Linear Rec. 709 light along a line, texels of texelMm, blurred by a Gaussian; the ends go on as they end.
std::vector<glm::dvec3> blurred(const std::vector<glm::dvec3>& light, double sigmaTexels);

/// The same as an eye at distanceMm has it: luminance as the eye's optics leave it, colour as coarser nerves do.
std::vector<glm::dvec3> seenFrom(const std::vector<glm::dvec3>& light, double texelMm, double distanceMm);

/// Contrast against one bare skin, in terms of a neutral shadow: the share of light a shadow would have to take for
/// skin to look as different as `light` does (CIEDE2000). A mark that dims all light alike has its Weber contrast.
class Contrast {
 public:
    explicit Contrast(const glm::dvec3& skin);

    /// 0 to 1.
    double of(const glm::dvec3& light) const;

 private:
    glm::dvec3 skinLab_;
    std::vector<double> deltaE_;  // of even steps of shadow, 0 to 1
};

/// The least width from which on all reach `least`, interpolated; the first one where all do. Nothing where even the
/// last fails.
std::optional<double> leastLegible(const std::vector<double>& widths, const std::vector<double>& contrasts,
                                   double least);

}  // namespace inkheal::studio
