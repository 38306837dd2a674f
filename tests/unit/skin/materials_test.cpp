// The shipped pigments and tones: complete, ordered, and of the colours they claim.

#include "skin/materials.h"

#include <gtest/gtest.h>

#include "base/colour.h"
#include "base/error.h"
#include "skin/optics.h"

namespace inkheal::skin {
namespace {

glm::dvec3 freshRatio(const std::string& name) {
    const Pigment pigment = pigmentNamed(name);
    const auto bands = pigmentTable(std::span(&pigment, 1));
    const SkinTable skin = skinTable(toneNamed("ita:43.5"), SiteConstants{});
    const InkedPlace place{{1.0}, 0.20, 0.80, 0.80, 0.1};
    return linearRgb(inkedSpectrum(skin, bands, SiteConstants{}, place).all) /
           linearRgb(bareSpectrum(skin, SiteConstants{}));
}

TEST(Materials, FreshInksHaveTheRatiosOfThePhotograph) {
    // Ratio to bare skin on day 0 (one ankle, uncalibrated, science.md section 7).
    const std::vector<std::pair<std::string, glm::dvec3>> photograph{
        {"black", {.03, .05, .07}}, {"red", {.88, .07, .09}},  {"yellow", {1.07, .85, .11}},
        {"green", {.01, .31, .09}}, {"blue", {.03, .10, .38}}, {"magenta", {.72, .09, .39}},
        {"purple", {.06, .06, .21}}};
    for (const auto& [name, wanted] : photograph)
        for (int c = 0; c < 3; ++c) EXPECT_NEAR(freshRatio(name)[c], wanted[c], 0.10) << name << " " << c;
}

TEST(Materials, EveryTraysPigmentIsThere) {
    for (const char* name :
         {"black", "white", "red", "orange", "yellow", "green", "blue", "magenta", "purple", "brown"})
        EXPECT_EQ(pigmentNamed(name).name, name);
    EXPECT_THROW(pigmentNamed("octarine"), Error);
    for (const Pigment& pigment : pigments())
        for (int b = 0; b < bandCount; ++b) {
            EXPECT_GE(pigment.absorptionPerMm[b], 0);
            EXPECT_GE(pigment.scatteringPerMm[b], 0);
        }
}

TEST(Materials, MonkTonesAreTenAndDarkenStepByStep) {
    double before = 100;
    for (const Tone& tone : tones()) {
        const Bands spectrum = bareSpectrum(skinTable(tone, SiteConstants{}), SiteConstants{});
        const double lightness = labFromLinear(linearRgb(spectrum)).x;
        EXPECT_LT(lightness, before - (before < 100 ? 0.6 : 0)) << tone.name;
        before = lightness;
    }
    EXPECT_EQ(tones().size(), 10U);
    EXPECT_EQ(toneNamed("monk-2").label, "light");
    EXPECT_EQ(toneNamed("monk-9").label, "dark");
}

TEST(Materials, AskedTypologyAngleIsTheSkins) {
    for (double ita : {-55.0, -40.0, -10.0, 5.0, 25.0, 38.0, 50.0, 60.0}) {
        const Tone tone = toneNamed("ita:" + std::to_string(ita));
        Bands spectrum = bareSpectrum(skinTable(tone, SiteConstants{}), SiteConstants{});
        for (double& value : spectrum) value += tone.pedestal;
        EXPECT_NEAR(typologyAngle(lab10(spectrum)), ita, 2) << ita;
    }
}

TEST(Materials, MelaninToneHasThatMelanin) {
    EXPECT_FLOAT_EQ(toneNamed("melanin:0.05").melanin, 0.05f);
    EXPECT_FLOAT_EQ(toneNamed("melanin:0.43").melanin, 0.43f);
}

TEST(Materials, WrongTonesAreRefused) {
    for (const char* text :
         {"monk-0", "monk-11", "monk-", "monk-2.5", "ita:90", "ita:", "ita:nan", "melanin:0.9", "pale", ""})
        EXPECT_THROW(toneNamed(text), Error) << text;
}

TEST(Materials, SiteReadsItsSkin) {
    const SiteConstants site = siteConstants("index-finger-top");
    EXPECT_NEAR(site.epidermisMm, 0.09, 0.02);
    EXPECT_FLOAT_EQ(site.lossFactor, 3);
    EXPECT_THROW(siteConstants("third-elbow"), Error);
}

}  // namespace
}  // namespace inkheal::skin
