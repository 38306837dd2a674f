// Flexion creases of the stock bodies: that a furrow runs where it should, on one side only, unbroken, and never where
// two distances meet.

#include "body/creases.h"

#include <gtest/gtest.h>

#include "body/shapes.h"
#include "body/stock.h"

namespace inkheal::body {
namespace {

/// Places on the mesh's edges where a furrow's middle crosses.
std::vector<glm::vec3> middles(const Mesh& mesh, const std::vector<CreaseNearby>& creases) {
    std::vector<glm::vec3> places;
    for (const auto& t : mesh.triangles)
        for (std::size_t k = 0; k < 3; ++k) {
            const std::uint32_t a = t[k], b = t[(k + 1) % 3];
            const float from = creases[a].besideMm, to = creases[b].besideMm;
            if (a > b || from * to > 0 || from == to) continue;
            const float share = from / (from - to), deep = glm::mix(creases[a].deepMm, creases[b].deepMm, share);
            if (deep > 0.03f) places.push_back(glm::mix(mesh.positionsMm[a], mesh.positionsMm[b], share));
        }
    return places;
}

TEST(Creases, CrossTheInsideOfTheWristFromSideToSide) {
    const Mesh hand = loadBody("hand");
    const std::vector<glm::vec3> places = middles(hand, creasesOn(hand));
    for (float x = -12; x <= 18; x += 2) {
        int near = 0, behind = 0;
        for (const glm::vec3& p : places)
            if (std::abs(p.x - x) < 1.5f) near += std::abs(p.y - 193) < 4 && p.z<0, behind += p.y> 215;
        EXPECT_GT(near, 0) << x;
        EXPECT_EQ(behind, 0) << "none on the forearm";
    }
}

TEST(Creases, LieOnTheSideTheyBelongTo) {
    for (const char* body : {"hand", "foot"}) {
        const Mesh mesh = loadBody(body);
        const std::vector<CreaseNearby> creases = creasesOn(mesh);
        ASSERT_EQ(creases.size(), mesh.positionsMm.size());
        std::size_t deep = 0;
        for (const CreaseNearby& crease : creases) {
            ASSERT_TRUE(crease.deepMm >= 0 && crease.deepMm < 0.6f);
            ASSERT_TRUE(crease.deepMm == 0 || std::abs(crease.besideMm) < 6);
            deep += crease.deepMm > 0.05f;
        }
        EXPECT_GT(deep, creases.size() / 200) << body;
        EXPECT_LT(deep, creases.size() / 5) << body;
    }
    const Mesh hand = loadBody("hand");
    for (const glm::vec3& p : middles(hand, creasesOn(hand)))
        if (p.y > 100 && p.y < 180 && std::abs(p.x) < 25) {
            EXPECT_LT(p.z, 0) << "the palm's lines";
        }
}

TEST(Creases, NeverMeetInAFurrowThatIsNotThere) {
    // Every furrow's middle is near a corner that lies in it, not halfway between two others.
    for (const char* body : {"hand", "foot"}) {
        const Mesh mesh = loadBody(body);
        const std::vector<CreaseNearby> creases = creasesOn(mesh);
        int false_ = 0, all = 0;
        for (const auto& t : mesh.triangles)
            for (std::size_t k = 0; k < 3; ++k) {
                const std::uint32_t a = t[k], b = t[(k + 1) % 3];
                const float from = creases[a].besideMm, to = creases[b].besideMm;
                if (from * to > 0 || std::min(creases[a].deepMm, creases[b].deepMm) < 0.02f) continue;
                ++all;  // the distance cannot change by more than the edge is long, but for wobble and slope
                false_ += std::abs(from - to) > 1.5f * glm::distance(mesh.positionsMm[a], mesh.positionsMm[b]) + 0.2f;
            }
        EXPECT_GT(all, 300) << body;
        EXPECT_EQ(false_, 0) << body;
    }
}

TEST(Creases, AreNoneOnBodiesOfAnotherShape) {
    for (const CreaseNearby& crease : creasesOn(makeCone(20, 20, 40, 2))) ASSERT_EQ(crease.deepMm, 0);
}

}  // namespace
}  // namespace inkheal::body
