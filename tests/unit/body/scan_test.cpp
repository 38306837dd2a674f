#include "body/scan.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "base/error.h"
#include "body/chart.h"
#include "body/shapes.h"
#include "body/site.h"

namespace inkheal::body {
namespace {

/// A tube as a scanner would write it: units of its own, each triangle with its own three corners, off centre.
intake::ReadMesh scanOf(const Mesh& mesh, float unitsPerMm, bool insideOut) {
    intake::ReadMesh scan;
    for (const auto& t : mesh.triangles) {
        const auto first = std::uint32_t(scan.positions.size());
        for (const auto corner : t)
            scan.positions.push_back(mesh.positionsMm[corner] * unitsPerMm + glm::vec3(3, -2, 1));
        if (insideOut)
            scan.triangles.push_back({first, first + 2, first + 1});
        else
            scan.triangles.push_back({first, first + 1, first + 2});
    }
    return scan;
}

TEST(Scan, UnitsAreGuessedFromTheSize) {
    EXPECT_EQ(millimetresPerUnit(0.3f, false), 1000);
    EXPECT_EQ(millimetresPerUnit(1.8f, false), 1000);
    EXPECT_EQ(millimetresPerUnit(25, false), 10);
    EXPECT_EQ(millimetresPerUnit(250, false), 1);
    EXPECT_EQ(millimetresPerUnit(0.3f, true), 1000);
}

TEST(Scan, MetresCentimetresAndMillimetresGiveTheSameBody) {
    const Mesh tube = makeCone(25, 25, 120, 4);
    for (const float unitsPerMm : {0.001f, 0.1f, 1.0f}) {
        const Mesh mesh = meshOfScan(scanOf(tube, unitsPerMm, false), "arm.stl");
        glm::vec3 low = mesh.positionsMm.front(), high = low;
        for (const auto& p : mesh.positionsMm) low = glm::min(low, p), high = glm::max(high, p);
        EXPECT_NEAR(high.y - low.y, 120, 0.1);
        EXPECT_EQ(mesh.triangles.size(), tube.triangles.size());
        EXPECT_LE(mesh.positionsMm.size(), tube.positionsMm.size() + 200);
    }
}

TEST(Scan, AnInsideOutScanIsTurned) {
    const Mesh mesh = meshOfScan(scanOf(makeSphere(40, 4), 1, true), "arm.ply");
    for (std::size_t i = 0; i < mesh.normals.size(); ++i)
        ASSERT_GT(glm::dot(mesh.normals[i], glm::normalize(mesh.positionsMm[i])), 0.98);
}

TEST(Scan, TrianglesWithoutAreaAreLeftOutAndNothingLeftIsBadInput) {
    intake::ReadMesh scan;
    scan.positions = {{0, 0, 0}, {100, 0, 0}, {0, 100, 0}, {50, 0, 0}};
    scan.triangles = {{0, 1, 2}, {0, 3, 1}, {2, 2, 1}};
    EXPECT_EQ(meshOfScan(scan, "flat.obj").triangles.size(), 1u);
    scan.triangles = {{0, 3, 1}};
    try {
        meshOfScan(scan, "flat.obj");
        FAIL() << "a line was taken for a surface";
    } catch (const Error& error) {
        EXPECT_EQ(error.exit, Exit::badInput);
    }
}

/// A limb of 25 mm radius as a scanner sees it: every vertex off by Gaussian noise.
intake::ReadMesh noisyLimb(float edgeMm, float noiseMm) {
    Mesh tube = makeCone(25, 25, 120, edgeMm);
    const auto ids = weldedIds(tube.positionsMm);
    std::mt19937 random(3);
    std::normal_distribution<float> noise(0, noiseMm);
    for (std::size_t i = 0; i < ids.size(); ++i)
        tube.positionsMm[i] =
            ids[i] == i ? tube.positionsMm[i] + tube.normals[i] * noise(random) : tube.positionsMm[ids[i]];
    return scanOf(tube, 1, false);
}

TEST(Scan, AStencilLiesOnTheSkinAndNotOnTheScannersNoise) {
    std::vector<glm::vec2> square;
    for (int y = -30; y <= 30; ++y)
        for (int x = -30; x <= 30; ++x) square.emplace_back(0.5f * float(x), 0.5f * float(y));
    for (const auto& [edgeMm, noiseMm] : {std::pair{1.0f, 0.05f}, std::pair{1.0f, 0.1f}, std::pair{3.0f, 0.2f}}) {
        SCOPED_TRACE(std::to_string(edgeMm) + " " + std::to_string(noiseMm));
        const Mesh mesh = meshOfScan(noisyLimb(edgeMm, noiseMm), "arm.ply");
        double girth = 0;
        for (const auto& p : mesh.positionsMm) girth += std::hypot(p.x, p.z) / double(mesh.positionsMm.size());
        EXPECT_NEAR(girth, 25, 0.1);
        const Chart chart(mesh, findSite(mesh, "wrist-inner", {0, 0}), 27, 21.3f);
        const Stretch stretch = chart.stretch(mesh, square);
        EXPECT_EQ(stretch.coveredFraction, 1);
        EXPECT_LE(stretch.largest, 1.15);
        EXPECT_GE(stretch.smallest, 0.87);
        EXPECT_NEAR(stretch.mean, 1, 0.01);
    }
}

TEST(Scan, AnySiteIsTheFrontOfItsMiddle) {
    const Mesh mesh = meshOfScan(scanOf(makeCone(25, 25, 120, 2), 0.001f, false), "arm.glb");
    const Frame frame = findSite(mesh, "wrist-inner", {0, 0});
    EXPECT_NEAR(frame.originMm.x, 0, 0.1);
    EXPECT_NEAR(frame.originMm.y, 0, 0.1);
    EXPECT_NEAR(frame.originMm.z, 25, 0.1);
    EXPECT_GT(frame.z.z, 0.999);
    EXPECT_GT(frame.y.y, 0.999);
}

}  // namespace
}  // namespace inkheal::body
