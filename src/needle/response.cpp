#include "needle/response.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"

namespace inkheal::needle {

namespace {

// The reference: light to intermediate skin, healed six weeks.
constexpr const char* referenceTone = "ita:38";
const double keptShare = skin::law::healedShare;

// Axes even in log(1 + x / scale), so that pale washes are as finely resolved as solids.
constexpr double absorbScale = 0.2, scatterScale = 2, mostAbsorb = 45, mostScatter = 32;

struct Axis {
    int low;
    double part, slope;
};

Axis axisAt(double x, double scale, double most, int steps) {
    const double span = std::log1p(most / scale) / (steps - 1);
    const double at = std::log1p(std::clamp(x, 0.0, most) / scale) / span;
    const int low = std::min(int(at), steps - 2);
    return {low, at - low, 1 / ((scale + std::clamp(x, 0.0, most)) * span)};
}

double axisValue(int step, double scale, double most, int steps) {
    return scale * std::expm1(std::log1p(most / scale) * step / (steps - 1));
}

}  // namespace

HealedResponse::HealedResponse(std::span<const skin::Pigment> pigments) : count_(int(pigments.size())) {
    check(count_ >= 1 && count_ <= mostPigments, "a tray has 1 to 8 pigments");
    const skin::SiteConstants site;
    const skin::SkinTable table = skin::skinTable(skin::toneNamed(referenceTone), site);
    const std::vector<skin::PigmentBand> inks = skin::pigmentTable(pigments);
    const glm::dvec3 bare = skin::linearRgb(skin::bareSpectrum(table, site));
    const skin::law::SkinLayers layers = skin::settledLayers(site);
    for (int b = 0; b < skin::bandCount; ++b) {
        Band band;
        band.light = skin::rgbWeight(b) / bare;
        for (int p = 0; p < count_; ++p) {
            band.absorb[p] = keptShare * inks[std::size_t(p * skin::bandCount + b)].absorb;
            band.scatter[p] = keptShare * inks[std::size_t(p * skin::bandCount + b)].scatter;
        }
        const auto optics = skin::opticsAt(table[std::size_t(b)], 1);
        for (int s = 0; s < scatterSteps; ++s)
            for (int k = 0; k < absorbSteps; ++k) {
                const skin::law::InkOptics ink{axisValue(k, absorbScale, mostAbsorb, absorbSteps),
                                               axisValue(s, scatterScale, mostScatter, scatterSteps), 0, 0};
                const auto light = skin::law::inkedSkin(optics, ink, layers, skin::law::clearVeil());
                band.reflectance[std::size_t(s * absorbSteps + k)] = light.all;
                if (s == 0 && k == 0) {
                    veil_ += band.light * light.above;
                    band.between = light.all;
                }
            }
        bands_.push_back(band);
    }
}

glm::dvec3 HealedResponse::ratio(const Doses& doses, std::array<glm::dvec3, mostPigments>* slope) const {
    glm::dvec3 seen{0};
    if (slope) slope->fill(glm::dvec3{0});
    const double closing = skin::law::closingLoad(keptShare);
    double load = 0;
    for (int p = 0; p < count_; ++p) load += keptShare * doses[p];
    const double cover = skin::law::clusterCover(load, closing), density = skin::law::clusterDensity(load, closing);
    const bool open = load < closing;
    const double coverByLoad = open ? 1 / closing : 0;
    const double densityByLoad = open && load > 1e-6 ? -density / load : 0;
    for (const Band& band : bands_) {
        double absorb = 0, scatter = 0;
        for (int p = 0; p < count_; ++p) {
            absorb += doses[p] * band.absorb[p];
            scatter += doses[p] * band.scatter[p];
        }
        const Axis k = axisAt(density * absorb, absorbScale, mostAbsorb, absorbSteps);
        const Axis s = axisAt(density * scatter, scatterScale, mostScatter, scatterSteps);
        const double* at = &band.reflectance[std::size_t(s.low * absorbSteps + k.low)];
        const double low = at[0] + (at[1] - at[0]) * k.part;
        const double high = at[absorbSteps] + (at[absorbSteps + 1] - at[absorbSteps]) * k.part;
        const double cluster = low + (high - low) * s.part;
        seen += band.light * (band.between + (cluster - band.between) * cover);
        if (!slope) continue;
        const double byAbsorb =
            ((at[1] - at[0]) * (1 - s.part) + (at[absorbSteps + 1] - at[absorbSteps]) * s.part) * k.slope;
        const double byScatter = (high - low) * s.slope;
        const double byLoad =
            (cluster - band.between) * coverByLoad + cover * densityByLoad * (byAbsorb * absorb + byScatter * scatter);
        for (int p = 0; p < count_; ++p)
            (*slope)[p] += band.light * (keptShare * byLoad +
                                         cover * density * (byAbsorb * band.absorb[p] + byScatter * band.scatter[p]));
    }
    return seen;
}

}  // namespace inkheal::needle
