// Row 15: picks, soaks and sun.

#include <gtest/gtest.h>

#include "healing/healing_laws.h"

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
    expectTouched(law::picked(1, 0.9), {0, 0.5, 0.85, 0.5, 0, 0, 0.5});
    expectTouched(law::picked(1, 0.1), {0.75, 0.875, 0.9625, 0.875, 0, 0, 0.125});
    expectTouched(law::picked(0.3, 0.4), {0.7, 0.85, 0.955, 0.85, 0.7, 0.7, 0.15});
    expectTouched(law::picked(1, 0), {1, 1, 1, 1, 0, 0, 0});
    expectTouched(law::picked(0, 0.9), law::untouched());
}

TEST(EventLaws, ASoakTakesInkThroughTheOpenWoundOnly) {
    expectTouched(law::soaked(0.3, 0.2), {1 - 0.12, 1 - 0.24, 1, 1, 0.85, 1, 0});
    expectTouched(law::soaked(0.3, 1), {1, 1, 1, 1, 0.85, 1, 0});
    expectTouched(law::soaked(0, 0.1), law::untouched());
}

TEST(EventLaws, SunInflamesUpToAFullDose) {
    EXPECT_DOUBLE_EQ(law::sunburn(5, 1), 0.5);
    EXPECT_DOUBLE_EQ(law::sunburn(1, 0.5), 0.05);
    EXPECT_DOUBLE_EQ(law::sunburn(50, 1), 0.5);
    EXPECT_DOUBLE_EQ(law::sunburn(5, 0), 0);
}

TEST(EventLaws, EachKindDoesItsOwn) {
    expectTouched(law::touchedBy(law::pickKind, 1, 0.4, 0.9, 0.8, 1), law::picked(1, 0.9));
    expectTouched(law::touchedBy(law::pickKind, 0, 0.4, 0.9, 0.8, 1), law::untouched());
    expectTouched(law::touchedBy(law::soakKind, 0.3, 0.4, 0.9, 0.8, 1), law::soaked(0.3, 0.8));
    law::Touched sun = law::untouched();
    sun.mediator = law::sunburn(3, 0.7);
    expectTouched(law::touchedBy(law::sunKind, 3, 0.4, 0.9, 0.8, 0.7), sun);
}

TEST(EventLaws, APickTakesItsShareOfThePieces) {
    for (const double share : {0.0, 0.3, 1.0}) {
        int taken = 0;
        const int count = 10000;
        for (int i = 0; i < count; ++i) taken += law::pieceIsPicked((i + 0.5) / count, share);
        EXPECT_NEAR(double(taken) / count, share, 1e-3);
    }
}

}  // namespace
}  // namespace inkheal::healing
