// White balance: known chromaticities, what is made white, and what stays.

#include "portrait/white.h"

#include <gtest/gtest.h>

#include "base/colour.h"
#include "base/error.h"

namespace inkheal::portrait {
namespace {

glm::dvec3 lightOf(double kelvin) {
    const glm::dvec2 at = chromaticityOf(kelvin);
    return linearFromXyz({at.x / at.y, 1, (1 - at.x - at.y) / at.y});
}

TEST(White, ChromaticitiesAreThoseOfTheTables) {
    EXPECT_LT(glm::distance(chromaticityOf(6504), glm::dvec2(0.3127, 0.3290)), 3e-4);  // D65
    EXPECT_LT(glm::distance(chromaticityOf(5003), glm::dvec2(0.3457, 0.3585)), 3e-4);  // D50
    EXPECT_LT(glm::distance(chromaticityOf(2856), glm::dvec2(0.4476, 0.4074)), 6e-4);  // A
    for (double kelvin = 2000; kelvin < 24900; kelvin += 50)
        ASSERT_LT(glm::distance(chromaticityOf(kelvin), chromaticityOf(kelvin + 50)), 0.006) << kelvin;
}

TEST(White, MakesItsLightWhiteAndKeepsItsLuminance) {
    for (double kelvin : {2400.0, 2856.0, 4000.0, 5000.0, 9000.0}) {
        const glm::dvec3 light = lightOf(kelvin);
        const glm::dvec3 shown = glm::dmat3(balanceOf({WhiteBalance::Kind::kelvin, kelvin}, {})) * light;
        EXPECT_LT(glm::distance(shown, glm::dvec3(1)), 2e-3) << kelvin;
        const glm::dvec3 by = glm::dmat3(balanceOf({WhiteBalance::Kind::automatic, 0}, 0.7 * light)) * light;
        EXPECT_LT(glm::distance(by, glm::dvec3(1)), 2e-3) << kelvin;
    }
    // A warm white shows daylight bluish, a cool one warm.
    const glm::mat3 warm = balanceOf({WhiteBalance::Kind::kelvin, 3000}, {}),
                    cool = balanceOf({WhiteBalance::Kind::kelvin, 12000}, {});
    EXPECT_GT((warm * glm::vec3(1)).b, 1.5f * (warm * glm::vec3(1)).r);
    EXPECT_GT((cool * glm::vec3(1)).r, 1.1f * (cool * glm::vec3(1)).b);
}

TEST(White, NeutralChangesNothing) {
    EXPECT_EQ(balanceOf({}, {1, 0.5f, 0.2f}), glm::mat3(1));
    const glm::mat3 daylight = balanceOf({WhiteBalance::Kind::kelvin, 6504}, {});
    EXPECT_LT(glm::distance(daylight * glm::vec3(0.6f, 0.4f, 0.3f), glm::vec3(0.6f, 0.4f, 0.3f)), 2e-3f);
    EXPECT_EQ(balanceOf({WhiteBalance::Kind::automatic, 0}, {}), glm::mat3(1)) << "no light, no white";
}

TEST(White, WordsAreReadOrRefused) {
    EXPECT_EQ(whiteBalanceNamed("neutral").kind, WhiteBalance::Kind::neutral);
    EXPECT_EQ(whiteBalanceNamed("auto").kind, WhiteBalance::Kind::automatic);
    EXPECT_EQ(whiteBalanceNamed("5000").kelvin, 5000);
    EXPECT_EQ(whiteBalanceNamed("5000K").kelvin, 5000);
    for (const char* word : {"", "K", "warm", "1000", "26000", "5000 K", "5000KK", "nan", "-5000"}) {
        try {
            whiteBalanceNamed(word);
            ADD_FAILURE() << word;
        } catch (const Error& error) {
            EXPECT_EQ(error.exit, Exit::usage) << word;
        }
    }
}

}  // namespace
}  // namespace inkheal::portrait
