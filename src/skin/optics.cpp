#include "skin/optics.h"

#include <cmath>

#include "base/check.h"

namespace inkheal::skin {

Tone toneAtSite(const Tone& tone, const SiteConstants& site) {
    if (site.lightness == 0 && site.redness == 0) return tone;
    const auto with = [&](const glm::dvec2& logs) {  // of melanin and blood
        Tone there = tone;
        there.melanin = float(std::exp(logs.x));
        there.blood = float(std::exp(logs.y));
        return there;
    };
    const auto seen = [&](const glm::dvec2& logs) {
        Bands spectrum = bareSpectrum(skinTable(with(logs), site), site);
        for (double& value : spectrum) value += tone.pedestal;
        const glm::dvec3 lab = lab10(spectrum);
        return glm::dvec2(lab.x, lab.y);
    };
    // Damped least squares: dark skin hides its blood, so blood is moved only as far as it shows.
    constexpr double bloodReluctance = 0.8;  // CIELAB units for an e-fold
    const glm::dvec2 own(std::log(tone.melanin), std::log(tone.blood));
    const glm::dvec2 wanted = seen(own) + glm::dvec2(site.lightness, site.redness);
    glm::dvec2 logs = own;
    for (int step = 0; step < 10; ++step) {
        constexpr double h = 0.02;
        const glm::dvec2 now = seen(logs), off = wanted - now;
        const glm::dmat2 slope((seen(logs + glm::dvec2(h, 0)) - now) / h, (seen(logs + glm::dvec2(0, h)) - now) / h);
        glm::dmat2 normal = glm::transpose(slope) * slope;
        normal[0][0] += 1e-3;
        normal[1][1] += bloodReluctance * bloodReluctance;
        glm::dvec2 push = glm::transpose(slope) * off;
        push.y -= bloodReluctance * bloodReluctance * (logs.y - own.y);
        logs += glm::clamp(glm::inverse(normal) * push, -0.5, 0.5);
        logs.x = std::clamp(logs.x, std::log(0.0008), std::log(0.43));
    }
    return with(logs);
}

SkinTable skinTable(const Tone& tone, const SiteConstants& site) {
    SkinTable table{};
    // The presets are of 0.08 mm. Where epidermis is thicker it is by dead cells without pigment: the skin's own colour
    // stays, but what is under it is veiled more.
    constexpr double presetMm = 0.08;
    for (int b = 0; b < bandCount; ++b) {
        const double nm = bandCentreNm(b), melanin = tone.melanin, blood = tone.blood, saturation = tone.saturation;
        const double clear = law::tissueAbsorption(nm);
        const double epidermis = melanin * law::melaninAbsorption(nm) + (1 - melanin) * clear;
        const double own = saturation * oxygenatedBlood()[b] + (1 - saturation) * deoxygenatedBlood()[b];
        const double dermis = blood * own + (1 - blood) * clear;
        SkinBand& band = table[b];
        band.light = glm::vec4(glm::vec3(rgbWeight(b)), float(nm));
        band.melaninDepth = float(2 * epidermis * presetMm);
        band.epidermisS = float(law::kubelkaS(law::epidermisScattering(nm) * tone.scatterScale, epidermis) * presetMm /
                                site.epidermisMm);
        band.epidermisDarkS = float(0.75 * law::epidermisScattering(nm) * law::darkScatterScale);
        band.dermisBaseK = float(2 * (1 - blood) * clear);
        band.bloodK = float(2 * blood * own);
        band.dermisS = float(law::kubelkaS(law::dermisScattering(nm) * tone.scatterScale, dermis));
        band.dermisDarkS = float(0.75 * law::dermisScattering(nm) * law::darkScatterScale);
        band.crustK = float(2 * driedBlood()[b]);
    }
    return table;
}

std::vector<PigmentBand> pigmentTable(std::span<const Pigment> pigments) {
    std::vector<PigmentBand> table;
    for (const Pigment& pigment : pigments)
        for (int b = 0; b < bandCount; ++b)
            table.push_back({2 * pigment.absorptionPerMm[b], 0.75f * pigment.scatteringPerMm[b]});
    return table;
}

std::vector<PigmentBands> packedPigments(std::span<const Pigment> pigments) {
    const std::vector<PigmentBand> flat = pigmentTable(pigments);
    std::vector<PigmentBands> packed((pigments.size() + 3) / 4 * bandCount, PigmentBands{vec4(0), vec4(0)});
    for (std::size_t p = 0; p < pigments.size(); ++p)
        for (std::size_t b = 0; b < bandCount; ++b) {
            PigmentBands& four = packed[p / 4 * bandCount + b];
            four.absorbK[int(p % 4)] = flat[p * bandCount + b].absorbK;
            four.scatterS[int(p % 4)] = flat[p * bandCount + b].scatterS;
        }
    return packed;
}

law::SkinOptics opticsAt(const SkinBand& band, double bloodMultiple, double darkening) {
    return {law::darkenedDepth(band.melaninDepth, darkening), band.epidermisS, band.epidermisDarkS,
            band.dermisBaseK + band.bloodK * bloodMultiple,   band.dermisS,    band.dermisDarkS};
}

Bands bareSpectrum(const SkinTable& skin, const SiteConstants& site, double bloodMultiple, double darkening) {
    Bands spectrum{};
    for (int b = 0; b < bandCount; ++b)
        spectrum[b] = law::bareSkin(opticsAt(skin[b], bloodMultiple, darkening), site.epidermisMm);
    return spectrum;
}

InkedSpectrum inkedSpectrum(const SkinTable& skin, std::span<const PigmentBand> pigments, const SiteConstants& site,
                            const InkedPlace& place) {
    checkEqual(pigments.size(), place.doses.size() * bandCount, "bands of the pigments in an inked place");
    InkedSpectrum spectrum{};
    double load = 0;
    for (double dose : place.doses) load += dose * (place.epidermalShare + place.dermalShare);
    const double closing = law::closingLoad(place.epidermalShare + place.dermalShare);
    const double cover = law::clusterCover(load, closing), density = law::clusterDensity(load, closing);
    for (int b = 0; b < bandCount; ++b) {
        double k = 0, s = 0;
        for (std::size_t p = 0; p < place.doses.size(); ++p) {
            k += density * place.doses[p] * pigments[p * bandCount + b].absorbK;
            s += density * place.doses[p] * pigments[p * bandCount + b].scatterS;
        }
        const double inEpidermis = place.epidermalShare * law::inkedEpidermisMm;
        const law::OpticalLayer veil = law::skinVeil(
            law::crustColour(skin[b].crustK, place.crustBlood), law::crustInkDepth(k * inEpidermis, place.crust),
            skin[b].melaninDepth, place.crust, place.young, place.flake, place.wet);
        const law::Returned light =
            law::clusteredSkin(opticsAt(skin[b], place.bloodMultiple, place.darkening),
                               {k * place.dermalShare, s * place.dermalShare, k * inEpidermis, s * inEpidermis}, cover,
                               law::epidermisThickness(site.epidermisMm, place.integrity),
                               law::papillaryThickness(place.freeShare, place.freeAtStart), veil);
        spectrum.all[b] = light.all;
        spectrum.above[b] = light.above;
    }
    return spectrum;
}

}  // namespace inkheal::skin
