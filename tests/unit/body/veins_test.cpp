// Veins of the stock bodies: where they run, where there are none, and that they are the same every time.

#include "body/veins.h"

#include <gtest/gtest.h>

#include "body/shapes.h"
#include "body/stock.h"

namespace inkheal::body {
namespace {

/// Share of the vertices that `where` takes within a mm of a vein's middle.
template <class Where>
double veined(const Mesh& mesh, const std::vector<VeinNearby>& veins, const Where& where) {
    double near = 0, all = 0;
    for (std::size_t v = 0; v < veins.size(); ++v)
        if (where(mesh.positionsMm[v], mesh.normals[v])) ++all, near += veins[v].besideMm < 1;
    return near / all;
}

TEST(Veins, RunOverTheBackOfTheHandAndTheWristAndNotInThePalm) {
    const Mesh hand = loadBody("hand");
    const std::vector<VeinNearby> veins = veinsUnder(hand);
    ASSERT_EQ(veins.size(), hand.positionsMm.size());
    const auto back = [](glm::vec3 p, glm::vec3 n) { return p.y > 110 && p.y < 180 && n.z > 0.5f; };
    const auto palm = [](glm::vec3 p, glm::vec3 n) { return p.y > 100 && p.y < 165 && n.z < -0.5f; };
    const auto wrist = [](glm::vec3 p, glm::vec3 n) { return p.y > 200 && p.y < 240 && n.z < -0.5f; };
    const auto fingers = [](glm::vec3 p, glm::vec3) { return p.y < 70; };
    EXPECT_GT(veined(hand, veins, back), 0.04);
    EXPECT_LT(veined(hand, veins, back), 0.3);
    EXPECT_GT(veined(hand, veins, wrist), 0.03);
    EXPECT_EQ(veined(hand, veins, palm), 0);
    EXPECT_EQ(veined(hand, veins, fingers), 0);
    for (const VeinNearby& vein : veins) {
        ASSERT_LE(vein.wideMm, 3);
        if (vein.wideMm > 0) {
            ASSERT_TRUE(vein.depthMm > 0.4f && vein.depthMm < 5) << vein.depthMm;
        }
    }
}

TEST(Veins, RunOverTheFootAndUpTheAnkle) {
    const Mesh foot = loadBody("foot");
    const std::vector<VeinNearby> veins = veinsUnder(foot);
    EXPECT_GT(veined(foot, veins, [](glm::vec3 p, glm::vec3 n) { return p.z > 60 && p.z < 130 && n.y > 0.5f; }), 0.04);
    EXPECT_GT(veined(foot, veins, [](glm::vec3 p, glm::vec3) { return p.y > 150 && p.y < 300; }), 0.01);
    EXPECT_EQ(veined(foot, veins, [](glm::vec3 p, glm::vec3 n) { return p.y < 20 && n.y < -0.5f; }), 0);
}

TEST(Veins, GoAllTheWayWithoutABreak) {
    // A ring round the forearm, a mm high, meets a vein wherever it lies.
    const Mesh hand = loadBody("hand");
    const std::vector<VeinNearby> veins = veinsUnder(hand);
    for (float y = 215; y < 300; y += 1)
        EXPECT_GT(veined(hand, veins, [&](glm::vec3 p, glm::vec3) { return std::abs(p.y - y) < 1; }), 0) << y;
}

TEST(Veins, AreTheSameEveryTimeAndNoneOnOtherBodies) {
    const Mesh hand = loadBody("hand");
    const auto first = veinsUnder(hand), again = veinsUnder(hand);
    for (std::size_t v = 0; v < first.size(); ++v) ASSERT_EQ(first[v].besideMm, again[v].besideMm);
    for (const VeinNearby& vein : veinsUnder(makeCone(20, 20, 40, 2))) ASSERT_EQ(vein.wideMm, 0);
}

}  // namespace
}  // namespace inkheal::body
