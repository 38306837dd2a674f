// The stock bodies as the build baked them.

#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "bake/bake.h"
#include "base/error.h"
#include "body/body_file.h"
#include "body/chart.h"
#include "body/section.h"
#include "body/site.h"
#include "body/stock.h"

namespace inkheal::bake {
namespace {

using body::Mesh;

const Mesh& stock(const std::string& name) {
    static std::map<std::string, Mesh> known;
    const auto [found, fresh] = known.try_emplace(name);
    if (fresh)
        found->second = body::readBody(std::string(INKHEAL_BUILD_DIR) + "/share/inkheal/bodies/" + name + ".body");
    return found->second;
}

float topOf(const Mesh& mesh) {
    float top = 0;
    for (const auto& p : mesh.positionsMm) top = std::max(top, p.y);
    return top;
}

/// The longest girth across the limb at alongMm.
float girthAt(const Mesh& mesh, float alongMm) {
    float girth = 0;
    for (const auto& loop : body::cut(mesh, {0, alongMm, 0}, {0, 1, 0}))
        if (loop.closed) girth = std::max(girth, loop.lengthMm());
    return girth;
}

float leastGirth(const Mesh& mesh, float fromMm, float toMm) {
    float least = 1e9f;
    for (float along = fromMm; along <= toMm; along += 3) least = std::min(least, girthAt(mesh, along));
    return least;
}

TEST(StockBodies, AreWholeAndWatertightButForTheCutRim) {
    for (const auto& name : body::stockBodies()) {
        SCOPED_TRACE(name);
        const Mesh& mesh = stock(name);
        EXPECT_LE(mesh.triangles.size(), 280000u);
        const float top = topOf(mesh);
        const auto ids = body::weldedIds(mesh.positionsMm);
        std::map<std::pair<std::uint32_t, std::uint32_t>, int> edges;
        for (const auto& t : mesh.triangles)
            for (int k = 0; k < 3; ++k) ++edges[{ids[t[k]], ids[t[(k + 1) % 3]]}];
        int rim = 0;
        for (const auto& [edge, count] : edges) {
            ASSERT_EQ(count, 1);
            if (edges.contains({edge.second, edge.first})) continue;
            ++rim;
            ASSERT_EQ(mesh.positionsMm[edge.first].y, top);
            ASSERT_EQ(mesh.positionsMm[edge.second].y, top);
        }
        EXPECT_GT(rim, 100);
    }
}

TEST(StockBodies, HaveUnitNormalsAndTangentsAcrossThemAndFaceOutward) {
    for (const auto& name : body::stockBodies()) {
        SCOPED_TRACE(name);
        const Mesh& mesh = stock(name);
        for (std::size_t i = 0; i < mesh.normals.size(); ++i) {
            ASSERT_NEAR(glm::length(mesh.normals[i]), 1, 1e-3) << i;
            ASSERT_NEAR(glm::length(glm::vec3(mesh.tangents[i])), 1, 1e-3) << i;
            ASSERT_NEAR(glm::dot(glm::vec3(mesh.tangents[i]), mesh.normals[i]), 0, 1e-3) << i;
            ASSERT_GE(mesh.openness[i], 0);
            ASSERT_LE(mesh.openness[i], 1);
        }
        for (const auto& t : mesh.triangles) {
            const glm::vec3 a = mesh.positionsMm[t[0]];
            const glm::vec3 face = glm::cross(mesh.positionsMm[t[1]] - a, mesh.positionsMm[t[2]] - a);
            ASSERT_GT(glm::dot(face, mesh.normals[t[0]]), 0);
        }
    }
}

TEST(StockBodies, MeasureAsGrownPeopleDo) {
    // ANSUR II, 5th percentile of women to 95th of men (science.md 5).
    const Mesh &hand = stock("hand"), &foot = stock("foot");
    const float wrist = leastGirth(hand, 175, 230), ankle = leastGirth(foot, 90, 180);
    EXPECT_GE(wrist, 142);
    EXPECT_LE(wrist, 191);
    EXPECT_GE(ankle, 193);
    EXPECT_LE(ankle, 254);
    EXPECT_GE(girthAt(hand, 380), 235);
    EXPECT_LE(girthAt(hand, 380), 348);
    float front = 0, heel = 0;
    for (const auto& p : foot.positionsMm) front = std::max(front, p.z), heel = std::min(heel, p.z);
    EXPECT_GE(front - heel, 226);
    EXPECT_LE(front - heel, 293);
    RecordProperty("wristMm", std::to_string(wrist));
    RecordProperty("ankleMm", std::to_string(ankle));
}

TEST(StockBodies, EverySiteIsFoundOnItsOwnPartAndFacesTheRightWay) {
    for (const auto& site : body::sites()) {
        SCOPED_TRACE(site.name);
        const Mesh& mesh = stock(site.body);
        const body::Frame frame = body::findSite(mesh, site.name, {0, 0});
        const auto& anatomy = mesh.anatomy[mesh.triangles[frame.point.triangle][0]];
        EXPECT_EQ(anatomy.digit, site.place.digit);
        EXPECT_LT(anatomy.nail, 0.5f);
        EXPECT_GT(frame.y.y, 0.6f);
        EXPECT_NEAR(glm::distance(glm::cross(frame.x, frame.y), frame.z), 0, 1e-4);
        const bool palmar = site.name == "wrist-inner" || site.name == "ankle-back" || site.name.ends_with("-pad");
        const bool back = site.name.ends_with("-top") || site.name == "hand-back" || site.name == "wrist-outer" ||
                          site.name == "ankle-front";
        if (palmar) {
            EXPECT_GT(anatomy.palmar, 0.8f);
        } else if (back) {
            EXPECT_LT(anatomy.palmar, -0.75f);
        } else {
            EXPECT_LT(std::abs(anatomy.palmar), 0.6f);
        }
    }
    EXPECT_THROW(body::findSite(stock("hand"), "ankle-inner", {0, 0}), Error);
}

TEST(StockBodies, EdgesAreAtMostAMillimetreOnEverySite) {
    for (const auto& site : body::sites()) {
        SCOPED_TRACE(site.name);
        const Mesh& mesh = stock(site.body);
        const glm::vec2 half(site.usableWidthMm / 2, site.usableHeightMm / 2);
        const body::Chart chart(mesh, body::findSite(mesh, site.name, {0, 0}), glm::length(half) + 1, 0);
        const auto on = [&](std::uint32_t v) {
            const glm::vec2 p = *chart.vertexMm()[v];
            return std::abs(p.x) <= half.x && std::abs(p.y) <= half.y;
        };
        int triangles = 0;
        for (const auto i : chart.triangles()) {
            const auto& t = mesh.triangles[i];
            if (!on(t[0]) || !on(t[1]) || !on(t[2])) continue;
            ++triangles;
            for (int k = 0; k < 3; ++k)
                ASSERT_LE(glm::distance(mesh.positionsMm[t[k]], mesh.positionsMm[t[(k + 1) % 3]]), 1);
        }
        EXPECT_GT(triangles, 500);
    }
}

TEST(StockBodies, AThirtyMillimetreStencilLiesTrueOnWristAnkleAndHand) {
    std::vector<glm::vec2> square;
    for (int y = -30; y <= 30; ++y)
        for (int x = -30; x <= 30; ++x) square.emplace_back(0.5f * float(x), 0.5f * float(y));
    for (const auto& site : body::sites()) {
        if (site.place.digit != 0) continue;
        SCOPED_TRACE(site.name);
        const Mesh& mesh = stock(site.body);
        const body::Chart chart(mesh, body::findSite(mesh, site.name, {0, 0}), 27.3f, 21.3f);
        const body::Stretch stretch = chart.stretch(mesh, square);
        EXPECT_EQ(stretch.coveredFraction, 1);
        EXPECT_LE(stretch.largest, 1.06);
        EXPECT_GE(stretch.smallest, 0.95);
        EXPECT_NEAR(stretch.mean, 1, 0.02);
    }
}

TEST(StockBodies, AnatomyNamesFiveDigitsWithANailEach) {
    for (const auto& name : body::stockBodies()) {
        SCOPED_TRACE(name);
        const Mesh& mesh = stock(name);
        std::array<int, 6> vertices{}, nails{};
        for (std::size_t i = 0; i < mesh.anatomy.size(); ++i) {
            const auto& a = mesh.anatomy[i];
            ASSERT_GE(a.digit, 0);
            ASSERT_LE(a.digit, 5);
            ASSERT_LE(std::abs(a.palmar), 1.001f);
            ASSERT_EQ(a.alongLimbMm, mesh.positionsMm[i].y);
            ++vertices[std::size_t(a.digit)];
            nails[std::size_t(a.digit)] += a.nail > 0.5f;
        }
        EXPECT_EQ(nails[0], 0);
        for (std::size_t digit = 1; digit <= 5; ++digit) {
            EXPECT_GT(vertices[digit], 200) << digit;
            EXPECT_GT(nails[digit], 8) << digit;
            EXPECT_LT(nails[digit], vertices[digit] / 4) << digit;
        }
    }
}

TEST(StockBodies, TheSkyIsOpenOnTheWristAndHalfClosedBetweenTheFingers) {
    const Mesh& hand = stock("hand");
    const auto openAt = [&](const glm::vec3& p) {
        std::size_t nearest = 0;
        for (std::size_t i = 0; i < hand.positionsMm.size(); ++i)
            if (glm::distance(hand.positionsMm[i], p) < glm::distance(hand.positionsMm[nearest], p)) nearest = i;
        return hand.openness[nearest];
    };
    EXPECT_GT(openAt(body::findSite(hand, "wrist-outer", {0, 0}).originMm), 0.95f);
    EXPECT_LT(openAt({0, 80, -15}), 0.75f);  // the web between ring and middle finger
}

TEST(Bake, AFileThatIsNotTheFigureIsBadInput) {
    for (const std::string file : {"/nonexistent.zae", INKHEAL_SOURCE_DIR "/CMakeLists.txt"}) {
        try {
            readCage(file);
            FAIL() << file;
        } catch (const Error& error) {
            EXPECT_EQ(error.exit, Exit::badInput);
        }
    }
    Cage triangle;
    triangle.positions = {{0, 0, 0}, {1, 0, 0}, {1, 1, 0}, {0, 1, 0}};
    triangle.uv = {{0, 0}};
    triangle.quads = {{0, 1, 2, 3}};
    triangle.uvQuads = {{0, 0, 0, 0}};
    EXPECT_THROW(bakeBody(triangle, figures().front()), Error);
}

}  // namespace
}  // namespace inkheal::bake
