// The drawing of the timeline, and how pictures are fitted into the window.

#include "desktop/bar.h"

#include <gtest/gtest.h>

#include "gpu/present.h"

namespace inkheal::desktop {
namespace {

int red(const Picture8& picture, int x, int y) {
    return picture.rgba[4 * (std::size_t(y) * std::size_t(picture.width) + std::size_t(x))];
}

TEST(Bar, HasTheSizeAskedFor) {
    for (const int width : {1, 7, 64, 1280}) {
        const Picture8 bar = drawBar({width, 1, 0, 0});
        EXPECT_EQ(bar.width, width);
        EXPECT_EQ(bar.height, barHeight(1));
        EXPECT_EQ(bar.rgba.size(), std::size_t(width) * std::size_t(barHeight(1)) * 4);
    }
    EXPECT_EQ(drawBar({640, 2, 0, 0}).height, 2 * barHeight(1));
}

TEST(Bar, IsLitAsFarAsTheSkinHasComeAndTheHandleStandsAtTheDayWanted) {
    const Timeline timeline = barTimeline(1280, 1);
    const int strip = barHeight(1) * 16 / 44;
    const Picture8 bar = drawBar({1280, 1, 10, 20});
    EXPECT_GT(red(bar, int(timeline.pixelOf(9)), strip), red(bar, int(timeline.pixelOf(9)), 1) + 60);
    EXPECT_LT(red(bar, int(timeline.pixelOf(13)), strip), red(bar, int(timeline.pixelOf(9)), strip) - 40);
    EXPECT_GT(red(bar, int(timeline.pixelOf(20)), strip), 230);
}

TEST(Fitted, KeepsTheShapeAndTheMiddle) {
    using gpu::PixelBox;
    EXPECT_EQ(gpu::fitted(640, 378, {0, 0, 1280, 756}), (PixelBox{0, 0, 1280, 756}));
    EXPECT_EQ(gpu::fitted(100, 100, {10, 20, 300, 100}), (PixelBox{110, 20, 100, 100}));
    EXPECT_EQ(gpu::fitted(100, 200, {0, 0, 100, 100}), (PixelBox{25, 0, 50, 100}));
}

TEST(Fitted, IsNeverOutsideNorEmptyUnlessItsPlaceIs) {
    for (const int place : {1, 7, 8, 9, 65})
        for (const int width : {1, 7, 1000}) {
            const gpu::PixelBox box = gpu::fitted(width, 3, {0, 0, place, 5});
            EXPECT_GE(box.x, 0);
            EXPECT_LE(box.x + box.width, place);
            EXPECT_LE(box.y + box.height, 5);
            EXPECT_GE(box.width, 1);
            EXPECT_GE(box.height, 1);
        }
    EXPECT_EQ(gpu::fitted(9, 9, {3, 4, 0, 5}).width, 0);
}

}  // namespace
}  // namespace inkheal::desktop
