// Light of cards and sky on skin against closed forms and against sums over small pieces of the light.

#include <gtest/gtest.h>

#include <numbers>
#include <random>

#include "portrait/shot_laws.h"

namespace inkheal::portrait {
namespace {

using glm::dvec3;
namespace laws = law::frame;

struct Sheet {
    dvec3 centre, u, v;
};

/// Irradiance over pi and over radiance, by adding up pieces x pieces patches of the card.
double summedIrradiance(const Sheet& card, dvec3 place, dvec3 normal, int pieces = 200) {
    const dvec3 facing = glm::normalize(glm::cross(card.u, card.v));
    const double area = 4 * glm::length(glm::cross(card.u, card.v)) / (pieces * pieces);
    double sum = 0;
    for (int i = 0; i < pieces; ++i)
        for (int j = 0; j < pieces; ++j) {
            const double s = 2 * (i + 0.5) / pieces - 1, t = 2 * (j + 0.5) / pieces - 1;
            const dvec3 toward = card.centre + s * card.u + t * card.v - place;
            const double r2 = glm::dot(toward, toward), r = std::sqrt(r2);
            sum += std::max(glm::dot(normal, toward) / r, 0.0) * std::abs(glm::dot(facing, toward) / r) / r2 * area;
        }
    return sum / std::numbers::pi;
}

double lawIrradiance(const Sheet& card, dvec3 place, dvec3 normal) {
    const dvec3 vector = laws::cardVector(place, card.centre, card.u, card.v);
    const double size = glm::length(vector);
    return laws::cardIrradiance(size, glm::dot(vector, normal) / size, 0);
}

/// A card of tangents halfWidth and halfHeight, that faces the origin from 800 mm.
Sheet cardFacing(dvec3 direction, double halfWidth, double halfHeight) {
    const dvec3 to = glm::normalize(direction), right = glm::normalize(glm::cross(dvec3(0.1, 1, 0.2), to));
    return {to * 800.0, right * halfWidth * 800.0, glm::cross(to, right) * halfHeight * 800.0};
}

TEST(Cards, SquareOverHeadHasItsTabulatedFormFactor) {
    // A differential area under the middle of a parallel rectangle: four times the corner's factor (Howell, B-4).
    const double a = 60, b = 40, height = 100, x = a / height, y = b / height;
    const double corner = (x / std::hypot(1, x) * std::atan(y / std::hypot(1, x)) +
                           y / std::hypot(1, y) * std::atan(x / std::hypot(1, y))) /
                          (2 * std::numbers::pi);
    const Sheet card{{5, -7, height}, {a, 0, 0}, {0, b, 0}};
    EXPECT_NEAR(lawIrradiance(card, {5, -7, 0}, {0, 0, 1}), 4 * corner, 1e-5);
}

TEST(Cards, WhollySeenOnesAreExactFromAnySide) {
    std::mt19937 random(3);
    std::uniform_real_distribution<double> even(-1, 1);
    for (int k = 0; k < 40; ++k) {
        const Sheet card = cardFacing({even(random), even(random), even(random)}, 0.1 + 0.4 * std::abs(even(random)),
                                      0.1 + 0.4 * std::abs(even(random)));
        const dvec3 place(40 * even(random), 40 * even(random), 40 * even(random));
        const dvec3 normal = glm::normalize(glm::normalize(card.centre) + 0.2 * dvec3(even(random)));
        const double exact = summedIrradiance(card, place, normal);
        EXPECT_NEAR(lawIrradiance(card, place, normal), exact, 2e-3 * exact) << k;
    }
}

TEST(Cards, VectorPointsToTheCardFromBothOfItsFaces) {
    const Sheet card = cardFacing({0, 0, 1}, 0.3, 0.2);
    EXPECT_GT(laws::cardVector({}, card.centre, card.u, card.v).z, 0);
    EXPECT_GT(laws::cardVector({}, card.centre, -card.u, card.v).z, 0);
    EXPECT_LT(laws::cardVector({0, 0, 1600}, card.centre, card.u, card.v).z, 0);
}

TEST(Cards, LightEntersSkinByFresnelAndEvenLightAsItsMean) {
    double mean = 0;
    const int steps = 2000;
    for (int i = 0; i < steps; ++i) {
        const double cosine = (i + 0.5) / steps;
        mean += 2 * cosine * laws::enteringWeight(cosine) / steps;
    }
    EXPECT_NEAR(mean, 1, 0.001);
    EXPECT_NEAR(laws::enteringWeight(1), (1 - 1 / 36.0) / laws::enteringMean, 1e-9)
        << "(n - 1)^2 / (n + 1)^2 is 1 / 36";
}

TEST(Cards, ArcOverSineIsGoodToNinetyDegrees) {
    for (double angle = 0.01; angle <= std::numbers::pi / 2 + 1e-9; angle += 0.05)
        EXPECT_NEAR(laws::angleOverSine(std::cos(angle)), angle / std::sin(angle), 0.006 * angle / std::sin(angle));
}

TEST(Cards, HorizonCutsThemOffGradually) {
    // A card as it sinks, against the sum over what still stands above the horizon.
    for (double halfTangent : {0.11, 0.3, 0.6}) {
        double before = 1;
        for (double height = 60; height >= -60; height -= 5) {
            const double angle = glm::radians(height);
            const Sheet card = cardFacing({std::cos(angle), 0, std::sin(angle)}, halfTangent, halfTangent);
            const double full = glm::length(laws::cardVector({}, card.centre, card.u, card.v));
            const double exact = summedIrradiance(card, {}, {0, 0, 1}), shown = lawIrradiance(card, {}, {0, 0, 1});
            EXPECT_NEAR(shown, exact, 0.035 * full) << halfTangent << " at " << height;
            EXPECT_GE(shown, 0);
            EXPECT_LE(shown, before + 1e-12);
            before = shown;
        }
        EXPECT_EQ(before, 0);
    }
}

TEST(Cards, PatchesShedWhatTheWholeCardDoesThroughTheSurface) {
    // As it sinks: each part enters by its own angle, and under the horizon it sheds nothing.
    for (double halfTangent : {0.11, 0.3, 0.6})
        for (double height = 80; height >= -40; height -= 7) {
            const double angle = glm::radians(height);
            const Sheet card = cardFacing({std::cos(angle), 0.1, std::sin(angle)}, halfTangent, halfTangent);
            const auto entered = [&](double cosine) {
                return std::max(cosine, 0.0) * laws::enteringWeight(std::max(cosine, laws::leastEntering));
            };
            double patches = 0, exact = 0;
            for (int i = 0; i < laws::cardPatches; ++i) {
                const dvec3 part = laws::cardPatch(i, false, 0);
                const dvec3 toward = laws::towardPatch({}, card.centre, card.u, card.v, part);
                patches += laws::patchIrradiance(toward, card.u, card.v, part, false, 0) *
                           entered(toward.z / glm::length(toward));
            }
            const int pieces = 100;
            const double area = 4 * glm::length(glm::cross(card.u, card.v)) / (pieces * pieces);
            const dvec3 facing = glm::normalize(glm::cross(card.u, card.v));
            for (int i = 0; i < pieces * pieces; ++i) {
                const double s = 2 * (i % pieces + 0.5) / pieces - 1, t = 2 * (double(i / pieces) + 0.5) / pieces - 1;
                const dvec3 toward = card.centre + s * card.u + t * card.v;
                const double r = glm::length(toward);
                exact += area * std::abs(glm::dot(facing, toward)) / (r * r * r) * entered(toward.z / r);
            }
            exact /= std::numbers::pi;
            const double full = glm::length(laws::cardVector({}, card.centre, card.u, card.v));
            EXPECT_NEAR(patches, exact, 0.01 * full) << halfTangent << " at " << height;
        }
}

TEST(Cards, PatchesOfRingsLieOnTheRing) {
    double area = 0, out = 0;
    for (int i = 0; i < laws::cardPatches; ++i) {
        const dvec3 part = laws::cardPatch(i, true, 0.7);
        const glm::dvec2 at(part);
        EXPECT_TRUE(laws::cardShines(at, true, 0.7));
        out += glm::dot(at, at) / laws::cardPatches;
        area += laws::patchIrradiance({0, 0, 1e5}, {1, 0, 0}, {0, 1, 0}, part, true, 0.7);
    }
    EXPECT_NEAR(out, 0.5 * (1 + 0.49), 1e-9) << "evenly from the hollow to the rim";
    EXPECT_NEAR(area * 1e10, 1 - 0.49, 1e-5);
}

TEST(Cards, HorizonMeetsBothItsEndsSmoothly) {
    for (double half : {0.05, 0.3, 1.0}) {
        EXPECT_NEAR(laws::horizonCosine(half, half), half, 1e-12);
        EXPECT_NEAR(laws::horizonCosine(half - 1e-6, half), half - 1e-6, 1e-11);
        EXPECT_EQ(laws::horizonCosine(-half, half), 0);
        EXPECT_NEAR(laws::horizonCosine(-half + 1e-6, half), 0, 1e-11);
    }
}

TEST(Cards, LightLeaksPastTheHorizonOfCurvedSkinOnly) {
    EXPECT_EQ(laws::scatterLeak(0, 0.7), 0);
    EXPECT_EQ(laws::scatterLeak(-0.2, 0.7), 0);
    EXPECT_GT(laws::scatterLeak(1 / 8.0, 0.7), laws::scatterLeak(1 / 8.0, 0.3));
    EXPECT_LE(laws::scatterLeak(10, 0.7), 0.5);
    const double flat = laws::cardIrradiance(0.05, -0.25, 0), finger = laws::cardIrradiance(0.05, -0.25, 0.13);
    EXPECT_EQ(flat, 0);
    EXPECT_GT(finger, 0);
    EXPECT_DOUBLE_EQ(laws::cardIrradiance(0.05, 0.9, 0), laws::cardIrradiance(0.05, 0.9, 0.13));
}

TEST(Cards, RingsAndDiscsShedWhatTheirAreaDoes) {
    std::mt19937 random(5);
    std::uniform_real_distribution<double> even(0, 1);
    for (const double hollow : {0.0, 0.72})
        for (const double half : {0.05, 0.24, 0.4}) {
            const Sheet card = cardFacing({0.2, 0.5, 1}, half, half);
            const dvec3 facing = glm::normalize(card.centre), normal = glm::normalize(dvec3(0, 0.2, 1));
            const int points = 40000;
            double exact = 0;
            for (int k = 0; k < points; ++k) {
                const glm::dvec2 at = laws::cardPoint((k + 0.5) / points, even(random), true, hollow);
                ASSERT_TRUE(laws::cardShines(at, true, hollow));
                const dvec3 to = card.centre + at.x * card.u + at.y * card.v;
                const double length = glm::length(to);
                exact += glm::dot(normal, to) * glm::dot(facing, to) / std::pow(length, 4);
            }
            exact *=
                laws::cardArea(true, hollow) * glm::length(card.u) * glm::length(card.v) / points / std::numbers::pi;
            const dvec3 vector = laws::anyCardVector({}, card.centre, card.u, card.v, true, hollow);
            EXPECT_NEAR(glm::dot(vector, normal), exact, 0.008 * exact) << hollow << " " << half;
        }
    EXPECT_FALSE(laws::cardShines({0.5, 0.5}, true, 0.72));
    EXPECT_FALSE(laws::cardShines({0.8, 0.8}, true, 0));
    EXPECT_TRUE(laws::cardShines({0.8, 0.8}, false, 0));
}

TEST(Sky, BouncesOpenFoldsButNeverPastOpen) {
    for (double reflectance : {0.0, 0.3, 0.6, 0.95}) {
        double before = -1;
        for (double openness = 0; openness <= 1.0001; openness += 0.1) {
            const double open = laws::opennessWithBounces(openness, reflectance);
            EXPECT_GE(open, openness - 1e-12);
            EXPECT_LE(open, 1 + 1e-12);
            EXPECT_GT(open, before);
            before = open;
        }
        EXPECT_NEAR(before, 1, 1e-12);
    }
    EXPECT_DOUBLE_EQ(laws::opennessWithBounces(0.4, 0), 0.4);
    // 0.5 open, half of what the walls get comes back: 0.5 + 0.25 * 0.5 + ... of the series 0.5 / (1 - 0.25).
    EXPECT_DOUBLE_EQ(laws::opennessWithBounces(0.5, 0.5), 0.5 / 0.75);
}

TEST(Sky, GreyLightIsTheMeanOfItsChannels) {
    EXPECT_DOUBLE_EQ(laws::greyOf({0.1, 0.2, 0.6}), 0.3);
}

}  // namespace
}  // namespace inkheal::portrait
