#include "inked_skin.h"

#include <algorithm>
#include <cmath>

#include "healing/healing_laws.h"
#include "skin/anatomy.h"

namespace inkheal::healing {
namespace {

/// 1 inside, 0 outside, with an edge a tenth of a millimetre wide; `outMm` is the distance past the edge.
double inside(double outMm) {
    return std::clamp(0.5 - outMm / 0.1, 0.0, 1.0);
}

constexpr int samples = 4;  // a side of a texel

double loadOf(const Drawing& drawing, const skin::Grid& grid, int x, int y) {
    double sum = 0;
    for (int v = 0; v < samples; ++v)
        for (int u = 0; u < samples; ++u)
            sum += drawing(double(grid.originMm.x) + (x + (u + 0.5) / samples) * double(grid.texelMm),
                           double(grid.originMm.y) + (y + (v + 0.5) / samples) * double(grid.texelMm));
    return sum / (samples * samples);
}

void upload(gpu::Image& image, const std::vector<glm::vec4>& texels) {
    image.uploadFrom(std::span<const glm::vec4>(texels));
}

/// The injury brought to the coarse grid by area, as the needle does it: what spreads, and what lingers.
std::vector<glm::vec2> mediatorOf(const skin::Fields& fields, const std::vector<glm::vec4>& epidermis) {
    const skin::Grid &fine = fields.grid, &coarse = fields.coarse;
    std::vector<glm::vec2> mediator(std::size_t(coarse.width) * std::size_t(coarse.height));
    const double texels = std::pow(double(coarse.texelMm) / double(fine.texelMm), 2);
    for (int y = 0; y < fine.height; ++y)
        for (int x = 0; x < fine.width; ++x) {
            const glm::vec2 mm = fine.originMm + (glm::vec2(x, y) + 0.5f) * fine.texelMm;
            const glm::ivec2 at((mm - coarse.originMm) / coarse.texelMm);
            mediator[std::size_t(at.y * coarse.width + at.x)].x +=
                float(double(epidermis[std::size_t(y * fine.width + x)].w) / texels);
        }
    for (glm::vec2& both : mediator) both.y = (1 - std::exp(-4 * both.x)) / (1 - std::exp(-4.0f));
    return mediator;
}

/// Shares of the dose as doses.
std::vector<double> ofTheDose(const ReferenceState& skin, std::vector<double> shares) {
    for (std::size_t i = 0; i < shares.size(); ++i) {
        double laid = 0;
        for (const auto& pigment : skin.dose) laid += pigment[i];
        shares[i] *= laid;
    }
    return shares;
}

}  // namespace

double solidDisc(double xMm, double yMm) {
    return inside(std::hypot(xMm, yMm) - 2);
}

double hairlines(double xMm, double yMm) {
    const double along = 0.8 * xMm + 0.6 * yMm, across = 0.8 * yMm - 0.6 * xMm;
    const double nearest = across - 1.2 * std::round(across / 1.2);
    return inside(std::abs(nearest) - 0.1) * inside(std::abs(along) - 2.2) * inside(std::abs(across) - 2);
}

double dotsAndShade(double xMm, double yMm) {
    const double dot = std::hypot(xMm - std::round(xMm), yMm - std::round(yMm)) - 0.15;
    return std::max(softShade(xMm, yMm), inside(dot) * inside(std::hypot(xMm, yMm) - 2.4));
}

double softShade(double xMm, double yMm) {
    return 0.5 * std::exp(-0.5 * (xMm * xMm + yMm * yMm) / 1.5);
}

skin::Fields inked(gpu::Commands& commands, const Drawing& drawing, const Chart& chart) {
    std::vector<skin::Pigment> pigments(5);
    pigments[0].lossPerYear = 0.02f;
    pigments[4].lossPerYear = 0.05f;
    pigments[4].uvLossPer100Sed = 0.01f;
    const float texel = 1 / chart.texelsPerMm;
    const skin::Grid grid{chart.width, chart.height, texel, -0.5f * texel * glm::vec2(chart.width, chart.height)};
    skin::Fields fields = skin::makeFields(commands.device(), grid, pigments, chart.site, 3);
    skin::growAnatomy(commands, fields);

    const std::size_t count = std::size_t(grid.width) * std::size_t(grid.height);
    std::vector<glm::vec2> metric;
    for (std::size_t i = 0; i < count; ++i) {
        const float across = float(int(i) % grid.width) / float(grid.width) - 0.5f;
        metric.emplace_back(1 + 2 * chart.stretch * across, 1 - chart.stretch * across);
    }
    skin::setMetric(fields, metric);
    std::vector<glm::vec4> dose(2 * count), ink(count), wound(count), epidermis(count), debris(count);
    for (std::size_t i = 0; i < count; ++i) {
        const double load = loadOf(drawing, grid, int(i) % grid.width, int(i) / grid.width);
        const float hurt = float((1 - std::exp(-1.5 * load)) / (1 - std::exp(-1.5)));
        dose[i].x = float(0.7 * load);
        dose[count + i].x = float(0.3 * load);
        if (load > 0) ink[i] = {0.2f, 0.8f, 0, 0};
        wound[i].x = hurt;
        epidermis[i] = {1 - 0.9f * hurt, 0, 0, hurt};
        debris[i].x = 0.9f * hurt;
    }
    upload(fields.dose, dose);
    upload(fields.state.ink, ink);
    upload(fields.state.wound, wound);
    upload(fields.state.epidermis, epidermis);
    upload(fields.state.debris, debris);
    fields.state.mediator.uploadFrom(std::span<const glm::vec2>(mediatorOf(fields, epidermis)));
    return fields;
}

std::map<std::string, std::vector<double>> fieldsOf(const ReferenceState& skin) {
    return {{"blood H", skin.blood},
            {"swelling W", skin.swelling},
            {"mediator C", skin.mediator},
            {"coarse mediator", skin.coarseMediator},
            {"lingering mediator", skin.coarseLingering},
            {"blood round about", skin.coarseBlood},
            {"swelling round about", skin.coarseSwelling},
            {"haemoglobin", skin.haemoglobin},
            {"integrity E", skin.integrity},
            {"growing N1", skin.growing},
            {"corneum N", skin.corneum},
            {"plasma P", skin.plasma},
            {"gel G", skin.gel},
            {"crust X", skin.crust},
            {"dead D", skin.dead},
            {"debris F1", skin.first},
            {"debris F2", skin.second},
            {"scales F", skin.lifted},
            {"epidermal ink", ofTheDose(skin, skin.epidermalShare)},
            {"free ink", ofTheDose(skin, skin.freeShare)},
            {"lost ink", skin.lost},
            {"rising melanin", skin.rising},
            {"excess melanin", skin.darkening},
            {"captured ink, first pigment", skin.captured[0]},
            {"captured ink, last pigment", skin.captured[4]}};
}

double accountedFor(const ReferenceState& skin) {
    double sum = 0, laid = 0;
    for (std::size_t p = 0; p < skin.dose.size(); ++p)
        for (std::size_t i = 0; i < skin.injury.size(); ++i) {
            sum += skin.captured[p][i] + skin.dose[p][i] * (skin.epidermalShare[i] + skin.freeShare[i]);
            laid += skin.dose[p][i];
        }
    for (const double lost : skin.lost) sum += lost;
    return laid > 0 ? sum / laid : 1;
}

std::vector<std::byte> bitsOf(const skin::State& state) {
    std::vector<std::byte> bits;
    for (const gpu::Image* image : {&state.captured, &state.ink, &state.wound, &state.epidermis, &state.film,
                                    &state.debris, &state.mediator, &state.surround, &state.around}) {
        const std::vector<std::byte> more = image->download();
        bits.insert(bits.end(), more.begin(), more.end());
    }
    return bits;
}

}  // namespace inkheal::healing
