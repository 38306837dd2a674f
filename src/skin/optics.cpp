#include "skin/optics.h"

#include <cmath>

#include "base/check.h"

namespace inkheal::skin {

Tone toneAtSite(const Tone& tone, const SiteConstants& site) {
    if (site.lightness == 0 && site.redness == 0) return tone;
    const auto seen = [&](double melanin, double blood) {
        Tone there = tone;
        there.melanin = float(melanin);
        there.blood = float(blood);
        Bands spectrum = bareSpectrum(skinTable(there), site);
        for (double& value : spectrum) value += tone.pedestal;
        const glm::dvec3 lab = lab10(spectrum);
        return glm::dvec2(lab.x, lab.y);
    };
    // Newton in the logarithms of both; dark skin hides its blood, so the steps are bounded and the blood stays within
    // a factor 3.
    double melanin = std::log(tone.melanin), blood = std::log(tone.blood);
    const double bloodStart = blood;
    const glm::dvec2 wanted = seen(tone.melanin, tone.blood) + glm::dvec2(site.lightness, site.redness);
    for (int step = 0; step < 12; ++step) {
        const double h = 0.02;
        const glm::dvec2 now = seen(std::exp(melanin), std::exp(blood));
        const glm::dvec2 byMelanin = (seen(std::exp(melanin + h), std::exp(blood)) - now) / h;
        const glm::dvec2 byBlood = (seen(std::exp(melanin), std::exp(blood + h)) - now) / h;
        const glm::dvec2 off = wanted - now;
        const double determinant = byMelanin.x * byBlood.y - byBlood.x * byMelanin.y;
        if (glm::length(off) < 0.02 || std::abs(determinant) < 1e-3) break;
        melanin += std::clamp((off.x * byBlood.y - byBlood.x * off.y) / determinant, -0.5, 0.5);
        blood += std::clamp((byMelanin.x * off.y - off.x * byMelanin.y) / determinant, -0.5, 0.5);
        melanin = std::clamp(melanin, std::log(0.0008), std::log(0.43));
        blood = std::clamp(blood, bloodStart - 1.1, bloodStart + 1.1);
    }
    Tone there = tone;
    there.melanin = float(std::exp(melanin));
    there.blood = float(std::exp(blood));
    return there;
}

SkinTable skinTable(const Tone& tone) {
    SkinTable table{};
    // Thick epidermis is thick by its dead cells: the pigment of 0.08 mm is all there is.
    constexpr double pigmentedMm = 0.08;
    for (int b = 0; b < bandCount; ++b) {
        const double nm = bandCentreNm(b), melanin = tone.melanin, blood = tone.blood, saturation = tone.saturation;
        const double clear = law::tissueAbsorption(nm);
        const double epidermis = melanin * law::melaninAbsorption(nm) + (1 - melanin) * clear;
        const double own = saturation * oxygenatedBlood()[b] + (1 - saturation) * deoxygenatedBlood()[b];
        const double dermis = blood * own + (1 - blood) * clear;
        SkinBand& band = table[b];
        band.light = glm::vec4(glm::vec3(rgbWeight(b)), float(nm));
        band.melaninDepth = float(2 * epidermis * pigmentedMm);
        band.epidermisS = float(law::kubelkaS(law::epidermisScattering(nm) * tone.scatterScale, epidermis));
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

law::SkinOptics opticsAt(const SkinBand& band, double bloodMultiple) {
    return {band.melaninDepth, band.epidermisS, band.epidermisDarkS, band.dermisBaseK + band.bloodK * bloodMultiple,
            band.dermisS,      band.dermisDarkS};
}

Bands bareSpectrum(const SkinTable& skin, const SiteConstants& site, double bloodMultiple) {
    Bands spectrum{};
    for (int b = 0; b < bandCount; ++b) spectrum[b] = law::bareSkin(opticsAt(skin[b], bloodMultiple), site.epidermisMm);
    return spectrum;
}

InkedSpectrum inkedSpectrum(const SkinTable& skin, std::span<const PigmentBand> pigments, const SiteConstants& site,
                            const InkedPlace& place) {
    checkEqual(pigments.size(), place.doses.size() * bandCount, "bands of the pigments in an inked place");
    InkedSpectrum spectrum{};
    for (int b = 0; b < bandCount; ++b) {
        double k = 0, s = 0;
        for (std::size_t p = 0; p < place.doses.size(); ++p) {
            k += place.doses[p] * pigments[p * bandCount + b].absorbK;
            s += place.doses[p] * pigments[p * bandCount + b].scatterS;
        }
        const double inEpidermis = place.epidermalShare * law::inkedEpidermisMm;
        const law::OpticalLayer veil = law::skinVeil(law::crustColour(skin[b].crustK, place.crustBlood),
                                                     law::crustInkDepth(k * inEpidermis, place.crust), skin[b].melaninDepth, place.crust,
                                                     place.young, place.flake, place.wet);
        const law::Returned light = law::inkedSkin(
            opticsAt(skin[b], place.bloodMultiple),
            {k * place.dermalShare, s * place.dermalShare, k * inEpidermis, s * inEpidermis},
            law::epidermisThickness(site.epidermisMm, place.integrity), law::papillaryThickness(place.freeShare), veil);
        spectrum.all[b] = light.all;
        spectrum.above[b] = light.above;
    }
    return spectrum;
}

}  // namespace inkheal::skin
