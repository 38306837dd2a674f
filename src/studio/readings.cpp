#include "studio/readings.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/colour.h"
#include "base/exr.h"
#include "healing/healing.h"
#include "skin/optics.h"
#include "studio/condition.h"
#include "studio/distance.h"
#include "studio/surface_readings.h"

namespace inkheal::studio {
namespace {

constexpr int bloodSteps = 33;
constexpr float nearMm = 1, haloFromMm = 1, haloToMm = 3;  // cli.md: within 1 mm of the ink; the ring of 1 to 3 mm
constexpr int greenBand = 8;                               // 560 nm

/// Linear Rec. 709 of a spectrum in the bands of skin.
glm::dvec3 linearOf(const skin::SkinTable& table, const skin::Bands& spectrum) {
    glm::dvec3 light{0};
    for (std::size_t b = 0; b < spectrum.size(); ++b)
        light += glm::dvec3(glm::vec3(table[b].light)) * double(spectrum[b]);
    return light;
}

/// Mean of what `pick` gives over the texels where `where` holds; 0 where none does.
template <class Where, class Pick>
double meanOver(std::size_t texels, Where&& where, Pick&& pick) {
    double sum = 0;
    std::size_t count = 0;
    for (std::size_t i = 0; i < texels; ++i)
        if (where(i)) sum += double(pick(i)), ++count;
    return count ? sum / double(count) : 0;
}

}  // namespace

Readings::Readings(const skin::Fields& fields, const skin::Tone& tone, glm::vec3 bareTint) : tone_(tone) {
    const std::vector<glm::vec4> anatomy = fields.anatomy.downloadAs<glm::vec4>();
    std::vector<bool> treated(anatomy.size());
    for (std::size_t i = 0; i < anatomy.size(); ++i) treated[i] = anatomy[i].w >= treatedFrom;
    awayMm_ = distanceTo(treated, fields.grid.width, fields.grid.height);
    for (float& d : awayMm_) d *= fields.grid.texelMm;

    const skin::Tone here = skin::toneAtSite(tone, fields.site);
    const skin::SkinTable table = skin::skinTable(here, fields.site);
    pedestal_ = here.pedestal;
    for (int i = 0; i < bloodSteps; ++i) {
        const double multiple = skin::law::bloodMultiple(double(i) / (bloodSteps - 1));
        const glm::dvec3 light = linearOf(table, skin::bareSpectrum(table, fields.site, multiple)) + pedestal_;
        aOverBlood_.push_back(float(labFromLinear(light).y));
    }
    bareA_ = aOverBlood_.front();
    skinY_ = luminance(glm::dvec3(bareTint));
    skinLab_ = labFromLinear(glm::dvec3(bareTint) + pedestal_);
    green_.bare = skin::bareSpectrum(table, fields.site)[greenBand];
    green_.overBlack = skin::bareOverBlack(table[greenBand], skin::settledLayers(fields.site));
    green_.crustAbsorb = double(table[greenBand].crustAbsorb);
    green_.melaninDepth = double(table[greenBand].melaninDepth);
    reliefMm_ = std::max(double(fields.site.reliefMm), 1e-4);

    doses_.assign(fields.pigments.size(), 0);
    const std::vector<glm::vec4> dose = fields.dose.downloadAs<glm::vec4>();
    for (std::size_t p = 0; p < doses_.size(); ++p)
        for (std::size_t i = 0; i < anatomy.size(); ++i)
            doses_[p] += double(dose[p / 4 * anatomy.size() + i][int(p % 4)]);
    laid_ = std::max(std::accumulate(doses_.begin(), doses_.end(), 0.0), 1e-12);
}

double Readings::rednessAt(float bloodExcess) const {
    const float at = std::clamp(bloodExcess, 0.0f, 1.0f) * float(bloodSteps - 1);
    const int low = std::min(int(at), bloodSteps - 2);
    const float part = at - float(low);
    return double(aOverBlood_[std::size_t(low)] * (1 - part) + aOverBlood_[std::size_t(low) + 1] * part) - bareA_;
}

Json Readings::deposited(const skin::Fields& fields) const {
    Json out = Json::object();
    for (std::size_t p = 0; p < doses_.size(); ++p)
        if (doses_[p] > 0) out[fields.pigments[p].name] = doses_[p] / laid_;
    return out;
}

std::pair<double, glm::dvec3> Readings::inkedLight(const std::vector<glm::vec4>& tint) const {
    std::vector<double> dark;
    glm::dvec3 sum{0};
    for (std::size_t i = 0; i < tint.size(); ++i)
        if (awayMm_[i] <= 0) dark.push_back(luminance(glm::dvec3(tint[i]))), sum += glm::dvec3(tint[i]);
    if (dark.empty()) return {0, sum};
    const auto tenth = dark.begin() + std::ptrdiff_t(std::max<std::size_t>(dark.size() / 10, 1));
    std::nth_element(dark.begin(), tenth - 1, dark.end());
    return {std::accumulate(dark.begin(), tenth, 0.0) / double(tenth - dark.begin()), sum / double(dark.size())};
}

Json Readings::day(double day, const skin::Fields& fields, const portrait::Look& look) const {
    const skin::State& s = fields.state;
    const auto ink = s.ink.downloadAs<glm::vec4>(), wound = s.wound.downloadAs<glm::vec4>();
    const auto epidermis = s.epidermis.downloadAs<glm::vec4>(), film = s.film.downloadAs<glm::vec4>();
    const auto debris = s.debris.downloadAs<glm::vec4>(), anatomy = fields.anatomy.downloadAs<glm::vec4>();
    const auto dose = fields.dose.downloadAs<glm::vec4>(), captured = s.captured.downloadAs<glm::vec4>();
    const auto tint = look.tint.downloadAs<glm::vec4>();
    const std::size_t n = anatomy.size();
    const auto treated = [&](std::size_t i) { return awayMm_[i] <= 0; };
    const auto between = [&](std::size_t i) { return awayMm_[i] > 0 && awayMm_[i] <= nearMm; };
    const auto halo = [&](std::size_t i) { return awayMm_[i] > haloFromMm && awayMm_[i] <= haloToMm; };
    const auto redness = [&](std::size_t i) { return rednessAt(wound[i].y); };
    std::vector<SurfaceReadings> surface(n);
    for (std::size_t i = 0; i < n; ++i)
        if (treated(i))
            surface[i] = surfaceReadings(wound[i], epidermis[i], film[i], debris[i], anatomy[i], green_, reliefMm_);

    double outer = 0, dermal = 0, lost = 0;
    for (std::size_t i = 0; i < n; ++i) lost += double(ink[i].z);
    std::vector<double> kept(fields.pigments.size());
    for (std::size_t p = 0; p < kept.size(); ++p)
        for (std::size_t i = 0; i < n; ++i) {
            const double laid = double(dose[p / 4 * n + i][int(p % 4)]);
            const double under = laid * double(ink[i].y) + double(captured[p / 4 * n + i][int(p % 4)]);
            outer += laid * double(ink[i].x);
            dermal += under;
            kept[p] += laid * double(ink[i].x) + under;
        }
    const auto [darkest, inked] = inkedLight(tint);
    const glm::dvec3 inkLab = labFromLinear(inked + pedestal_);
    Json pigments = Json::object();
    for (std::size_t p = 0; p < kept.size(); ++p)
        if (doses_[p] > 0) pigments[fields.pigments[p].name] = kept[p] / laid_;
    const healing::Phase phase = healing::phaseOf(conditionOf(day, {wound, epidermis, film, debris, anatomy}));
    const double epidermalShare = outer / laid_, dermalShare = dermal / laid_;
    return {{"day", day},
            {"phase", healing::phaseName(phase)},
            {"seen", healing::wordsOf(phase).seen},
            {"care", healing::wordsOf(phase).care},
            {"erythemaDeltaA", meanOver(n, between, redness)},
            {"erythemaHaloDeltaA", meanOver(n, halo, redness)},
            {"swellingUm", meanOver(n, treated, [&](std::size_t i) { return surface[i].swellingUm; })},
            {"filmUm", meanOver(n, treated, [&](std::size_t i) { return surface[i].filmUm; })},
            {"crustCover", meanOver(n, treated, [&](std::size_t i) { return surface[i].crusted; })},
            {"flakeCover", meanOver(n, treated, [&](std::size_t i) { return surface[i].lifting; })},
            {"haze", meanOver(n, treated, [&](std::size_t i) { return surface[i].haze; })},
            {"closed", meanOver(n, treated, [&](std::size_t i) { return surface[i].closed; })},
            {"barrier", meanOver(n, treated, [&](std::size_t i) { return surface[i].barrier; })},
            {"inkEpidermal", epidermalShare},
            {"inkDermal", dermalShare},
            {"inkLost", lost / laid_},
            {"inkSigmaUm", 1000 * healing::inkSigmaMm(day, fields.site)},
            {"contrast", (skinY_ - darkest) / (skinY_ + darkest)},
            {"pigments", pigments},
            {"skinLab", {skinLab_.x, skinLab_.y, skinLab_.z}},
            {"inkLab", {inkLab.x, inkLab.y, inkLab.z}}};
}

void Readings::writeFields(const std::filesystem::path& file, double day, const skin::Fields& fields,
                           const portrait::Look& look) const {
    const int width = fields.grid.width, height = fields.grid.height;
    const std::size_t n = std::size_t(width) * std::size_t(height);
    std::vector<ExrChannel> channels;
    // The chart's row 0 lies away from the body; a picture's lies at the top.
    const auto add = [&](const std::string& name, auto&& value) {
        ExrChannel channel{name, std::vector<float>(n)};
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x)
                channel.samples[std::size_t(height - 1 - y) * std::size_t(width) + std::size_t(x)] =
                    float(value(std::size_t(y) * std::size_t(width) + std::size_t(x)));
        channels.push_back(std::move(channel));
    };
    const skin::State& s = fields.state;
    const auto ink = s.ink.downloadAs<glm::vec4>(), wound = s.wound.downloadAs<glm::vec4>();
    const auto epidermis = s.epidermis.downloadAs<glm::vec4>(), film = s.film.downloadAs<glm::vec4>();
    const auto debris = s.debris.downloadAs<glm::vec4>(), anatomy = fields.anatomy.downloadAs<glm::vec4>();
    const auto dose = fields.dose.downloadAs<glm::vec4>(), captured = s.captured.downloadAs<glm::vec4>();
    const auto tint = look.tint.downloadAs<glm::vec4>();
    const auto surface = [&](std::size_t i) {
        return surfaceReadings(wound[i], epidermis[i], film[i], debris[i], anatomy[i], green_, reliefMm_);
    };
    add("tint.R", [&](std::size_t i) { return tint[i].r; });
    add("tint.G", [&](std::size_t i) { return tint[i].g; });
    add("tint.B", [&](std::size_t i) { return tint[i].b; });
    add("height", [&](std::size_t i) { return surface(i).heightMm; });
    add("gloss", [&](std::size_t i) { return surface(i).wet; });
    add("blood", [&](std::size_t i) { return tone_.blood * skin::law::bloodMultiple(double(wound[i].y)); });
    add("film", [&](std::size_t i) { return surface(i).filmUm / 1000; });
    add("crust", [&](std::size_t i) { return surface(i).crustMm; });
    add("flake", [&](std::size_t i) { return surface(i).flake; });
    add("epidermis", [&](std::size_t i) { return epidermis[i].x; });
    add("coverage", [&](std::size_t i) { return anatomy[i].w; });
    const auto inking = fields.inking.downloadAs<glm::vec2>();
    add("deltaE", [&](std::size_t i) { return inking[i].y; });
    for (std::size_t p = 0; p < fields.pigments.size(); ++p) {
        const std::size_t at = p / 4 * n;
        const int c = int(p % 4);
        const std::string name = "ink." + fields.pigments[p].name;
        add(name + ".dermal", [&](std::size_t i) { return dose[at + i][c] * ink[i].y + captured[at + i][c]; });
        add(name + ".epidermal", [&](std::size_t i) { return dose[at + i][c] * ink[i].x; });
    }
    writeExr(file, width, height, channels, {{"texelMm", fields.grid.texelMm}, {"day", float(day)}});
}

}  // namespace inkheal::studio
