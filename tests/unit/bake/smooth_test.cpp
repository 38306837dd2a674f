#include "bake/smooth.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "bake/openness.h"
#include "body/section.h"
#include "body/shapes.h"

namespace inkheal::bake {
namespace {

/// A cube of quads, 20 mm; each side has texture coordinates of its own, so every edge is a seam.
Cage cube() {
    Cage cage;
    for (int i = 0; i < 8; ++i)
        cage.positions.emplace_back(i & 1 ? 10.0f : -10.0f, i & 2 ? 10.0f : -10.0f, i & 4 ? 10.0f : -10.0f);
    cage.quads = {{0, 2, 3, 1}, {4, 5, 7, 6}, {0, 1, 5, 4}, {2, 6, 7, 3}, {0, 4, 6, 2}, {1, 3, 7, 5}};
    for (int side = 0; side < 6; ++side) {
        const int first = int(cage.uv.size());
        for (const glm::vec2 corner : {glm::vec2(0, 0), glm::vec2(1, 0), glm::vec2(1, 1), glm::vec2(0, 1)})
            cage.uv.push_back((corner + glm::vec2(float(side), 0)) / 6.0f);
        cage.uvQuads.push_back({first, first + 1, first + 2, first + 3});
    }
    return cage;
}

int openEdges(const body::Mesh& mesh) {
    const auto ids = body::weldedIds(mesh.positionsMm);
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> edges;
    for (const auto& t : mesh.triangles)
        for (int k = 0; k < 3; ++k) ++edges[{ids[t[k]], ids[t[(k + 1) % 3]]}];
    int open = 0;
    for (const auto& [edge, count] : edges) open += count != 1 || !edges.contains({edge.second, edge.first});
    return open;
}

float longest(const body::Mesh& mesh) {
    float mm = 0;
    for (const auto& t : mesh.triangles)
        for (int k = 0; k < 3; ++k)
            mm = std::max(mm, glm::distance(mesh.positionsMm[t[k]], mesh.positionsMm[t[(k + 1) % 3]]));
    return mm;
}

TEST(Smooth, ACubeOfUnevenDensityHasNoCracksAndFacesOutward) {
    const EdgeMm uneven = [](const glm::vec3& p) { return 0.7f + 0.1f * (p.x + 10); };
    body::Mesh mesh = smooth(cube(), uneven);
    EXPECT_EQ(openEdges(mesh), 0);
    for (const auto& t : mesh.triangles) {
        const glm::vec3 a = mesh.positionsMm[t[0]],
                        face = glm::cross(mesh.positionsMm[t[1]] - a, mesh.positionsMm[t[2]] - a);
        ASSERT_GT(glm::dot(face, a), 0);
        ASSERT_GT(glm::dot(face, mesh.normals[t[0]]), 0);
    }
    splitLong(mesh, uneven);
    EXPECT_EQ(openEdges(mesh), 0);
    for (const auto& n : mesh.normals) ASSERT_NEAR(glm::length(n), 1, 1e-4);
}

TEST(Smooth, TheLimitOfACubesCornerIsWhatCatmullAndClarkSay) {
    // For a corner of three sides the limit is (9 v + 4 (sum of edge neighbours) + (sum of face neighbours)) / 24, and
    // each coordinate of the sums is 10 and -10 here: (9 + 4 - 1) / 24 of the half edge. However finely it is drawn.
    for (const float edgeMm : {2.0f, 0.5f}) {
        float far = 0;
        for (const auto& p : smooth(cube(), [edgeMm](const glm::vec3&) { return edgeMm; }).positionsMm)
            far = std::max(far, (p.x + p.y + p.z) / 3);
        EXPECT_NEAR(far, 10 * 12.0 / 24, 1e-3);
    }
}

TEST(Smooth, TextureSeamsStandTwiceInOnePlaceWithOneNormal) {
    const body::Mesh mesh = smooth(cube(), [](const glm::vec3&) { return 1.0f; });
    const auto ids = body::weldedIds(mesh.positionsMm);
    int seams = 0;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (ids[i] == i) continue;
        ++seams;
        EXPECT_EQ(mesh.normals[i], mesh.normals[ids[i]]);
        EXPECT_NE(mesh.uv[i], mesh.uv[ids[i]]);
    }
    EXPECT_GT(seams, 100);
    // No triangle reaches over a seam to another side's texture.
    for (const auto& t : mesh.triangles)
        for (int k = 0; k < 3; ++k) ASSERT_LT(std::abs(mesh.uv[t[k]].x - mesh.uv[t[(k + 1) % 3]].x), 1.0f / 6);
}

TEST(Smooth, LongEdgesAreHalvedOnTheSurfaceUntilThereAreNone) {
    body::Mesh sphere = body::makeSphere(25, 6);
    splitLong(sphere, [](const glm::vec3&) { return 1.0f; });
    EXPECT_LE(longest(sphere), 1);
    EXPECT_EQ(openEdges(sphere), 0);
    for (const auto& p : sphere.positionsMm) ASSERT_NEAR(glm::length(p), 25, 0.02);
}

TEST(Clip, LeavesOneCleanRim) {
    body::Mesh tube = body::makeCone(8, 6, 30);
    clipAbove(tube, 12.34f);
    float top = 0;
    for (const auto& p : tube.positionsMm) top = std::max(top, p.y);
    EXPECT_EQ(top, 12.34f);
    const auto loops = body::cut(tube, {0, 12.3f, 0}, {0, 1, 0});
    ASSERT_EQ(loops.size(), 1u);
    EXPECT_TRUE(loops[0].closed);
}

TEST(Openness, AConvexBodySeesAllTheSkyAndACornerHalfOfIt) {
    body::Mesh sphere = body::makeSphere(20, 2);
    bakeOpenness(sphere, sphere);
    for (const float open : sphere.openness) ASSERT_EQ(open, 1);

    // A floor and a wall that meet at a right angle: a point of the floor beside the wall sees half.
    body::Mesh corner = body::makePlane(300, 30), wall = corner;
    for (std::size_t i = 0; i < wall.positionsMm.size(); ++i) {
        const glm::vec3 p = wall.positionsMm[i];
        wall.positionsMm[i] = {-150, p.y, p.x + 150};
        wall.normals[i] = {1, 0, 0};
    }
    body::Mesh blocker = corner;
    const auto shift = std::uint32_t(blocker.positionsMm.size());
    blocker.positionsMm.insert(blocker.positionsMm.end(), wall.positionsMm.begin(), wall.positionsMm.end());
    for (const auto& t : wall.triangles) blocker.triangles.push_back({t[0] + shift, t[2] + shift, t[1] + shift});
    body::Mesh probe = body::makePlane(2, 1);
    for (auto& p : probe.positionsMm) p += glm::vec3(-148.5f, 0, 0);
    bakeOpenness(probe, blocker);
    for (const float open : probe.openness) EXPECT_NEAR(open, 0.5, 0.1);
}

}  // namespace
}  // namespace inkheal::bake
