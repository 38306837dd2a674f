// Blurs of light in skin, form H, and how a chart fades into the limb.

#include <gtest/gtest.h>

#include "portrait/shot_laws.h"

namespace inkheal::portrait {
namespace {

namespace laws = law::frame;

TEST(Blur, ExponentialWeightsSumToOne) {
    for (double texelMm : {0.025, 0.05, 0.1})
        for (double scaleMm : {0.02, 0.08, 0.3}) {
            const double ratio = law::fallOff(texelMm, scaleMm);
            double sum = law::centreWeight(ratio), weight = law::neighbourWeight(ratio);
            for (int i = 0; i < 2000; ++i, weight *= ratio) sum += 2 * weight;
            EXPECT_NEAR(sum, 1, 1e-9) << texelMm << " " << scaleMm;
        }
}

TEST(Blur, ExponentialWeightsAreTheSpreadOverEachTexel) {
    const double texelMm = 0.05, scaleMm = 0.1, ratio = law::fallOff(texelMm, scaleMm);
    const auto spread = [&](double from, double to) {  // of exp(-|x| / scale) / (2 scale), both from the right
        return 0.5 * (std::exp(-from / scaleMm) - std::exp(-to / scaleMm));
    };
    EXPECT_NEAR(law::centreWeight(ratio), 2 * spread(0, 0.5 * texelMm), 1e-12);
    EXPECT_NEAR(law::neighbourWeight(ratio), spread(0.5 * texelMm, 1.5 * texelMm), 1e-12);
}

TEST(Blur, WideKernelFallsAndIsWidestInRed) {
    EXPECT_EQ(law::gaussianWeight(0, 0.7), 1);
    EXPECT_NEAR(law::gaussianWeight(0.7, 0.7), std::exp(-0.5), 1e-12);
    EXPECT_GT(law::wideOuterMm(0.4), law::wideSigmaMm(0.4));
    EXPECT_GT(law::wideSigmaMm(0.4), law::wideMiddleMm(0.4));
    const double step = law::furtherSigmaMm(0.3, 0.5);
    EXPECT_NEAR(step * step + 0.09, 0.25, 1e-12) << "variances add";
    EXPECT_LT(law::coarseSigmaMm(0.2, 0.2), 0.2) << "texels blur too";
    EXPECT_GT(law::coarseSigmaMm(0.05, 0.2), 0);
    EXPECT_NEAR(law::wideOf(0.3, 0.3, 0.3), 0.3, 1e-12) << "even light stays even";
    // Three sigma, the reach of the kernels, hold all but a quarter of a per cent.
    double within = 0, all = 0;
    for (double x = -6; x <= 6; x += 0.01) {
        all += law::gaussianWeight(x, 1.0);
        if (std::abs(x) <= 3) within += law::gaussianWeight(x, 1.0);
    }
    EXPECT_GT(within / all, 0.9973 - 1e-3);
}

TEST(FormH, ClearInkReturnsAllOfWhiteSkinAndNoMore) {
    EXPECT_DOUBLE_EQ(law::flatTint(0.3, 0.7, 1, 1), 1);
    EXPECT_DOUBLE_EQ(law::flatTint(0.3, 0.7, 0, 1), 0.3);  // black ink: only what is above it
}

TEST(Relief, KeepsMoreContrastTheNearerTheSurfaceLightReturns) {
    EXPECT_DOUBLE_EQ(laws::reliefContrast(1), 1);
    EXPECT_DOUBLE_EQ(laws::reliefContrast(0), laws::reliefKept);
    EXPECT_GT(laws::reliefContrast(0.5), laws::reliefContrast(0.2));
    EXPECT_GT(laws::reliefShown, 0);
    EXPECT_LE(laws::reliefShown, 1);
}

TEST(ChartWeight, FadesAtTheRimAndWhereThereIsNoSkin) {
    EXPECT_EQ(laws::chartWeight(0, 1), 0);
    EXPECT_EQ(laws::chartWeight(10, 0.5), 0);
    EXPECT_EQ(laws::chartWeight(10, 1), 1);
    double before = 0;
    for (double mm = 0; mm < 5; mm += 0.1) {
        const double weight = laws::chartWeight(mm, 1);
        EXPECT_GE(weight, before);
        EXPECT_LE(weight - before, 0.1);  // no visible step in a tenth of a mm
        before = weight;
    }
    EXPECT_EQ(laws::chartWeight(5.5, 1), 1);  // whole where the ink begins, inside a piece's margin
}

TEST(ChartWeight, BlendKeepsTheStrengthOfUnlikeReliefs) {
    EXPECT_DOUBLE_EQ(laws::blendGain(0), 1);
    EXPECT_DOUBLE_EQ(laws::blendGain(1), 1);
    for (double weight = 0; weight <= 1; weight += 0.1) {
        const double gain = laws::blendGain(weight), rest = 1 - weight;
        EXPECT_NEAR(gain * gain * (weight * weight + rest * rest), 1, 1e-12);  // variances add
    }
}

TEST(BareSkin, PlanesShareTheReliefAmongThem) {
    const double third = 1 / std::sqrt(3.0);
    for (const glm::dvec3 normal : {glm::dvec3(0, 0, 1), glm::dvec3(third, third, third), glm::dvec3(0.6, 0, -0.8),
                                    glm::normalize(glm::dvec3(0.2, -0.9, 0.3))}) {
        const glm::dvec3 share = laws::planeShares(normal);
        EXPECT_NEAR(glm::length(share), 1, 1e-9);
        for (int k = 0; k < 3; ++k) EXPECT_GE(share[k], 0);
    }
    EXPECT_EQ(laws::planeShares({0, 0, 1}), glm::dvec3(0, 0, 1));
    EXPECT_NEAR(laws::planeShares({third, third, third}).x, third, 1e-9);
    EXPECT_EQ(laws::nailShare(0), 0);
    EXPECT_EQ(laws::nailShare(1), 1);
    EXPECT_DOUBLE_EQ(laws::nailShare(0.5), 0.5);
}

TEST(BareSkin, IsKnownByWhatIsNotThere) {
    EXPECT_TRUE(law::looksBare(0, 0, 0, 0, 1));
    EXPECT_FALSE(law::looksBare(0.01, 0, 0, 0, 1));
    EXPECT_FALSE(law::looksBare(0, 0.01, 0, 0, 1));
    EXPECT_FALSE(law::looksBare(0, 0, 0.01, 0, 1));
    EXPECT_FALSE(law::looksBare(0, 0, 0, 0.01, 1));
    EXPECT_FALSE(law::looksBare(0, 0, 0, 0, 0.9));
}

TEST(CrustShadow, FallsOnlyWhereSomethingRisesAboveTheLight) {
    using namespace law::frame;
    EXPECT_EQ(lightPast(0, 0.6), 1);
    EXPECT_EQ(lightPast(-2, 0.6), 1) << "a place above what lies beside it";
    EXPECT_NEAR(lightPast(0.6, 0.6), 1 - 0.5 * castShare, 1e-12)
        << "half of a wide light is hidden by what reaches its middle";
    EXPECT_NEAR(lightPast(5, 0.6), 1 - castShare, 1e-12);
    EXPECT_GT(lightPast(0.4, 2), lightPast(0.4, 0.3)) << "a low light casts longer shadows";
}

}  // namespace
}  // namespace inkheal::portrait
