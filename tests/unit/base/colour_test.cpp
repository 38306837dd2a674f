// Colour against published numbers.

#include "base/colour.h"

#include <gtest/gtest.h>

#include "base/picture.h"

namespace inkheal {
namespace {

void expectNear(const glm::dvec3& got, const glm::dvec3& wanted, double within, const char* what) {
    for (int i = 0; i < 3; ++i) EXPECT_NEAR(got[i], wanted[i], within) << what << " " << i;
}

glm::dvec3 labOfCode(int r, int g, int b) {
    return labFromLinear(
        {linearFromSrgb(float(r) / 255), linearFromSrgb(float(g) / 255), linearFromSrgb(float(b) / 255)});
}

TEST(Colour, LabOfKnownColours) {
    // CIELAB (D65) of sRGB's corners and mid grey, as any colour calculator gives them.
    expectNear(labOfCode(255, 255, 255), {100, 0, 0}, 0.01, "white");
    expectNear(labOfCode(0, 0, 0), {0, 0, 0}, 1e-9, "black");
    expectNear(labOfCode(255, 0, 0), {53.24, 80.09, 67.20}, 0.05, "red");
    expectNear(labOfCode(0, 255, 0), {87.73, -86.18, 83.18}, 0.05, "green");
    expectNear(labOfCode(0, 0, 255), {32.30, 79.19, -107.86}, 0.05, "blue");
    expectNear(labOfCode(119, 119, 119), {50.03, 0, 0}, 0.02, "mid grey");
}

TEST(Colour, LightnessIsTheCubeRootAboveAndStraightBelow) {
    EXPECT_NEAR(labFromLinear(glm::dvec3(0.18)).x, 116 * std::cbrt(0.18) - 16, 1e-6);
    EXPECT_NEAR(labFromLinear(glm::dvec3(0.001)).x, 903.2963 * 0.001, 1e-4);
}

TEST(Colour, XyzOfThePrimariesAndBack) {
    expectNear(xyzFromLinear({1, 1, 1}), {0.9505, 1.0000, 1.0891}, 2e-4, "D65");
    expectNear(xyzFromLinear({1, 0, 0}), {0.4124, 0.2126, 0.0193}, 1e-4, "red");
    for (const glm::dvec3 rgb : {glm::dvec3(0.2, 0.5, 0.9), glm::dvec3(1, 0, 0.3), glm::dvec3(-0.1, 1.2, 0)})
        expectNear(linearFromXyz(xyzFromLinear(rgb)), rgb, 1e-12, "there and back");
    EXPECT_NEAR(luminance({0.5, 0.5, 0.5}), 0.5, 1e-6);
    EXPECT_NEAR(luminance({0, 1, 0}), 0.7152, 1e-4);
}

struct Pair {
    glm::dvec3 one, two;
    double difference;
};

TEST(Colour, DeltaE2000OfSharmasPairs) {
    // Sharma, Wu, Dalal, "The CIEDE2000 color-difference formula" (2005), table 1: those that catch the known mistakes
    // (hue means across 0 degrees, greys, the turning term) and some large differences.
    const Pair pairs[] = {{{50, 2.6772, -79.7751}, {50, 0, -82.7485}, 2.0425},
                          {{50, 3.1571, -77.2803}, {50, 0, -82.7485}, 2.8615},
                          {{50, 2.8361, -74.0200}, {50, 0, -82.7485}, 3.4412},
                          {{50, -1.3802, -84.2814}, {50, 0, -82.7485}, 1.0000},
                          {{50, 0, 0}, {50, -1, 2}, 2.3669},
                          {{50, -1, 2}, {50, 0, 0}, 2.3669},
                          {{50, 2.4900, -0.0010}, {50, -2.4900, 0.0009}, 7.1792},
                          {{50, 2.4900, -0.0010}, {50, -2.4900, 0.0010}, 7.1792},
                          {{50, 2.4900, -0.0010}, {50, -2.4900, 0.0011}, 7.2195},
                          {{50, 2.4900, -0.0010}, {50, -2.4900, 0.0012}, 7.2195},
                          {{50, -0.0010, 2.4900}, {50, 0.0009, -2.4900}, 4.8045},
                          {{50, -0.0010, 2.4900}, {50, 0.0011, -2.4900}, 4.7461},
                          {{50, 2.5, 0}, {50, 0, -2.5}, 4.3065},
                          {{50, 2.5, 0}, {73, 25, -18}, 27.1492},
                          {{50, 2.5, 0}, {61, -5, 29}, 22.8977},
                          {{50, 2.5, 0}, {56, -27, -3}, 31.9030},
                          {{50, 2.5, 0}, {58, 24, 15}, 19.4535},
                          {{50, 2.5, 0}, {50, 3.1736, 0.5854}, 1.0000},
                          {{60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}, 1.2644},
                          {{22.7233, 20.0904, -46.6940}, {23.0331, 14.9730, -42.5619}, 2.0373},
                          {{90.8027, -2.0831, 1.4410}, {91.1528, -1.6435, 0.0447}, 1.4441},
                          {{2.0776, 0.0795, -1.1350}, {0.9033, -0.0636, -0.5514}, 0.9082}};
    for (const Pair& pair : pairs) {
        EXPECT_NEAR(deltaE2000(pair.one, pair.two), pair.difference, 5.1e-5);
        EXPECT_NEAR(deltaE2000(pair.two, pair.one), pair.difference, 5.1e-5) << "the other way round";
    }
    EXPECT_EQ(deltaE2000({40, 10, -20}, {40, 10, -20}), 0);
}

TEST(Colour, DeltaE76IsTheDistance) {
    EXPECT_DOUBLE_EQ(deltaE76({50, 1, 2}, {53, 5, 14}), 13);
}

}  // namespace
}  // namespace inkheal
