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
        SkinBand& band = table[b];
        band.light = glm::vec4(glm::vec3(rgbWeight(b)), float(nm));
        band.melaninDepth = float(epidermis * presetMm);
        band.epidermisScatter = float(law::epidermisScattering(nm) * tone.scatterScale * presetMm / site.epidermisMm);
        band.dermisAbsorb = float((1 - blood) * clear);
        band.bloodAbsorb = float(blood * own);
        band.dermisScatter = float(law::dermisScattering(nm) * tone.scatterScale);
        band.crustAbsorb = float(driedBlood()[b]);
    }
    return table;
}

std::vector<PigmentBand> pigmentTable(std::span<const Pigment> pigments) {
    std::vector<PigmentBand> table;
    for (const Pigment& pigment : pigments)
        for (int b = 0; b < bandCount; ++b) table.push_back({pigment.absorptionPerMm[b], pigment.scatteringPerMm[b]});
    return table;
}

std::vector<PigmentBands> packedPigments(std::span<const Pigment> pigments) {
    const std::vector<PigmentBand> flat = pigmentTable(pigments);
    std::vector<PigmentBands> packed((pigments.size() + 3) / 4 * bandCount, PigmentBands{vec4(0), vec4(0)});
    for (std::size_t p = 0; p < pigments.size(); ++p)
        for (std::size_t b = 0; b < bandCount; ++b) {
            PigmentBands& four = packed[p / 4 * bandCount + b];
            four.absorb[int(p % 4)] = flat[p * bandCount + b].absorb;
            four.scatter[int(p % 4)] = flat[p * bandCount + b].scatter;
        }
    return packed;
}

law::SkinOptics opticsAt(const SkinBand& band, double bloodMultiple, double darkening) {
    return {law::darkenedDepth(band.melaninDepth, darkening), band.epidermisScatter,
            band.dermisAbsorb + band.bloodAbsorb * bloodMultiple, band.dermisScatter};
}

law::SkinLayers settledLayers(const SiteConstants& site) {
    return {site.epidermisMm, law::papillaryThickness(0.0, 0.0, law::papillaryMm), law::inkLayerMm};
}

law::Fluxes bareOverBlack(const SkinBand& band, const law::SkinLayers& layers, double darkening) {
    const law::SkinOptics own = opticsAt(band, 1, darkening);
    return law::overBlack(law::modesOf(own.melaninDepth / layers.epidermisMm, own.epidermisScatter), layers.epidermisMm,
                          law::modesOf(own.dermisAbsorb, own.dermisScatter), layers.cleanMm);
}

Bands aboveSpectrum(const SkinTable& skin, const law::SkinLayers& layers, double darkening) {
    Bands spectrum{};
    for (int b = 0; b < bandCount; ++b) spectrum[b] = law::leavingSkin(bareOverBlack(skin[b], layers, darkening));
    return spectrum;
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
    const law::SkinLayers layers{law::epidermisThickness(site.epidermisMm, place.integrity),
                                 law::papillaryThickness(place.freeShare, place.freeAtStart, law::papillaryMm),
                                 law::inkLayerMm};
    for (int b = 0; b < bandCount; ++b) {
        double absorb = 0, scatter = 0;
        for (std::size_t p = 0; p < place.doses.size(); ++p) {
            absorb += density * place.doses[p] * pigments[p * bandCount + b].absorb;
            scatter += density * place.doses[p] * pigments[p * bandCount + b].scatter;
        }
        const double inEpidermis = place.epidermalShare * law::inkedEpidermisMm;
        const law::SkinVeil veil =
            law::skinVeil(law::crustColour(skin[b].crustAbsorb, place.crustBlood),
                          law::crustInkDepth(absorb * inEpidermis, place.crust), skin[b].melaninDepth, place.crust,
                          place.young, place.flake, place.wet);
        const law::Returned light = law::clusteredSkin(
            opticsAt(skin[b], place.bloodMultiple, place.darkening),
            {absorb * place.dermalShare, scatter * place.dermalShare, absorb * inEpidermis, scatter * inEpidermis},
            cover, layers, veil);
        spectrum.all[b] = light.all;
        spectrum.above[b] = light.above;
        spectrum.crossed[b] = law::crossedLight(light);
    }
    return spectrum;
}

Spread spreadIn(const SkinTable& skin, const SiteConstants& site) {
    Spread spread{glm::dvec3(0), glm::dvec3(0), glm::dvec3(0)};
    const Bands bare = bareSpectrum(skin, site), shallow = aboveSpectrum(skin, {site.epidermisMm, 1e-4, 1e-4});
    constexpr double mostShallow = 0.5;
    glm::dvec3 sum(0);
    for (int b = 0; b < bandCount; ++b) {
        const glm::dvec3 light = glm::max(glm::dvec3(skin[b].light), glm::dvec3(0)) * bare[b];
        const double absorb = skin[b].dermisAbsorb + skin[b].bloodAbsorb, scatter = skin[b].dermisScatter;
        const double mean = law::lightSpreadMm(absorb, scatter, skin[b].melaninDepth);
        spread.lightMm += light * mean / (1 - std::min(shallow[b] / bare[b], mostShallow));
        spread.stretch += light * law::scatterStretch(scatter);
        spread.lean += light * law::viewLean(absorb, scatter, skin[b].melaninDepth);
        sum += light;
    }
    spread.lightMm /= sum;
    spread.stretch /= sum;
    spread.lean /= sum;
    return spread;
}

}  // namespace inkheal::skin
