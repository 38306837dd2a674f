#include "skin/complexion.h"

#include <algorithm>
#include <cmath>

#include "skin/optics.h"

namespace inkheal::skin {
namespace {

constexpr double venousSaturation = 0.65;  // of a hand at rest (own estimate; 0.6 to 0.75 are measured)
constexpr double bloodScatterPerMm =
    2.2;                                // mu_s' of whole blood, about (Friebel 2006; 1.3 to 3 between 600 and 700 nm)
constexpr float spreadOfDepth = 0.65f;  // standard deviation of light's way aside, over the depth it comes from (own
                                        // estimate: light that a depth turns back has spread about as wide)

/// Log of the factor, where a band's weights could make the colour negative.
glm::vec3 logOf(const glm::dvec3& colour, const glm::dvec3& bare) {
    return glm::vec3(glm::log(glm::max(colour, glm::dvec3(1e-4)) / glm::max(bare, glm::dvec3(1e-4))));
}

}  // namespace

Complexion::Complexion(const Tone& tone, const SiteConstants& site) : tone_(toneAtSite(tone, site)), site_(site) {
    const auto colourAt = [&](double blood, double melanin) {
        Tone there = tone_;
        there.blood *= float(std::exp(blood));
        there.melanin *= float(std::exp(melanin));
        return linearRgb(bareSpectrum(skinTable(there, site_), site_));
    };
    const glm::dvec3 bare = colourAt(0, 0);
    bare_ = glm::vec3(bare);
    for (int m = -steps; m <= steps; ++m)
        for (int b = -steps; b <= steps; ++b)
            logs_.push_back(logOf(colourAt(double(mostBlood) * b / steps, double(mostMelanin) * m / steps), bare));
}

glm::vec3 Complexion::factor(float blood, float melanin) const {
    const float x = (std::clamp(blood / mostBlood, -1.0f, 1.0f) + 1) * steps;
    const float y = (std::clamp(melanin / mostMelanin, -1.0f, 1.0f) + 1) * steps;
    const int i = std::min(int(x), 2 * steps - 1), j = std::min(int(y), 2 * steps - 1);
    const auto at = [&](int column, int row) { return logs_[std::size_t(row * (2 * steps + 1) + column)]; };
    return glm::exp(glm::mix(glm::mix(at(i, j), at(i + 1, j), x - float(i)),
                             glm::mix(at(i, j + 1), at(i + 1, j + 1), x - float(i)), y - float(j)));
}

glm::vec3 Complexion::over(const Vein& vein) const {
    const SkinTable table = skinTable(tone_, site_);
    Bands bare{}, veined{};
    for (int b = 0; b < bandCount; ++b) {
        const std::size_t at = std::size_t(b);
        const law::SkinOptics own = opticsAt(table[at], 1);
        const double blood =
            venousSaturation * oxygenatedBlood()[at] + (1 - venousSaturation) * deoxygenatedBlood()[at];
        const auto epidermisOver = [&](const law::Fluxes& ground) {
            return law::leavingSkin(law::layerOver(own.melaninDepth / double(site_.epidermisMm), own.epidermisScatter,
                                                   double(site_.epidermisMm), ground));
        };
        const law::Modes dermis = law::modesOf(own.dermisAbsorb, own.dermisScatter);
        const law::Fluxes deep = law::halfSpace(dermis);
        const law::Fluxes lying = law::layerOver(blood, bloodScatterPerMm, double(vein.thickMm), deep);
        bare[at] = epidermisOver(deep);
        veined[at] = epidermisOver(law::seenOver(dermis, law::decayOf(dermis.rate, double(vein.depthMm)), lying));
    }
    return glm::exp(logOf(linearRgb(veined), linearRgb(bare)));
}

float veinShare(const Vein& vein, float wideMm, float besideMm) {
    const float sigma = spreadOfDepth * (vein.depthMm + 0.5f * vein.thickMm), half = 0.5f * wideMm;
    const float scale = 1 / (std::sqrt(2.0f) * sigma);
    return 0.5f * (std::erf((besideMm + half) * scale) - std::erf((besideMm - half) * scale));
}

}  // namespace inkheal::skin
