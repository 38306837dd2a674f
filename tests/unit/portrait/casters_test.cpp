// The few triangles that cast shadows: near the body, closed where it is, and few.

#include "portrait/casters.h"

#include <gtest/gtest.h>

#include <map>

#include "body/shapes.h"

namespace inkheal::portrait {
namespace {

TEST(Casters, OfABallAreFewNearItAndClosed) {
    const body::Mesh ball = body::makeSphere(20, 0.7f);
    const Casters casters = castersOf(ball, 2);
    EXPECT_LT(casters.triangles.size() * 5, ball.triangles.size());
    EXPECT_GT(casters.triangles.size(), 1000U);
    for (const glm::vec3& p : casters.positionsMm) ASSERT_NEAR(glm::length(p), 20, 0.15);
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> edges;  // one way counts up, the other down
    for (const auto& t : casters.triangles)
        for (int k = 0; k < 3; ++k) {
            const std::uint32_t a = t[k], b = t[(k + 1) % 3];
            edges[{std::min(a, b), std::max(a, b)}] += a < b ? 1 : -1;
        }
    for (const auto& [edge, sum] : edges) ASSERT_EQ(sum, 0) << edge.first << " " << edge.second;
}

TEST(Casters, OfAPlaneReachAsFarAsIt) {
    const Casters casters = castersOf(body::makePlane(40, 0.8f), 2);
    glm::vec3 low(1e9f), high(-1e9f);
    for (const glm::vec3& p : casters.positionsMm) low = glm::min(low, p), high = glm::max(high, p);
    EXPECT_LT(low.x, -19);
    EXPECT_GT(high.x, 19);
    EXPECT_NEAR(high.z - low.z, 0, 1e-4);
}

}  // namespace
}  // namespace inkheal::portrait
