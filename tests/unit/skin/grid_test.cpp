// Where the texels of a chart lie.

#include "skin/fields.h"

#include <gtest/gtest.h>

namespace inkheal::skin {
namespace {

TEST(GridAround, CoversThePieceAndItsMarginCentredOnTheChart) {
    for (float perMm : {10.0f, 20.0f, 40.0f})
        for (float turn : {0.0f, 30.0f, 90.0f, 135.0f, -45.0f, 720.0f}) {
            const Grid grid = gridAround(30, 12, turn, perMm, 4);
            EXPECT_FLOAT_EQ(grid.texelMm, 1 / perMm);
            const glm::vec2 size = grid.texelMm * glm::vec2(grid.width, grid.height);
            EXPECT_NEAR(grid.originMm.x, -size.x / 2, 1e-4);
            EXPECT_NEAR(grid.originMm.y, -size.y / 2, 1e-4);
            const float radians = glm::radians(turn);
            for (const glm::vec2 corner : {glm::vec2(15, 6), {-15, 6}, {15, -6}, {-15, -6}}) {
                const float x = corner.x * std::cos(radians) - corner.y * std::sin(radians),
                            y = corner.x * std::sin(radians) + corner.y * std::cos(radians);
                EXPECT_LE(std::abs(x) + 4, size.x / 2 + 1e-3) << turn;
                EXPECT_LE(std::abs(y) + 4, size.y / 2 + 1e-3) << turn;
            }
        }
}

TEST(GridAround, IsNoLargerThanItMustBe) {
    const Grid grid = gridAround(30, 12, 0, 20, 4);
    EXPECT_NEAR(grid.width, 38 * 20, 1);
    EXPECT_NEAR(grid.height, 20 * 20, 1);
    const Grid upright = gridAround(30, 12, 90, 20, 4);
    EXPECT_NEAR(upright.width, 20 * 20, 1);
    EXPECT_NEAR(upright.height, 38 * 20, 1);
}

TEST(GridAround, WithoutSizeIsOurMistake) {
    EXPECT_DEATH(gridAround(0, 12, 0, 20, 4), "a grid has a size");
    EXPECT_DEATH(gridAround(30, 12, 0, 20, -1), "a grid has a size");
}

}  // namespace
}  // namespace inkheal::skin
