#include "studio/legibility.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/check.h"
#include "base/colour.h"

namespace inkheal::studio {
namespace {

// Full width at half height of what the eye makes of a thin line, in minutes of arc: the optics of a normal eye with a
// 3 mm pupil (Campbell and Gubisch 1966), and of the opponent colour channels (narrow parts of S-CIELAB, 0.039 and
// 0.054 degrees; Zhang and Wandell 1996).
constexpr double luminanceArcmin = 1, colourArcmin = 4;

constexpr double halfHeight = 2.354820045;  // full width at half height of a Gaussian over its standard deviation
constexpr double reachSigmas = 4;
constexpr int shadowSteps = 512;

}  // namespace

double eyeSigmaMm(double arcminutes, double distanceMm) {
    return distanceMm * std::tan(arcminutes / 60 * std::numbers::pi / 180) / halfHeight;
}

std::vector<glm::dvec3> blurred(const std::vector<glm::dvec3>& light, double sigmaTexels) {
    const int reach = int(std::ceil(reachSigmas * sigmaTexels)), last = int(light.size()) - 1;
    if (sigmaTexels <= 0) return light;
    // Each weight is the Gaussian over its whole texel, so that a spread below a texel is one still.
    std::vector<double> weights(std::size_t(reach) + 1);
    const auto below = [&](double x) { return 0.5 * std::erf(x / (sigmaTexels * std::numbers::sqrt2)); };
    double sum = 0;
    for (int n = 0; n <= reach; ++n) {
        weights[std::size_t(n)] = below(n + 0.5) - below(n - 0.5);
        sum += (n ? 2 : 1) * weights[std::size_t(n)];
    }
    std::vector<glm::dvec3> out(light.size());
    for (int i = 0; i <= last; ++i)
        for (int n = -reach; n <= reach; ++n)
            out[std::size_t(i)] +=
                weights[std::size_t(std::abs(n))] / sum * light[std::size_t(std::clamp(i + n, 0, last))];
    return out;
}

std::vector<glm::dvec3> seenFrom(const std::vector<glm::dvec3>& light, double texelMm, double distanceMm) {
    std::vector<glm::dvec3> xyz;
    for (const glm::dvec3& here : light) xyz.push_back(xyzFromLinear(here));
    const std::vector<glm::dvec3> fine = blurred(xyz, eyeSigmaMm(luminanceArcmin, distanceMm) / texelMm);
    const std::vector<glm::dvec3> coarse = blurred(xyz, eyeSigmaMm(colourArcmin, distanceMm) / texelMm);
    const glm::dvec3 white = xyzFromLinear(glm::dvec3(1));
    std::vector<glm::dvec3> out;
    for (std::size_t i = 0; i < light.size(); ++i) {
        const glm::dvec3 colour = coarse[i] - coarse[i].y * white;  // what is left where luminance is taken out
        out.push_back(linearFromXyz(fine[i].y * white + colour));
    }
    return out;
}

Contrast::Contrast(const glm::dvec3& skin) : skinLab_(labFromLinear(skin)) {
    for (int i = 0; i <= shadowSteps; ++i) {
        const double apart = deltaE2000(skinLab_, labFromLinear(skin * (1 - double(i) / shadowSteps)));
        deltaE_.push_back(deltaE_.empty() ? apart : std::max(apart, deltaE_.back()));
    }
}

double Contrast::of(const glm::dvec3& light) const {
    const double apart = deltaE2000(skinLab_, labFromLinear(light));
    const auto above = std::upper_bound(deltaE_.begin(), deltaE_.end(), apart);
    if (above == deltaE_.end()) return 1;
    if (above == deltaE_.begin()) return 0;
    const double low = *(above - 1);
    return (double(above - deltaE_.begin() - 1) + (apart - low) / (*above - low)) / shadowSteps;
}

std::optional<double> leastLegible(const std::vector<double>& widths, const std::vector<double>& contrasts,
                                   double least) {
    checkEqual(contrasts.size(), widths.size(), "contrasts of a chart");
    std::size_t i = widths.size();
    while (i > 0 && contrasts[i - 1] >= least) --i;
    if (i == widths.size()) return std::nullopt;
    if (i == 0) return widths.front();
    const double part = (least - contrasts[i - 1]) / (contrasts[i] - contrasts[i - 1]);
    return widths[i - 1] + part * (widths[i] - widths[i - 1]);
}

}  // namespace inkheal::studio
