// Four fluxes in layers of skin and what is built of them, against closed forms, discrete ordinates and Monte Carlo.

#include <gtest/gtest.h>

#include <random>

#include "ordinates.h"
#include "skin/optics.h"

namespace inkheal::skin {
namespace {

using namespace law;

SkinOptics lightSkin() {
    return {0.1, 4, 0.2, 3};
}
constexpr SkinLayers settled{0.08, 0.05, 0.35};

/// The same stack by both ways, from the top down to an endless ground.
double fluxReflectance(const std::vector<OrdinateLayer>& stack) {
    Fluxes seen = halfSpace(modesOf(stack.back().absorb, stack.back().scatter));
    for (std::size_t i = stack.size() - 1; i-- > 0;)
        seen = layerOver(stack[i].absorb, stack[i].scatter, stack[i].mm, seen);
    return leavingSkin(seen);
}

TEST(Ordinates, AgreeWithTheMonteCarloOfInkUnderSkin) {
    // Green light, ../reference/ink_under_skin: flat skin; black ink of 20 per mm at 0 to 0.5, 0.3 to 0.8, 0.6 to 1.2
    // mm.
    const OrdinateLayer epidermis{1.24, 3.83, 0.08}, dermis{0.17, 3.83, 60};
    const auto inked = [&](double top, double bottom) -> std::vector<OrdinateLayer> {
        if (top == 0) return {{21.24, 3.83, 0.08}, {20.17, 3.83, bottom - 0.08}, dermis};
        return {epidermis, {0.17, 3.83, top - 0.08}, {20.17, 3.83, bottom - top}, dermis};
    };
    EXPECT_NEAR(ordinateReflectance({epidermis, dermis}), 0.2512, 0.001);
    EXPECT_NEAR(ordinateReflectance(inked(0, 0.5)), 0.0053, 0.0005);
    EXPECT_NEAR(ordinateReflectance(inked(0.3, 0.8)), 0.1411, 0.001);
    EXPECT_NEAR(ordinateReflectance(inked(0.6, 1.2)), 0.2069, 0.001);
    EXPECT_NEAR(ordinateReflectance({{0.83, 3.13, 0.08}, {0.033, 3.13, 60}}), 0.402, 0.002);
    EXPECT_NEAR(ordinateReflectance({{2.4, 5.79, 0.08}, {0.21, 5.79, 60}}), 0.191, 0.002);
}

TEST(FourFluxes, AreWithinAHundredthOfDiscreteOrdinatesInEverySkinAndInk) {
    std::mt19937 random(7);
    const auto between = [&](double low, double high) {
        return std::uniform_real_distribution<double>(low, high)(random);
    };
    const auto ratio = [&](double low, double high) { return std::exp(between(std::log(low), std::log(high))); };
    double squares = 0;
    constexpr int cases = 24;
    for (int i = 0; i < cases; ++i) {
        const double scatter = between(2, 7), absorb = ratio(0.02, 1.5), ink = ratio(0.2, 40);
        const OrdinateLayer epidermis{ratio(0.2, 12), scatter * between(1, 1.5), 0.08}, dermis{absorb, scatter, 60};
        std::vector<OrdinateLayer> stack{epidermis, dermis};
        if (i % 3 > 0)
            stack = {epidermis,
                     {absorb, scatter, ratio(0.01, 0.4)},
                     {absorb + ink, scatter + (i % 2 ? 8 : 0), 0.35},
                     dermis};
        if (i % 3 > 1) stack.insert(stack.begin(), {between(0, 3), between(1, 20), i % 2 ? 0.02 : 0.1});
        const double truth = ordinateReflectance(stack), fluxes = fluxReflectance(stack);
        EXPECT_NEAR(fluxes, truth, 0.0015 + 0.012 * truth) << "case " << i;
        squares += std::pow((fluxes - truth) / (0.002 + truth), 2);
    }
    EXPECT_LT(std::sqrt(squares / cases), 0.012);
}

TEST(FourFluxes, SplitLayerIsTheSameLayer) {
    const Fluxes ground = halfSpace(modesOf(0.2, 3.0));
    for (double absorb : {0.01, 1.0, 40.0})
        for (double scatter : {0.1, 2.0, 10.0}) {
            const double whole = leavingSkin(layerOver(absorb, scatter, 0.3, ground));
            const double halves =
                leavingSkin(layerOver(absorb, scatter, 0.15, layerOver(absorb, scatter, 0.15, ground)));
            EXPECT_NEAR(whole, halves, 1e-11) << absorb << " " << scatter;
            const Fluxes endless = halfSpace(modesOf(absorb, scatter));
            EXPECT_NEAR(leavingSkin(layerOver(absorb, scatter, 0.3, endless)), leavingSkin(endless), 1e-11);
            EXPECT_NEAR(leavingSkin(layerOver(absorb, scatter, 1e-9, ground)), leavingSkin(ground), 1e-6);
            EXPECT_NEAR(leavingSkin(layerOver(absorb, scatter, 1e3, ground)), leavingSkin(endless), 1e-9);
        }
}

TEST(FourFluxes, WithoutScatteringLightGoesStraight) {
    const Fluxes white = fluxes(0, 0, 0, 1);  // sends all of the cone straight back
    for (double absorb : {0.1, 2.0})
        EXPECT_NEAR(layerOver(absorb, 0.0, 0.3, white).cc, std::exp(-2 * conePath * absorb * 0.3), 1e-4);
}

TEST(White, SkinReturnsAllButTheSurfacesShare) {
    const SkinOptics white{0, 6, 0, 3};
    EXPECT_NEAR(bareSkin(white, 0.08), enteringShare, 3e-3) << "what the surface turned back at once is gloss";
    const Returned inked = inkedSkin(white, {0, 5, 0, 1}, settled, clearVeil());
    EXPECT_NEAR(inked.all, enteringShare, 3e-3);
    EXPECT_LT(inked.above, inked.all) << "over perfect black some is lost even in white skin";
    EXPECT_EQ(leavingSkin(blackGround()), 0);
}

TEST(Skin, InkOfNoStrengthIsBareSkin) {
    const SkinOptics skin = lightSkin();
    for (double clean : {1e-4, 0.05, 0.2}) {
        const Returned light = inkedSkin(skin, {}, {0.08, clean, 0.35}, clearVeil());
        EXPECT_NEAR(light.all, bareSkin(skin, 0.08), 1e-12) << clean;
        EXPECT_NEAR(light.beyond, 1, 1e-9) << clean;
    }
    for (double cover : {0.0, 0.3, 1.0})
        EXPECT_NEAR(clusteredSkin(skin, {}, cover, settled, clearVeil()).all, bareSkin(skin, 0.08), 1e-12);
}

TEST(Skin, MoreInkOrMoreBloodIsNeverBrighter) {
    SkinOptics skin = lightSkin();
    double before = 1, crossed = 1;
    for (double absorb = 0; absorb < 40; absorb += 0.25) {
        const Returned light = inkedSkin(skin, {absorb, 0, 0, 0}, settled, clearVeil());
        EXPECT_LE(light.all, before + 1e-12) << absorb;
        EXPECT_LE(crossedLight(light), crossed + 1e-12) << absorb;
        EXPECT_GT(light.all, light.above);
        before = light.all, crossed = crossedLight(light);
    }
    EXPECT_LT(crossed, 1e-5) << "nothing crosses a black fill";
    before = 1;
    for (double absorb = 0; absorb < 5; absorb += 0.05) {
        skin.dermisAbsorb = absorb;
        EXPECT_LT(bareSkin(skin, 0.08), before);
        before = bareSkin(skin, 0.08);
    }
    EXPECT_DOUBLE_EQ(bloodMultiple(0.0), 1);
    EXPECT_DOUBLE_EQ(bloodMultiple(1.0), 5);
    EXPECT_DOUBLE_EQ(bloodMultiple(-1.0), 1);
}

TEST(Skin, WhiteInkSendsLightBackBeforeItHasCrossed) {
    const Returned light = inkedSkin(lightSkin(), {0.02, 10, 0, 0}, settled, clearVeil());
    EXPECT_GT(light.all, bareSkin(lightSkin(), 0.08));
    EXPECT_LT(light.beyond, 0.8);
    EXPECT_GT(light.beyond, 0.1);
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
    EXPECT_NEAR(papillaryThickness(0.7, 0.7, papillaryMm), 0, 2e-4) << "day 0: the ink reaches the top of the dermis";
    EXPECT_NEAR(papillaryThickness(0.0, 0.7, papillaryMm), papillaryMm, 2e-4) << "healed";
    EXPECT_NEAR(papillaryThickness(0.0, 0.0, papillaryMm), papillaryMm, 2e-4) << "spread in from elsewhere";
    // On day t of what was free exp(-0.345 t) still is, and clean dermis grows as 1 - exp(-t / 20).
    for (double atStart : {0.36, freeShareAtStart})
        for (double day : {1.0, 5.0, 20.0, 60.0})
            EXPECT_NEAR(papillaryThickness(atStart * std::exp(-captureRatePerDay * day), atStart, papillaryMm),
                        papillaryMm * (1 - std::exp(-day / settlingDays)), 2e-4)
                << day;
}

TEST(Depths, OfInkAreItsTransmittanceOneWay) {
    EXPECT_NEAR(inkDepth(0.2, 0.2), 0, 1e-12) << "no ink: what crosses comes back";
    EXPECT_NEAR(inkDepth(0.05, 0.2), std::log(2.0), 1e-12) << "a quarter both ways, a half one way";
    EXPECT_NEAR(inkDepth(0.0, 0.2), 0.5 * std::log(1e6), 1e-9) << "perfect ink";
    EXPECT_LT(inkDepth(0.4, 0.2), 0) << "pale skin over the mean";
    EXPECT_DOUBLE_EQ(outerTransmittance(0.0), 1);
    EXPECT_NEAR(outerTransmittance(1.6), std::exp(-2.0), 1e-12);
}

TEST(Spread, OfLightIsThatOfMonteCarlo) {
    // Mean distance along one axis from entry to exit; mu_s', mu_a of the dermis, mu_a of 0.08 mm of epidermis (own
    // runs of 100 000 to 400 000 photons, g 0.8).
    struct Run {
        double scatter, absorb, epidermis, meanMm;
    };
    for (const Run& run : {Run{3.13, 0.033, 0.83, 0.667},
                           {3.83, 0.17, 1.24, 0.364},
                           {5.79, 0.21, 2.4, 0.228},
                           {3, 0.03, 0.5, 0.738},
                           {3, 0.03, 10, 0.518},
                           {3, 1, 0.5, 0.241},
                           {6, 0.1, 0.5, 0.327},
                           {6, 0.3, 3, 0.194},
                           {2, 0.1, 0.5, 0.719},
                           {4, 0.5, 1, 0.258}})
        EXPECT_NEAR(lightSpreadMm(run.absorb, run.scatter, 0.08 * run.epidermis), run.meanMm, 0.08 * run.meanMm)
            << run.scatter << " " << run.absorb << " " << run.epidermis;
}

TEST(Veil, ClearWhereNothingLiesAndDarkenedByCrust) {
    const SkinVeil none = skinVeil(2.5, 0.0, 0.1, 0.0, 0.0, 0.0, 0.0);
    EXPECT_EQ(none.crustMm + none.corneumMm, 0);
    const auto overBlackInk = [](const SkinVeil& veil) { return leavingSkin(veiled(veil, blackGround())); };
    const double flakes = overBlackInk(skinVeil(2.5, 0.0, 0.1, 0.0, 0.0, 1.0, 0.0));
    const double wet = overBlackInk(skinVeil(2.5, 0.0, 0.1, 0.0, 0.0, 1.0, 1.0));
    EXPECT_EQ(overBlackInk(none), 0);
    EXPECT_GT(flakes, 0.04);
    EXPECT_LT(wet, 0.35 * flakes) << "water fills the air between";
    EXPECT_GT(wet, 0.1 * flakes);
    const Fluxes ground = halfSpace(modesOf(0.2, 3.0));
    const double crusted = leavingSkin(veiled(skinVeil(2.5, 0.0, 0.1, 1.0, 0.0, 0.0, 0.0), ground));
    EXPECT_LT(crusted, 0.9 * leavingSkin(ground));
    EXPECT_GT(crusted, 0.2 * leavingSkin(ground));
    EXPECT_DOUBLE_EQ(crustInkDepth(2.0, 1.0), 0.6);
    EXPECT_DOUBLE_EQ(crustColour(10.0, 0.0), 2);
    EXPECT_DOUBLE_EQ(crustColour(10.0, 1.0), 10);
}

TEST(Views, OfBareSkinAreThoseOfDiscreteOrdinates) {
    for (const double melanin : {0.01, 0.05, 0.15, 0.4})
        for (const double ratio : {0.01, 0.03, 0.1, 0.3})
            for (const double scatter : {1.7, 3.5}) {
                const double absorb = ratio * scatter;
                const auto views = ordinateViews({{melanin / 0.075, 1.1 * scatter, 0.075}, {absorb, scatter, 60}});
                for (const auto& [cosine, share] : views)
                    EXPECT_NEAR(viewed(viewLean(absorb, scatter, melanin), cosine), share, 0.04)
                        << melanin << " " << ratio << " " << scatter << " at " << cosine;
            }
}

TEST(Views, OfTheTissueOverBlackInkAreThoseOfDiscreteOrdinates) {
    for (const double melanin : {0.05, 0.15, 0.4})
        for (const double scatter : {1.7, 3.5}) {
            const auto views = ordinateViews(
                {{melanin / 0.075, 1.1 * scatter, 0.075}, {0.1, scatter, 0.035}, {1e4, scatter, 60}}, true);
            for (const auto& [cosine, share] : views)
                EXPECT_NEAR(viewedShallow(cosine), share, 0.08) << melanin << " " << scatter << " at " << cosine;
        }
}

}  // namespace
}  // namespace inkheal::skin
