// Laws of what hides a card.

#include <gtest/gtest.h>

#include <glm/gtc/matrix_transform.hpp>

#include "portrait/shot_laws.h"

namespace inkheal::portrait {
namespace {

namespace laws = law::frame;

TEST(Shadows, DepthOfTheMapIsUndoneToMm) {
    const double near = 560, far = 1040;
    const glm::dmat4 lens = glm::perspectiveRH_ZO(0.6, 1.0, near, far);
    for (double mm : {560.0, 700.0, 1000.0, 1040.0}) {
        const glm::dvec4 clip = lens * glm::dvec4(0, 0, -mm, 1);
        EXPECT_NEAR(laws::depthMm(clip.z / clip.w, near, far), mm, 1e-8);
    }
}

TEST(Shadows, PointsFillTheDiscEvenly) {
    glm::dvec2 mean(0);
    double square = 0;
    int inner = 0;
    std::vector<glm::dvec2> before;
    glm::dvec2 way(std::cos(0.4), std::sin(0.4));
    for (int i = 0; i < laws::shadowTaps; ++i) {
        const glm::dvec2 p = laws::discRadius(i) * way;
        way = laws::turnedOn(way);
        EXPECT_NEAR(glm::length(way), 1, 1e-12);
        const double r = glm::length(p);
        EXPECT_LE(r, 1);
        mean += p / double(laws::shadowTaps);
        square += r * r / laws::shadowTaps;
        inner += r * r < 0.5;
        for (const glm::dvec2& other : before) EXPECT_GT(glm::distance(p, other), 0.2);
        before.push_back(p);
    }
    EXPECT_LT(glm::length(mean), 0.07);
    EXPECT_NEAR(square, 0.5, 1e-9);  // of a disc
    EXPECT_EQ(inner, laws::shadowTaps / 2);
}

TEST(Shadows, SpiralsGoOnceRoundAndStartAgain) {
    EXPECT_EQ(laws::spiralTurn(0), 0);
    EXPECT_EQ(laws::spiralTurn(laws::spiralTurns), 0);
    EXPECT_NEAR(laws::spiralTurn(laws::spiralTurns - 1) + laws::spiralTurn(1), laws::twoPi, 1e-9);
}

TEST(Shadows, PenumbraFollowsSimilarTriangles) {
    EXPECT_DOUBLE_EQ(laws::penumbraShare(700, 750), 50.0 / 700);
    EXPECT_EQ(laws::penumbraShare(750, 750), 0);
    EXPECT_EQ(laws::penumbraShare(800, 750), 0);
    EXPECT_LE(laws::penumbraShare(0, 750), 0.5);
    EXPECT_GT(laws::penumbraRadius(600, 800, 150, 1e-3), laws::penumbraRadius(780, 800, 150, 1e-3));
    EXPECT_DOUBLE_EQ(laws::penumbraRadius(800, 800, 150, 1e-3), laws::narrowestMm * 1e-3);
    EXPECT_LE(laws::searchRadius(60, 1e4, 1), laws::widestSearch);
}

TEST(Shadows, OnlyWhatStandsBeforeHides) {
    EXPECT_EQ(laws::pastBlocker(0, 0.5), 1);
    EXPECT_EQ(laws::pastBlocker(-30, 0.5), 1);
    EXPECT_EQ(laws::pastBlocker(30, 0.5), 0);
    double before = 1;
    for (double mm = 0; mm < 2; mm += 0.05) {
        EXPECT_LE(laws::pastBlocker(mm, 0.5), before);
        before = laws::pastBlocker(mm, 0.5);
    }
}

TEST(Shadows, OfARingIsSoughtOverItsRing) {
    for (const double hollow : {0.0, 0.5, 0.72}) {
        double square = 0;
        for (int i = 0; i < laws::shadowTaps; ++i) {
            const double radius = laws::ringRadius(i, hollow);
            EXPECT_GE(radius, hollow);
            EXPECT_LE(radius, 1);
            square += radius * radius / laws::shadowTaps;
        }
        EXPECT_NEAR(square, 0.5 * (1 + hollow * hollow), 1e-9) << "as many in equal areas";
    }
    EXPECT_DOUBLE_EQ(laws::ringRadius(7, 0), laws::discRadius(7));
}

}  // namespace
}  // namespace inkheal::portrait
