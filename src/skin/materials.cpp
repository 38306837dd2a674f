#include "skin/materials.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "base/error.h"
#include "base/file.h"
#include "base/json.h"

namespace inkheal::skin {

namespace {

Spectrum spectrumOf(const Json& row, const std::string& key, const std::string& file) {
    const auto values = want<std::vector<float>>(row, key, file);
    if (int(values.size()) != bandCount)
        throw badInput(file, "\"" + key + "\" needs 16 values", "give one a band, 400 to 700 nm");
    Spectrum spectrum{};
    std::copy(values.begin(), values.end(), spectrum.begin());
    return spectrum;
}

struct ToneStep {
    double ita;
    Tone tone;
};

struct ToneTable {
    std::vector<ToneStep> steps;  // ita falling, melanin rising
    std::vector<std::pair<double, std::string>> classes;
    std::vector<double> monk;

    std::string label(double ita) const {
        for (const auto& [above, name] : classes)
            if (ita > above) return name;
        return classes.back().second;
    }
};

const ToneTable& toneTable() {
    static const ToneTable table = [] {
        const auto file = shareFolder() / "tones.json";
        const Json json = readJson(file);
        ToneTable made;
        for (const Json& row : want<Json>(json, "steps", file.string())) {
            const auto number = [&](const char* key) { return want<float>(row, key, file.string()); };
            Tone tone;
            tone.melanin = number("melanin");
            tone.blood = number("blood");
            tone.saturation = number("saturation");
            tone.scatterScale = number("scatterScale");
            tone.pedestal = number("pedestal");
            made.steps.push_back({number("ita"), tone});
        }
        for (const Json& row : want<Json>(json, "classes", file.string()))
            made.classes.emplace_back(want<double>(row, "itaAbove", file.string()),
                                      want<std::string>(row, "label", file.string()));
        made.monk = want<std::vector<double>>(json, "monk", file.string());
        if (made.steps.size() < 2 || made.classes.empty() || made.monk.size() != 10)
            throw badInput(file.string(), "a list is too short", "restore the shipped file");
        return made;
    }();
    return table;
}

Tone between(const Tone& a, const Tone& b, double t) {
    const auto straight = [t](float x, float y) { return float(x + (y - x) * t); };
    const auto ratio = [t](float x, float y) { return float(x * std::pow(double(y) / x, t)); };
    Tone tone;
    tone.melanin = ratio(a.melanin, b.melanin);
    tone.scatterScale = ratio(a.scatterScale, b.scatterScale);
    tone.blood = straight(a.blood, b.blood);
    tone.saturation = straight(a.saturation, b.saturation);
    tone.pedestal = straight(a.pedestal, b.pedestal);
    return tone;
}

Tone toneAtIta(double ita) {
    const auto& steps = toneTable().steps;
    std::size_t i = 1;
    while (i + 1 < steps.size() && steps[i].ita > ita) ++i;
    const double t = std::clamp((steps[i - 1].ita - ita) / (steps[i - 1].ita - steps[i].ita), 0.0, 1.0);
    Tone tone = between(steps[i - 1].tone, steps[i].tone, t);
    tone.label = toneTable().label(ita);
    return tone;
}

Tone toneOfMelanin(double melanin) {
    const auto& steps = toneTable().steps;
    std::size_t i = 1;
    while (i + 1 < steps.size() && steps[i].tone.melanin < melanin) ++i;
    const double a = steps[i - 1].tone.melanin, b = steps[i].tone.melanin;
    const double t = std::clamp(std::log(melanin / a) / std::log(b / a), 0.0, 1.0);
    Tone tone = between(steps[i - 1].tone, steps[i].tone, t);
    tone.melanin = float(melanin);
    tone.label = toneTable().label(steps[i - 1].ita + (steps[i].ita - steps[i - 1].ita) * t);
    return tone;
}

/// The number after `prefix`, if the text is just that.
bool numberAfter(const std::string& text, const std::string& prefix, double& number) {
    if (text.compare(0, prefix.size(), prefix) != 0 || text.size() == prefix.size()) return false;
    char* end = nullptr;
    number = std::strtod(text.c_str() + prefix.size(), &end);
    return *end == '\0' && std::isfinite(number);
}

}  // namespace

std::vector<Pigment> pigments() {
    static const std::vector<Pigment> all = [] {
        const std::string file = (shareFolder() / "pigments.json").string();
        std::vector<Pigment> made;
        for (const Json& row : want<Json>(readJson(file), "pigments", file)) {
            Pigment pigment;
            pigment.name = want<std::string>(row, "name", file);
            pigment.colourIndex = want<std::string>(row, "colourIndex", file);
            pigment.absorptionPerMm = spectrumOf(row, "absorptionPerMm", file);
            pigment.scatteringPerMm = spectrumOf(row, "scatteringPerMm", file);
            pigment.lossPerYear = want<float>(row, "lossPerYear", file);
            pigment.uvLossPer100Sed = want<float>(row, "uvLossPer100Sed", file);
            made.push_back(pigment);
        }
        return made;
    }();
    return all;
}

Pigment pigmentNamed(const std::string& name) {
    std::string known;
    for (const Pigment& pigment : pigments()) {
        if (pigment.name == name) return pigment;
        known += (known.empty() ? "" : ", ") + pigment.name;
    }
    throw badInput("pigment \"" + name + "\"", "there is no such pigment", "choose among " + known);
}

std::vector<Tone> tones() {
    std::vector<Tone> all;
    for (int i = 1; i <= 10; ++i) all.push_back(toneNamed("monk-" + std::to_string(i)));
    return all;
}

Tone toneNamed(const std::string& text) {
    Tone tone;
    double number = 0;
    if (numberAfter(text, "monk-", number) && number >= 1 && number <= 10 && number == std::floor(number))
        tone = toneAtIta(toneTable().monk[std::size_t(number) - 1]);
    else if (numberAfter(text, "ita:", number) && number >= -60 && number <= 70)
        tone = toneAtIta(number);
    else if (numberAfter(text, "melanin:", number) && number >= 0.001 && number <= 0.43)
        tone = toneOfMelanin(number);
    else
        throw Error{
            "Tone \"" + text +
                "\" is not known; use monk-1 to monk-10, ita:DEG (-60 to 70) or melanin:FRACTION (0.001 to 0.43).",
            Exit::usage};
    tone.name = text;
    return tone;
}

SiteConstants siteConstants(const std::string& siteName) {
    const std::string file = (shareFolder() / "sites.json").string();
    const Json json = readJson(file);
    for (const Json& row : want<Json>(json, "sites", file)) {
        if (want<std::string>(row, "name", file) != siteName) continue;
        const Json skin = want<Json>(row, "skin", file);
        SiteConstants site;
        const auto take = [&](const char* key, float& value) { value = want<float>(skin, key, file); };
        take("stratumCorneumMm", site.stratumCorneumMm);
        take("epidermisMm", site.epidermisMm);
        take("dermisMm", site.dermisMm);
        take("lossFactor", site.lossFactor);
        take("spreadFactor", site.spreadFactor);
        take("turnoverFactor", site.turnoverFactor);
        take("cellMm", site.cellMm);
        take("reliefMm", site.reliefMm);
        take("hairPerCm2", site.hairPerCm2);
        take("poresPerCm2", site.poresPerCm2);
        take("lightness", site.lightness);
        take("redness", site.redness);
        return site;
    }
    throw Error{"Site \"" + siteName + "\" is not known; see `inkheal info --sites`.", Exit::usage};
}

}  // namespace inkheal::skin
