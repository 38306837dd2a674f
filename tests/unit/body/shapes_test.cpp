#include "body/shapes.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "base/error.h"
#include "body/section.h"
#include "body/stock.h"

namespace inkheal::body {
namespace {

struct Outline {
    int open = 0, twice = 0;
    float longestMm = 0;
};

/// Edges without a neighbour, edges run twice in one direction, the longest edge; texture seams closed.
Outline outlineOf(const Mesh& mesh) {
    const auto ids = weldedIds(mesh.positionsMm);
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> edges;
    Outline out;
    for (const auto& t : mesh.triangles) {
        for (int k = 0; k < 3; ++k) {
            const auto a = t[k], b = t[(k + 1) % 3];
            ++edges[{ids[a], ids[b]}];
            out.longestMm = std::max(out.longestMm, glm::distance(mesh.positionsMm[a], mesh.positionsMm[b]));
        }
    }
    for (const auto& [edge, count] : edges) {
        out.open += !edges.contains({edge.second, edge.first});
        out.twice += count > 1;
    }
    return out;
}

void expectWholeVertices(const Mesh& mesh) {
    const std::size_t n = mesh.positionsMm.size();
    ASSERT_EQ(mesh.normals.size(), n);
    ASSERT_EQ(mesh.tangents.size(), n);
    ASSERT_EQ(mesh.uv.size(), n);
    ASSERT_EQ(mesh.anatomy.size(), n);
    ASSERT_EQ(mesh.openness.size(), n);
    for (std::size_t i = 0; i < n; ++i) {
        ASSERT_NEAR(glm::length(mesh.normals[i]), 1, 1e-4);
        ASSERT_NEAR(glm::length(glm::vec3(mesh.tangents[i])), 1, 1e-4);
        ASSERT_NEAR(glm::dot(mesh.normals[i], glm::vec3(mesh.tangents[i])), 0, 1e-3);
        ASSERT_EQ(std::abs(mesh.tangents[i].w), 1);
    }
    for (const auto& t : mesh.triangles) {
        const glm::vec3 face = glm::cross(mesh.positionsMm[t[1]] - mesh.positionsMm[t[0]],
                                          mesh.positionsMm[t[2]] - mesh.positionsMm[t[0]]);
        ASSERT_GT(glm::dot(face, mesh.normals[t[0]] + mesh.normals[t[1]] + mesh.normals[t[2]]), 0);
    }
}

TEST(Shapes, AreWholeWoundOutwardAndNoEdgeIsLongerThanAMillimetre) {
    for (const std::string id : {"plane", "cylinder:8", "cylinder:2", "cone:9,7,40", "sphere:25", "sphere:2"}) {
        SCOPED_TRACE(id);
        const Mesh mesh = loadBody(id);
        EXPECT_EQ(mesh.name, id.substr(0, id.find(':')));
        const Outline outline = outlineOf(mesh);
        EXPECT_LE(outline.longestMm, 1);
        EXPECT_EQ(outline.twice, 0);
        EXPECT_EQ(outline.open == 0, mesh.name == "sphere");
        expectWholeVertices(mesh);
    }
}

TEST(Shapes, ATubesSeamIsClosed) {
    const Mesh mesh = makeCone(8, 8, 20);
    const auto loops = cut(mesh, {0, 10.2f, 0}, {0, 1, 0});
    ASSERT_EQ(loops.size(), 1u);
    EXPECT_TRUE(loops[0].closed);
    EXPECT_NEAR(loops[0].lengthMm(), 2 * 3.14159265 * 8, 0.1);
    EXPECT_NEAR(glm::distance(loops[0].centre(), glm::vec3(0, 10.2f, 0)), 0, 1e-3);
}

TEST(Shapes, AConesNormalsLeanByItsSlope) {
    const Mesh mesh = makeCone(9, 7, 40);
    for (const auto& n : mesh.normals) ASSERT_NEAR(n.y, 2 / std::hypot(2.0, 40.0), 1e-4);
}

TEST(Shapes, ComputedNormalsAndTangentsAgreeWithTheTrueOnes) {
    const Mesh truth = makeCone(8, 8, 20);
    Mesh mesh = truth;
    computeNormals(mesh);
    for (std::size_t i = 0; i < mesh.normals.size(); ++i) {
        ASSERT_GT(glm::dot(mesh.normals[i], truth.normals[i]), 0.998) << i;
        // u runs round the limb, so the tangent lies flat and v runs up: right-handed.
        ASSERT_NEAR(truth.tangents[i].y, 0, 1e-3);
        ASSERT_EQ(truth.tangents[i].w, 1);
    }
}

TEST(Shapes, MalformedNamesAreWrongUsage) {
    for (const std::string id :
         {"cylinder", "cylinder:", "cylinder:0", "cylinder:-8", "cylinder:8,9", "cylinder:8mm", "cylinder:1e9",
          "cylinder:nan", "cone:9,7", "cone:9,,40", "sphere:", "sphere:x", "plane:3"}) {
        try {
            loadBody(id);
            FAIL() << id << " was taken";
        } catch (const Error& error) {
            EXPECT_EQ(error.exit, Exit::usage) << id;
        }
    }
}

TEST(Section, AnOpenStripIsNotClosed) {
    const auto loops = cut(makePlane(20), {0, 3.3f, 0}, {0, 1, 0});
    ASSERT_EQ(loops.size(), 1u);
    EXPECT_FALSE(loops[0].closed);
    EXPECT_NEAR(loops[0].lengthMm(), 20, 1e-3);
    EXPECT_TRUE(cut(makePlane(20), {0, 0, 5}, {0, 0, 1}).empty());
}

TEST(Mesh, WeldingFindsTheFirstVertexOfAPlace) {
    const auto ids = weldedIds({{1, 2, 3}, {0.0f, 0, 0}, {1, 2, 3}, {-0.0f, 0, 0}, {1, 2, 4}});
    EXPECT_EQ(ids, (std::vector<std::uint32_t>{0, 1, 0, 1, 4}));
}

}  // namespace
}  // namespace inkheal::body
