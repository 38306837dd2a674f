// How skin's colour changes with its blood and melanin and over a vein.

#include "skin/complexion.h"

#include <gtest/gtest.h>

#include "skin/optics.h"

namespace inkheal::skin {
namespace {

Complexion of(const char* tone) {
    return {toneNamed(tone), siteConstants("wrist-inner")};
}

TEST(Complexion, IsTheToneItselfWithoutChange) {
    for (const char* tone : {"monk-1", "monk-5", "monk-10"}) {
        const glm::vec3 none = of(tone).factor(0, 0);
        for (int c = 0; c < 3; ++c) EXPECT_NEAR(none[c], 1, 1e-6) << tone;
    }
}

TEST(Complexion, IsTheLayersBetweenTheTablesPoints) {
    const SiteConstants site = siteConstants("ankle-inner");
    for (const char* name : {"monk-3", "monk-7"}) {
        const Complexion skin(toneNamed(name), site);
        for (const auto& [blood, melanin] : {std::pair(0.31f, -0.4f), {-0.77f, 0.52f}, {1.2f, 1.1f}}) {
            Tone there = toneAtSite(toneNamed(name), site);
            there.blood *= std::exp(blood), there.melanin *= std::exp(melanin);
            const glm::dvec3 exact = linearRgb(bareSpectrum(skinTable(there, site), site));
            const glm::vec3 factor = skin.factor(blood, melanin);
            for (int c = 0; c < 3; ++c)
                EXPECT_NEAR(double(factor[c] * skin.bare()[c]), exact[c], 0.004 * exact[c] + 1e-4) << name << c;
        }
    }
}

TEST(Complexion, BloodTakesGreenAndMelaninTakesBlue) {
    const Complexion skin = of("monk-4");
    const glm::vec3 redder = skin.factor(0.7f, 0), browner = skin.factor(0, 0.7f);
    EXPECT_LT(redder.g, 0.92f * redder.r);
    EXPECT_LT(browner.b, 0.9f * browner.g);
    EXPECT_LT(browner.g, browner.r);
    EXPECT_EQ(skin.factor(9, 0), skin.factor(Complexion::mostBlood, 0)) << "the table's rim";
}

TEST(Complexion, VeinsAreBluishFadeWithDepthAndHardlyShowInDarkSkin) {
    // Kienle et al. 1996: a vein takes more of the red light, which reaches it, than of the blue, which does not.
    const Complexion light = of("monk-2"), dark = of("monk-9");
    glm::vec3 before = light.over({0.8f, 1.5f});
    for (const float depthMm : {1.3f, 1.8f, 2.5f, 3.5f}) {
        const glm::vec3 over = light.over({depthMm, 1.5f});
        EXPECT_LT(over.r, over.b) << depthMm;
        EXPECT_LE(over.r, 1);
        EXPECT_GT(over.r, before.r) << depthMm;
        before = over;
    }
    EXPECT_LT(light.over({1.5f, 1.5f}).r, 0.85f);
    EXPECT_GT(before.r, 0.9f);
    EXPECT_LT(light.over({1.5f, 2.5f}).r, light.over({1.5f, 0.5f}).r) << "a thicker one is darker";
    const auto contrast = [](const Complexion& skin) { return skin.bare().r * (1 - skin.over({1.5f, 1.5f}).r); };
    EXPECT_LT(contrast(dark), 0.3f * contrast(light));
}

TEST(Vein, IsSeenWiderAndPalerTheDeeperItLies) {
    const auto width = [](const Vein& vein) {  // where it is half as dark as over its middle
        float mm = 0;
        while (veinShare(vein, 1.5f, mm) > 0.5f * veinShare(vein, 1.5f, 0)) mm += 0.01f;
        return mm;
    };
    EXPECT_GT(width({2.5f, 1.5f}), width({1, 1.5f}) + 0.3f);
    EXPECT_LT(veinShare({2.5f, 1.5f}, 1.5f, 0), veinShare({1, 1.5f}, 1.5f, 0));
    double area = 0;
    for (float mm = -12; mm < 12; mm += 0.01f) area += 0.01 * double(veinShare({1.5f, 1.5f}, 1.8f, mm));
    EXPECT_NEAR(area, 1.8, 0.01) << "light is spread, not lost";
    EXPECT_NEAR(veinShare({1.5f, 1.5f}, 100, 0), 1, 1e-4);
}

}  // namespace
}  // namespace inkheal::skin
