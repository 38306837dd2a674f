// Row 15: picks, soaks, washes, friction and sun.

#include <gtest/gtest.h>

#include "healing/healing_laws.h"
#include "rk4.h"

namespace inkheal::healing {

namespace {

void expectTouched(const law::Touched& got, const law::Touched& wanted) {
    EXPECT_NEAR(got.epidermalKept, wanted.epidermalKept, 1e-14);
    EXPECT_NEAR(got.freeKept, wanted.freeKept, 1e-14);
    EXPECT_NEAR(got.capturedKept, wanted.capturedKept, 1e-14);
    EXPECT_NEAR(got.integrityKept, wanted.integrityKept, 1e-14);
    EXPECT_NEAR(got.crustKept, wanted.crustKept, 1e-14);
    EXPECT_NEAR(got.scalesKept, wanted.scalesKept, 1e-14);
    EXPECT_NEAR(got.mediator, wanted.mediator, 1e-14);
}

TEST(EventLaws, APickTakesTheCrustAndWhatClingsToIt) {
    expectTouched(law::picked(1, 0.9, 1), {0, 0.5, 0.85, 0.5, 0, 0, 0.5});
    expectTouched(law::picked(1, 0.1, 1), {0.75, 0.875, 0.9625, 0.875, 0, 0, 0.125});
    expectTouched(law::picked(0.3, 0.4, 1), {0.7, 0.85, 0.955, 0.85, 0.7, 0.7, 0.15});
    expectTouched(law::picked(1, 0, 1), {1, 1, 1, 1, 0, 0, 0});
    expectTouched(law::picked(0, 0.9, 1), law::untouched());
    expectTouched(law::picked(1, 0.9, 0), {0, 1, 1, 0.5, 0, 0, 0.5});     // the loose rim
    expectTouched(law::picked(1, 0.9, 3), {0, 0, 0.55, 0.5, 0, 0, 0.5});  // the root of it
}

TEST(EventLaws, RootsMoveWhatAPickTakesAboutAndAddNone) {
    double sum = 0, deepest = 0;
    int count = 0;
    for (double x = -40; x < 40; x += 0.23)
        for (double y = -40; y < 40; y += 0.23, ++count) {
            const double here = law::rooted(law::pieceAt(x, y, 0.7, 1).rimMm);
            sum += here;
            deepest = std::max(deepest, here);
        }
    EXPECT_NEAR(sum / count, 1, 0.03);
    EXPECT_LE(deepest, 3.1);
}

TEST(EventLaws, ASoakTakesInkThroughTheOpenWoundOnly) {
    expectTouched(law::soaked(0.3, 0.2), {1 - 0.12, 1 - 0.24, 1, 1, 0.85, 1, 0});
    expectTouched(law::soaked(0.3, 1), {1, 1, 1, 1, 0.85, 1, 0});
    expectTouched(law::soaked(0, 0.1), law::untouched());
}

TEST(EventLaws, FrictionTakesWhatIsLooseAndReddensNewSkin) {
    expectTouched(law::rubbed(1, 0, 1), {0.9, 0.9, 1, 1, 1, 0.4, 0.2});  // open: the crust holds
    expectTouched(law::rubbed(0.5, 1, 1), {1, 1, 1, 1, 0.7, 0.7, 0});    // closed: only what is loose
    expectTouched(law::rubbed(1, 0.5, 0.8), {0.95, 0.95, 1, 1, 0.85, 0.4, 0.15});
    expectTouched(law::rubbed(0, 0.3, 1), law::untouched());
}

TEST(EventLaws, TwoWashesADayTakeWhatRowSixDoes) {
    EXPECT_NEAR(-2 * std::log(law::plasmaAfterWash(1)), 0.3, 0.005);
    EXPECT_LT(1 - law::gelAfterWash(1), 0.2 * (1 - law::plasmaAfterWash(1)));
    EXPECT_EQ(law::plasmaAfterWash(0), 1);
    EXPECT_EQ(law::gelAfterWash(0), 1);
}

TEST(EventLaws, SunInflamesUpToAFullDoseWhileTheSkinIsNew) {
    EXPECT_DOUBLE_EQ(law::sunburn(5, 0), 0.55);
    EXPECT_DOUBLE_EQ(law::sunburn(1, 0), 0.11);
    EXPECT_DOUBLE_EQ(law::sunburn(50, 0), 0.55);
    EXPECT_DOUBLE_EQ(law::sunburn(5, 14), 0.55 * std::exp(-1));
}

TEST(EventLaws, ABurnCallsMostWithinTwoDaysAndIsTheSameInAnySteps) {
    const law::Burn fresh{1, 0};
    double peak = 0, peakDay = 0;
    law::Burn burn = fresh;
    for (int i = 1; i <= 200; ++i) {
        burn = law::burnAfter(burn, 0.05);
        const law::Burn whole = law::burnAfter(fresh, 0.05 * i);
        ASSERT_NEAR(burn.latent, whole.latent, 1e-12);
        ASSERT_NEAR(burn.calling, whole.calling, 1e-9);
        if (burn.calling > peak) peak = burn.calling, peakDay = 0.05 * i;
    }
    EXPECT_NEAR(peakDay, std::log(2.5 / 0.6) / (1 / 0.6 - 1 / 2.5), 0.03);
    EXPECT_NEAR(4 * peak * law::sunMediator, 1.4, 0.1) << "superficial blood x 2.4 at a full burn";
    const auto byNumbers = integrated<2>({1, 0}, 0, 3, 1e-3, [](double, const std::array<double, 2>& b) {
        return std::array<double, 2>{-b[0] / 0.6, b[0] / 0.6 - b[1] / 2.5};
    });
    EXPECT_NEAR(law::burnAfter(fresh, 3).calling, byNumbers[1], 1e-9);
}

TEST(EventLaws, TwoWeeksOfOintmentSmearAnEdgeByATenth) {
    double share = 0;
    for (double day = 0; day < 14; day += 0.25) share += law::smearedOver(0.85, day, 0.25);
    EXPECT_NEAR(std::sqrt(0.2 * 0.2 + law::smearMm2 * share), 1.1 * 0.2, 0.0005);
    EXPECT_NEAR(share, law::smearedOver(0.85, 0, 14), 1e-12);
    EXPECT_EQ(law::smearedOver(0.6, 0, 14), 0);
    EXPECT_EQ(law::smearedOver(1, 0, 14), 0) << "a film does not smear";
}

TEST(EventLaws, APickReachesItsPlaceAndPiecesBreakNearItsRim) {
    int within = 0, count = 0;
    for (double x = -4; x < 4; x += 0.05)
        for (double y = -4; y < 4; y += 0.05) {
            const double hash = 0.37, away = std::hypot(x, y);
            const bool reached = law::reaches(2, x, y, hash);
            EXPECT_TRUE(reached || away > 1.4 - 1e-9);
            EXPECT_FALSE(reached && away > 2.6 + 1e-9);
            EXPECT_TRUE(law::reaches(0, 1e3 * x, y, hash)) << "everywhere";
            if (away > 1.7 && away < 2.3) within += reached, ++count;
        }
    EXPECT_GT(within, count / 4);
    EXPECT_LT(within, 3 * count / 4);
}

TEST(EventLaws, EachKindDoesItsOwn) {
    expectTouched(law::touchedBy(law::pickKind, 1, 0.4, 0.5, 0.9, 0.8, 1), law::picked(1, 0.9, law::rooted(0.5)));
    expectTouched(law::touchedBy(law::pickKind, 0, 0.4, 0.5, 0.9, 0.8, 1), law::untouched());
    expectTouched(law::touchedBy(law::soakKind, 0.3, 0.4, 0.5, 0.9, 0.8, 1), law::soaked(0.3, 0.8));
    expectTouched(law::touchedBy(law::frictionKind, 0.5, 0.4, 0.5, 0.9, 0.8, 0.7), law::rubbed(0.5, 0.8, 0.7));
    for (const int kind : {law::sunKind, law::washKind})  // they have laws of their own
        expectTouched(law::touchedBy(kind, 1, 0.4, 0.5, 0.9, 0.8, 0.7), law::untouched());
}

TEST(EventLaws, APickTakesItsShareOfThePieces) {
    for (const double share : {0.0, 0.3, 1.0}) {
        int taken = 0;
        const int count = 10000;
        for (int i = 0; i < count; ++i) taken += law::pieceIsPicked((i + 0.5) / count, share);
        EXPECT_NEAR(double(taken) / count, share, 1e-3);
    }
}

TEST(Ointment, ShinesAsThickAsItIsPutUntilTheSkinIsWhole) {
    EXPECT_EQ(law::ointmentShine(0.2, 3), 0) << "left dry";
    EXPECT_EQ(law::ointmentShine(1, 3), 0) << "under a film";
    EXPECT_NEAR(law::ointmentShine(0.6, 3), 0.4, 1e-12);
    EXPECT_GT(law::ointmentShine(0.85, 3), law::ointmentShine(0.6, 3));
    EXPECT_GT(law::ointmentShine(0.6, 13.9), law::ointmentShine(0.6, 20));
    EXPECT_EQ(law::ointmentShine(0.6, 60), 0);
}

}  // namespace
}  // namespace inkheal::healing
