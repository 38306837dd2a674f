// Kubelka-Munk layers and what is built of them, against closed forms.

#include <gtest/gtest.h>

#include "skin/optics.h"

namespace inkheal::skin {
namespace {

using namespace law;

TEST(Layer, IsTheHyperbolicFormOfKubelkaAndMunk) {
    for (double k : {0.05, 0.5, 4.0, 20.0})
        for (double s : {0.2, 1.5, 8.0})
            for (double mm : {0.02, 0.1, 0.6}) {
                const double a = 1 + k / s, b = std::sqrt(a * a - 1), sinh = std::sinh(b * s * mm),
                             cosh = std::cosh(b * s * mm);
                const OpticalLayer layer = kubelkaLayer(k, s, mm);
                EXPECT_NEAR(layer.reflect, sinh / (a * sinh + b * cosh), 1e-12) << k << " " << s << " " << mm;
                EXPECT_NEAR(layer.transmit, b / (a * sinh + b * cosh), 1e-12) << k << " " << s << " " << mm;
                EXPECT_LE(layer.reflect + layer.transmit, 1);
            }
}

TEST(Layer, WithoutScatteringIsBeersLaw) {
    for (double k : {0.1, 2.0, 30.0})
        for (double mm : {0.05, 0.3}) {
            const OpticalLayer layer = kubelkaLayer(k, 0.0, mm);
            EXPECT_NEAR(layer.transmit, std::exp(-k * mm), 1e-3 * std::exp(-k * mm)) << k << " " << mm;
            EXPECT_NEAR(layer.reflect, 0, 1e-3);
        }
}

TEST(Layer, OfNoThicknessIsNotThereAndAVeryDeepOneIsEndless) {
    const OpticalLayer none = kubelkaLayer(3.0, 2.0, 0.0);
    EXPECT_EQ(none.reflect, 0);
    EXPECT_DOUBLE_EQ(none.transmit, 1);
    for (double k : {0.3, 3.0, 300.0}) {
        const OpticalLayer deep = kubelkaLayer(k, 2.0, 1e4);
        EXPECT_NEAR(deep.reflect, halfSpace(k, 2.0), 1e-12);
        EXPECT_LT(deep.transmit, 1e-15);
        EXPECT_TRUE(std::isfinite(deep.reflect));
    }
}

TEST(HalfSpace, SolvesKubelkasQuadratic) {
    for (double k : {0.0, 0.01, 1.0, 50.0}) {
        const double r = halfSpace(k, 2.0);
        EXPECT_NEAR((1 - r) * (1 - r) / (2 * r), k / 2, 1e-9 * (1 + k));
    }
    EXPECT_DOUBLE_EQ(halfSpace(0.0, 2.0), 1) << "white in white light returns 1";
}

TEST(White, SkinInWhiteLightReturnsAllButTheSurfacesShare) {
    EXPECT_NEAR(leavingSkin(1.0), enteringShare, 1e-12) << "what the surface turned back at once is gloss";
    EXPECT_EQ(leavingSkin(0.0), 0);
    SkinOptics white{};
    white.epidermisS = white.epidermisDarkS = 6;
    white.dermisS = white.dermisDarkS = 3;
    EXPECT_NEAR(bareSkin(white, 0.08), enteringShare, 1e-3);
    const OpticalLayer clear{0, 1};
    const InkOptics whiteInk{0, 5, 0, 1};
    const Returned inked = inkedSkin(white, whiteInk, 0.08, 0.05, clear);
    EXPECT_NEAR(inked.all, enteringShare, 1e-3);
    EXPECT_LT(inked.above, inked.all) << "over perfect black some is lost even in white skin";
}

TEST(Skin, InkOfNoStrengthIsBareSkin) {
    SkinOptics skin{};
    skin.melaninDepth = 0.2, skin.epidermisS = 5, skin.epidermisDarkS = 1;
    skin.dermisK = 0.4, skin.dermisS = 2.5, skin.dermisDarkS = 0.5;
    const InkOptics none{};
    for (double clean : {1e-4, 0.05, 0.2})
        EXPECT_NEAR(inkedSkin(skin, none, 0.08, clean, {0, 1}).all, bareSkin(skin, 0.08), 1e-12) << clean;
    for (double cover : {0.0, 0.3, 1.0})
        EXPECT_NEAR(clusteredSkin(skin, none, cover, 0.08, 0.05, {0, 1}).all, bareSkin(skin, 0.08), 1e-12);
}

TEST(Skin, MoreInkOrMoreBloodIsNeverBrighter) {
    SkinOptics skin{};
    skin.melaninDepth = 0.2, skin.epidermisS = 5, skin.epidermisDarkS = 1;
    skin.dermisK = 0.4, skin.dermisS = 2.5, skin.dermisDarkS = 0.5;
    double before = 1;
    for (double k = 0; k < 80; k += 0.5) {
        const Returned light = inkedSkin(skin, {k, 0, 0, 0}, 0.08, 0.05, {0, 1});
        EXPECT_LE(light.all, before + 1e-12) << k;
        EXPECT_GT(light.all, 0);
        before = light.all;
    }
    before = 1;
    for (double k = 0; k < 10; k += 0.1) {
        skin.dermisK = k;
        EXPECT_LT(bareSkin(skin, 0.08), before);
        before = bareSkin(skin, 0.08);
    }
    EXPECT_DOUBLE_EQ(bloodMultiple(0.0), 1);
    EXPECT_DOUBLE_EQ(bloodMultiple(1.0), 5);
    EXPECT_DOUBLE_EQ(bloodMultiple(-1.0), 1);
}

TEST(Skin, SeenOverIsAStackOnItsGround) {
    const OpticalLayer top = kubelkaLayer(1.0, 3.0, 0.1), below = kubelkaLayer(0.3, 2.0, 0.4);
    EXPECT_NEAR(seenOver(stacked(top, below), 0.6), seenOver(top, seenOver(below, 0.6)), 1e-12);
    EXPECT_GT(std::abs(stacked(top, below).reflect - stacked(top, below).back), 0.01) << "two sides, two colours";
    EXPECT_NEAR(stacked(top, below).back, stacked(below, top).reflect, 1e-12);
    EXPECT_NEAR(stacked(top, below).transmit, stacked(below, top).transmit, 1e-12) << "light goes both ways alike";
    EXPECT_EQ(seenOver({0, 1}, 0.37), 0.37) << "a clear veil";
    EXPECT_EQ(seenOver(top, 0.0), top.reflect) << "over black";
}

TEST(Clusters, KeepTheInkThatIsThere) {
    const double closing = closingLoad(1.0);
    EXPECT_DOUBLE_EQ(closing, closingDose);
    EXPECT_DOUBLE_EQ(closingLoad(0.2), closingDose * healedShare);
    for (double load : {0.01, 0.2, 0.5, 0.735, 1.0, 2.0}) {
        const double cover = clusterCover(load, closing), density = clusterDensity(load, closing);
        EXPECT_LE(cover, 1);
        EXPECT_NEAR(load * density * cover, load, 1e-12) << "ink in clusters times their area";
        EXPECT_GE(load * density, closing - 1e-12) << "a cluster is never paler than a closed fill";
    }
    EXPECT_EQ(clusterCover(0.0, closing), 0);
}

TEST(Depths, AreBoundedAndMonotone) {
    EXPECT_DOUBLE_EQ(epidermisThickness(0.1, 1.0), 0.1);
    EXPECT_DOUBLE_EQ(epidermisThickness(0.1, 0.0), 0.03);
    EXPECT_NEAR(papillaryThickness(0.7, 0.7), 0, 2e-4) << "day 0: the ink reaches the top of the dermis";
    EXPECT_NEAR(papillaryThickness(0.0, 0.7), papillaryMm, 2e-4) << "healed";
    EXPECT_NEAR(papillaryThickness(0.0, 0.0), papillaryMm, 2e-4) << "spread in from elsewhere";
    // On day t of what was free exp(-0.345 t) still is, and clean dermis grows as 1 - exp(-t / 20).
    for (double atStart : {0.36, freeShareAtStart})
        for (double day : {1.0, 5.0, 20.0, 60.0})
            EXPECT_NEAR(papillaryThickness(atStart * std::exp(-captureRatePerDay * day), atStart),
                        papillaryMm * (1 - std::exp(-day / settlingDays)), 2e-4)
                << day;
    EXPECT_DOUBLE_EQ(seenInkDepthMm(0.1, 0.0), 0.1);
    EXPECT_NEAR(seenInkDepthMm(0.1, 0.5), 0.1 * std::exp(-1.0), 1e-12);
    EXPECT_DOUBLE_EQ(inkTransmittance(0.3, 0.1, 0.2), 1) << "no ink: what crosses comes back";
    EXPECT_NEAR(inkTransmittance(0.1, 0.1, 0.2), 0.01, 1e-12) << "perfect ink";
    EXPECT_NEAR(inkTransmittance(0.15, 0.1, 0.2), 0.5, 1e-12);
}

TEST(Veil, ClearWhereNothingLiesAndDarkenedByCrust) {
    const OpticalLayer none = skinVeil(5.0, 0.0, 0.2, 0.0, 0.0, 0.0, 0.0);
    EXPECT_NEAR(none.reflect, 0, 1e-4);
    EXPECT_NEAR(none.transmit, 1, 1e-4);
    const OpticalLayer flakes = skinVeil(5.0, 0.0, 0.2, 0.0, 0.0, 1.0, 0.0),
                       wet = skinVeil(5.0, 0.0, 0.2, 0.0, 0.0, 1.0, 1.0),
                       crust = skinVeil(5.0, 0.0, 0.2, 1.0, 0.0, 0.0, 0.0);
    EXPECT_GT(flakes.reflect, 0.05);
    EXPECT_NEAR(wet.reflect, 0.3 * flakes.reflect, 0.06 * flakes.reflect) << "water fills the air between";
    EXPECT_LT(crust.transmit, 0.9);
    EXPECT_GT(crust.transmit, 0.2);
    EXPECT_DOUBLE_EQ(crustInkDepth(2.0, 1.0), 0.6);
    EXPECT_DOUBLE_EQ(crustColour(10.0, 0.0), 2);
    EXPECT_DOUBLE_EQ(crustColour(10.0, 1.0), 10);
}

}  // namespace
}  // namespace inkheal::skin
