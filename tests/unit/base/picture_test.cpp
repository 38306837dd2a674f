// The sRGB transfer, and pictures through PNG and back.

#include "base/picture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/file.h"
#include "base/png.h"
#include "refusal.h"
#include "support/temp_folder.h"

namespace inkheal {
namespace {

TEST(Srgb, TransferIsTheStandards) {
    // IEC 61966-2-1: known codes and their linear light.
    EXPECT_FLOAT_EQ(linearFromSrgb(0), 0);
    EXPECT_FLOAT_EQ(linearFromSrgb(1), 1);
    EXPECT_NEAR(linearFromSrgb(0.5f), 0.21404114, 1e-6);
    EXPECT_NEAR(linearFromSrgb(0.04045f), 0.0031308, 1e-7);
    EXPECT_NEAR(linearFromSrgb(10 / 255.0f), 0.00303527, 1e-7);
    EXPECT_NEAR(srgbFromLinear(0.18f), 0.46135613, 1e-6);
    EXPECT_NEAR(srgbFromLinear(0.001f), 0.01292, 1e-7);
    for (float v = 0; v <= 1; v += 1.0f / 512) EXPECT_NEAR(srgbFromLinear(linearFromSrgb(v)), v, 2e-6) << v;
}

TEST(Srgb, EveryByteSurvivesDecodingAndEncoding) {
    Picture8 all{256, 2, {}};
    for (int row = 0; row < 2; ++row)
        for (int v = 0; v < 256; ++v)
            for (int b : {v, 255 - v, v ^ 0x55, row ? 255 : v}) all.rgba.push_back(std::uint8_t(b));
    EXPECT_EQ(encodeSrgb(decodeSrgb(all)).rgba, all.rgba);
}

TEST(Srgb, AlphaIsLinearAndWhatIsOutOfRangeIsClamped) {
    Picture picture(2, 1);
    picture.at(0, 0) = {-0.5f, 0.5f, 7, 0.5f};
    picture.at(1, 0) = {0, 0, 0, 2};
    EXPECT_THAT(encodeSrgb(picture).rgba, testing::ElementsAre(0, 188, 255, 128, 0, 0, 0, 255));
}

Picture8 pattern(int width, int height) {
    Picture8 picture{width, height, {}};
    for (int i = 0; i < width * height * 4; ++i) picture.rgba.push_back(std::uint8_t(i * 37 + i / 251));
    return picture;
}

TEST(Png, RoundTripKeepsEveryByteAtEverySize) {
    const test::TempFolder folder;
    for (int width : {1, 7, 8, 9, 65})
        for (int height : {1, 8, 65}) {
            const Picture8 made = pattern(width, height);
            writePng(folder / "a.png", made);
            const Picture8 read = readOwnPng(folder / "a.png");
            EXPECT_EQ(read.width, width);
            EXPECT_EQ(read.height, height);
            EXPECT_EQ(read.rgba, made.rgba) << width << " x " << height;
        }
}

/// The bytes of a PNG's chunk, without its length, name and checksum; empty if there is none.
std::vector<std::uint8_t> chunk(const std::vector<std::uint8_t>& png, const std::string& name) {
    for (std::size_t at = 8; at + 12 <= png.size();) {
        const std::size_t length = std::size_t(png[at]) << 24 | png[at + 1] << 16 | png[at + 2] << 8 | png[at + 3];
        if (std::equal(name.begin(), name.end(), png.begin() + std::ptrdiff_t(at) + 4))
            return {png.begin() + std::ptrdiff_t(at + 8), png.begin() + std::ptrdiff_t(at + 8 + length)};
        at += 12 + length;
    }
    return {};
}

TEST(Png, IsTaggedSrgb) {
    const std::vector<std::uint8_t> png = encodePng(pattern(3, 2));
    EXPECT_THAT(chunk(png, "sRGB"), testing::ElementsAre(0)) << "perceptual intent";
    EXPECT_THAT(chunk(png, "IHDR"), testing::ElementsAre(0, 0, 0, 3, 0, 0, 0, 2, 8, 6, 0, 0, 0));
}

TEST(Png, SamePictureIsTheSameBytes) {
    EXPECT_EQ(encodePng(pattern(65, 9)), encodePng(pattern(65, 9)));
}

TEST(Png, CutFileIsRefused) {
    const test::TempFolder folder;
    std::vector<std::uint8_t> png = encodePng(pattern(65, 65));
    png.resize(png.size() / 2);
    writeFile(folder / "cut.png", png);
    const auto refused = test::refusalOf([&] { readOwnPng(folder / "cut.png"); });
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->exit, Exit::badInput);
    EXPECT_THAT(refused->what(), testing::HasSubstr("cut.png: is not a whole PNG"));
    EXPECT_TRUE(test::refusalOf([&] { readOwnPng(folder / "none.png"); }));
}

TEST(Png, PictureWhoseBytesDoNotFitIsOurMistake) {
    Picture8 wrong = pattern(3, 3);
    wrong.rgba.pop_back();
    EXPECT_DEATH(encodePng(wrong), "got 35, wanted 36");
    EXPECT_TRUE(test::refusalOf([] { encodePng(Picture8{}); })) << "a picture of nothing";
}

}  // namespace
}  // namespace inkheal
