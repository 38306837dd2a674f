// Holds the layer optics against science.md section 10, rows 1 to 5, in double on the CPU.

#include "skin/optics.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/colour.h"

namespace inkheal::skin {
namespace {

struct ClassCase {
    const char* label;
    Tone tone;
    glm::dvec3 lab;                // measured mean, D65, 10 degrees
    std::array<double, 9> rows{};  // reflectance at 420 460 500 540 560 580 600 640 700 nm, if given
};

Tone classTone(float melanin, float blood, float saturation, float scatterScale, float pedestal) {
    return {"", "", melanin, blood, saturation, scatterScale, pedestal};
}

const std::vector<ClassCase>& classes() {
    static const std::vector<ClassCase> all{{"light",
                                             classTone(0.0157f, 0.0049f, 0.763f, 0.637f, 0.061f),
                                             {64.3, 7.0, 13.7},
                                             {.178, .268, .311, .296, .305, .316, .418, .481, .499}},
                                            {"tan",
                                             classTone(0.0388f, 0.0139f, 0.784f, 0.824f, 0.060f),
                                             {56.3, 10.1, 16.8},
                                             {.112, .173, .212, .209, .220, .234, .325, .402, .443}},
                                            {"dark",
                                             classTone(0.2238f, 0.0034f, 0.771f, 0.702f, 0.053f),
                                             {37.1, 8.7, 12.3},
                                             {.049, .069, .081, .084, .090, .097, .133, .166, .183}}};
    return all;
}

Bands measured(const Tone& tone, double blood = 1) {
    Bands spectrum = bareSpectrum(skinTable(tone, SiteConstants{}), SiteConstants{}, blood);
    for (double& value : spectrum) value += tone.pedestal;
    return spectrum;
}

glm::dvec3 blackRatio(const Tone& tone, const InkedPlace& place, double* luminance = nullptr) {
    Pigment black;
    black.absorptionPerMm.fill(20);
    black.scatteringPerMm.fill(0.5f);
    const auto bands = pigmentTable(std::span(&black, 1));
    const SkinTable skin = skinTable(tone, SiteConstants{});
    const glm::dvec3 ink = linearRgb(inkedSpectrum(skin, bands, SiteConstants{}, place).all);
    const glm::dvec3 bare = linearRgb(bareSpectrum(skin, SiteConstants{}));
    const glm::dvec3 y{0.2126, 0.7152, 0.0722};
    if (luminance) *luminance = glm::dot(ink, y) / glm::dot(bare, y);
    return ink / bare;
}

InkedPlace fresh() {
    return {{1.0}, 0.20, 0.80, 0.80, 0.1};
}
InkedPlace healed() {
    return {{1.0}, 0.0, 0.68, 0.0, 1.0};
}

TEST(Optics, BareSkinOfEachClassIsTheMeasuredColour) {
    for (const ClassCase& c : classes()) EXPECT_LE(glm::distance(lab10(measured(c.tone)), c.lab), 3) << c.label;
}

TEST(Optics, BareSkinSpectraAreTheMeasuredOnes) {
    const std::array<int, 9> nm{420, 460, 500, 540, 560, 580, 600, 640, 700};
    for (const ClassCase& c : classes())
        for (std::size_t i = 0; i < nm.size(); ++i)
            EXPECT_NEAR(measured(c.tone)[std::size_t(nm[i] - 400) / 20], c.rows[i], 0.02) << c.label << " " << nm[i];
    const Bands light = measured(classes()[0].tone);
    EXPECT_LT(light[7], light[5]);  // the blood dip at 540 below 500 nm
    EXPECT_LT(light[9] + 0.05, light[10]);
}

TEST(Optics, DoubledBloodReddensLightSkinAndHardlyDarkSkin) {
    for (const ClassCase& c : classes()) {
        const glm::dvec3 change = lab10(measured(c.tone, 2)) - lab10(measured(c.tone));
        if (std::string(c.label) == "dark") {
            EXPECT_LT(std::abs(change.y), 1) << c.label;
        } else {
            EXPECT_NEAR(change.y, 2.2, 0.8) << c.label;
            EXPECT_NEAR(change.x, -3.0, 0.7) << c.label;
            const Bands before = measured(c.tone), after = measured(c.tone, 2);
            const auto index = [](const Bands& r) {  // log10 R655 - log10 R568, between the bands
                return 100 * (std::log10(r[12] * 0.25 + r[13] * 0.75) - std::log10(r[8] * 0.6 + r[9] * 0.4));
            };
            EXPECT_NEAR(index(after) - index(before), 6.7, 1.5) << c.label;
        }
    }
}

TEST(Optics, BlackFillOverBareSkinIsThePhotographsRatio) {
    double freshLuminance = 0, healedLuminance = 0;
    const glm::dvec3 young = blackRatio(classes()[0].tone, fresh(), &freshLuminance);
    const glm::dvec3 old = blackRatio(classes()[0].tone, healed(), &healedLuminance);
    EXPECT_NEAR(young.r, 0.03, 0.03);
    EXPECT_NEAR(young.g, 0.05, 0.03);
    EXPECT_NEAR(young.b, 0.07, 0.03);
    EXPECT_NEAR(old.r, 0.10, 0.06);
    EXPECT_NEAR(old.g, 0.18, 0.06);
    EXPECT_NEAR(old.b, 0.28, 0.06);
    EXPECT_NEAR(freshLuminance, 0.047, 0.05);
    EXPECT_NEAR(healedLuminance, 0.17, 0.05);
    for (const ClassCase& c : classes()) {
        const glm::dvec3 ratio = blackRatio(c.tone, healed());
        EXPECT_LT(ratio.r, ratio.g) << c.label;
        EXPECT_LT(ratio.g, ratio.b) << c.label;
    }
}

TEST(Optics, InkOfNoDoseIsBareSkin) {
    for (const ClassCase& c : classes()) {
        const SkinTable skin = skinTable(c.tone, SiteConstants{});
        InkedPlace none = healed();
        none.doses = {};
        const Bands inked = inkedSpectrum(skin, {}, SiteConstants{}, none).all,
                    bare = bareSpectrum(skin, SiteConstants{});
        for (int b = 0; b < bandCount; ++b) EXPECT_NEAR(inked[b], bare[b], 2e-4) << c.label << " " << bandCentreNm(b);
    }
}

TEST(Optics, WhiteInWhiteLightIsOne) {
    Bands white;
    white.fill(1);
    const glm::dvec3 rgb = linearRgb(white);
    for (int c = 0; c < 3; ++c) EXPECT_NEAR(rgb[c], 1, 1e-12);
    EXPECT_NEAR(lab10(white).x, 100, 1e-9);
    EXPECT_NEAR(labFromLinear({1, 1, 1}).y, 0, 0.02);
}

TEST(Optics, CloudyFilmLightensBlackAndWaterTakesItBack) {
    const SkinTable skin = skinTable(classes()[0].tone, SiteConstants{});
    Pigment black;
    black.absorptionPerMm.fill(20);
    const auto bands = pigmentTable(std::span(&black, 1));
    InkedPlace clear = healed(), cloudy = healed(), wet = healed();
    cloudy.young = wet.young = 0.43;
    wet.wet = 1;
    const auto lightness = [&](const InkedPlace& place) {
        return labFromLinear(linearRgb(inkedSpectrum(skin, bands, SiteConstants{}, place).all)).x;
    };
    EXPECT_GT(lightness(cloudy) - lightness(clear), 3);
    EXPECT_LT(lightness(cloudy) - lightness(clear), 8);
    EXPECT_LT(lightness(wet), lightness(cloudy));
}

TEST(Optics, CrustOverInkIsBrown) {
    const SkinTable skin = skinTable(classes()[0].tone, SiteConstants{});
    InkedPlace crusted = healed();
    crusted.doses = {};
    crusted.crust = 0.9;
    const glm::dvec3 rgb = linearRgb(inkedSpectrum(skin, {}, SiteConstants{}, crusted).all);
    EXPECT_GT(rgb.r, 1.5 * rgb.g);
    EXPECT_GT(rgb.g, rgb.b);
    EXPECT_LT(rgb.g, linearRgb(bareSpectrum(skin, SiteConstants{})).g * 0.6);
}

TEST(Optics, SiteMovesLightnessAndRedness) {
    SiteConstants site;
    site.lightness = -3;
    site.redness = 2;
    const Tone tone = classes()[0].tone;
    const auto seen = [&](const Tone& t) {
        Bands spectrum = bareSpectrum(skinTable(t, site), site);
        for (double& value : spectrum) value += t.pedestal;
        return lab10(spectrum);
    };
    const glm::dvec3 moved = seen(toneAtSite(tone, site)) - seen(tone);
    EXPECT_NEAR(moved.x, -3, 0.3);
    EXPECT_NEAR(moved.y, 2, 0.4);
}

}  // namespace
}  // namespace inkheal::skin
