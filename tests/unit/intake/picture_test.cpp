// Every format, seen through the child process: upright, true colours, nothing lost.

#include <gtest/gtest.h>

#include "base/error.h"
#include "intake/intake.h"
#include "made_files.h"
#include "support/temp_folder.h"

namespace inkheal::intake {
namespace {

using test::Bytes;
using test::Encoded;

constexpr float oneStep = 2.0f / 255;  // the promise: within 2/255 of the reference, in encoded values

class Pictures : public ::testing::Test {
 protected:
    ReadPicture read(const Bytes& bytes, int longestEdge = 4096) {
        test::save(folder_ / "picture", bytes);
        return readPicture(folder_ / "picture", {.longestEdge = longestEdge});
    }
    test::TempFolder folder_;
};

void expectNear(const glm::vec4& got, glm::vec3 encoded255, float tolerance = oneStep) {
    for (int c = 0; c < 3; ++c) EXPECT_NEAR(srgbFromLinear(got[c]), encoded255[c] / 255, tolerance) << "channel " << c;
}

/// The four corners of the picture `corners()`.
void expectCorners(const ReadPicture& read, float tolerance = oneStep) {
    const Picture& p = read.picture;
    ASSERT_EQ(p.width, 48);
    ASSERT_EQ(p.height, 32);
    expectNear(p.at(3, 3), {220, 30, 20}, tolerance);
    expectNear(p.at(44, 3), {30, 200, 40}, tolerance);
    expectNear(p.at(3, 28), {20, 40, 210}, tolerance);
    expectNear(p.at(44, 28), {128, 128, 128}, tolerance);
}

TEST_F(Pictures, PngIsSrgbUnlessItSaysOtherwise) {
    const auto got = read(test::png(test::corners()));
    expectCorners(got, 1e-4f);
    EXPECT_FALSE(got.hasAlpha);
    EXPECT_FALSE(got.isVector);
    EXPECT_TRUE(got.warnings.empty());
}

TEST_F(Pictures, PngOf16BitsAndInterlacedReadTheSame) {
    expectCorners(read(test::png(test::corners(), {.bitDepth = 16})), 1e-4f);
    expectCorners(read(test::png(test::corners(), {.interlaced = true})), 1e-4f);
}

TEST_F(Pictures, PngPaletteKeepsItsTransparency) {
    const auto got = read(test::palettePng());
    EXPECT_TRUE(got.hasAlpha);
    EXPECT_EQ(got.picture.at(2, 1), glm::vec4(1, 0, 0, 1));
    expectNear(got.picture.at(2, 6), {0, 0, 255});
    EXPECT_NEAR(got.picture.at(2, 6).a, 128.0f / 255, 1e-4f);
}

TEST_F(Pictures, PngGreyWithAlphaStaysStraight) {
    Encoded grey(2, 1, 2);
    const Bytes values{128, 64, 255, 0};
    grey.values = values;
    const auto got = read(test::png(grey));
    EXPECT_NEAR(got.picture.at(0, 0).r, linearFromSrgb(128.0f / 255), 1e-4f);
    EXPECT_NEAR(got.picture.at(0, 0).a, 64.0f / 255, 1e-4f);
    EXPECT_EQ(got.picture.at(1, 0).a, 0);
}

TEST_F(Pictures, PngStatedGammaIsHonoured) {
    Encoded grey(1, 1, 3);
    grey.values = {64, 128, 192};
    const auto got = read(test::png(grey, {.gamma = 1.0}));
    for (int c = 0; c < 3; ++c) EXPECT_NEAR(got.picture.at(0, 0)[c], float(64 * (c + 1)) / 255, 0.004f);
}

TEST_F(Pictures, EmbeddedProfilesAreHonoured) {
    Encoded linear(16, 16, 3);
    for (std::size_t i = 0; i < linear.values.size(); ++i) linear.values[i] = std::uint8_t(64 * (i % 3 + 1));
    const Bytes profile = test::gammaProfile(1.0);
    for (const auto& bytes : {test::png(linear, {.icc = profile}), test::jpeg(linear, {.icc = profile})}) {
        const auto got = read(bytes);
        EXPECT_TRUE(got.warnings.empty());
        for (int c = 0; c < 3; ++c) EXPECT_NEAR(got.picture.at(8, 8)[c], float(64 * (c + 1)) / 255, 0.012f);
    }
}

TEST_F(Pictures, ABrokenProfileIsLeftAsideWithAWarning) {
    const auto got = read(test::jpeg(test::corners(), {.icc = Bytes(200, 7)}));
    expectCorners(got, 0.03f);
    ASSERT_EQ(got.warnings.size(), 1u);
    EXPECT_NE(got.warnings[0].find("profile"), std::string::npos);
}

TEST_F(Pictures, JpegReadsBaselineProgressiveAndGrey) {
    expectCorners(read(test::jpeg(test::corners())), 0.03f);
    expectCorners(read(test::jpeg(test::corners(), {.progressive = true})), 0.03f);
    Encoded grey(16, 16, 1);
    std::fill(grey.values.begin(), grey.values.end(), std::uint8_t(90));
    expectNear(read(test::jpeg(grey)).picture.at(8, 8), {90, 90, 90});
}

TEST_F(Pictures, JpegIsTurnedUprightForEveryOrientation) {
    // The corner that EXIF says is upper left, given the stored corners: red (0,0), green (1,0), blue (0,1), grey
    // (1,1).
    struct Case {
        int orientation;
        glm::vec3 upperLeft, upperRight;
    };
    const glm::vec3 red{220, 30, 20}, green{30, 200, 40}, blue{20, 40, 210}, grey{128, 128, 128};
    for (const auto& [orientation, left, right] :
         {Case{1, red, green}, Case{2, green, red}, Case{3, grey, blue}, Case{4, blue, grey}, Case{5, red, blue},
          Case{6, blue, red}, Case{7, grey, green}, Case{8, green, grey}}) {
        SCOPED_TRACE(orientation);
        const auto got = read(test::jpeg(test::corners(), {.orientation = orientation}));
        const bool turned = orientation >= 5;
        ASSERT_EQ(got.picture.width, turned ? 32 : 48);
        ASSERT_EQ(got.picture.height, turned ? 48 : 32);
        EXPECT_EQ(got.sourceWidth, got.picture.width);
        expectNear(got.picture.at(3, 3), left, 0.03f);
        expectNear(got.picture.at(got.picture.width - 4, 3), right, 0.03f);
    }
}

TEST_F(Pictures, JpegInCmykReadsAsAdobeWritesIt) {
    Encoded inks(16, 16, 4);  // inverted: 255 is no ink
    for (std::size_t i = 0; i < inks.values.size(); i += 4) {
        inks.values[i] = 40;
        inks.values[i + 1] = 255;
        inks.values[i + 2] = 128;
        inks.values[i + 3] = 230;
    }
    const auto got = read(test::jpeg(inks));
    expectNear(got.picture.at(8, 8), {40 * 230 / 255, 230, 128 * 230 / 255}, 0.02f);
}

TEST_F(Pictures, WebpKeepsColourAndTransparency) {
    Encoded picture = test::corners(4);
    picture.at(3, 3)[3] = 100;
    const auto got = read(test::webp(picture));
    expectCorners(got, 1e-4f);
    EXPECT_TRUE(got.hasAlpha);
    EXPECT_NEAR(got.picture.at(3, 3).a, 100.0f / 255, 1e-4f);
    EXPECT_FALSE(read(test::webp(test::corners())).hasAlpha);
}

TEST_F(Pictures, TiffReads8And16BitsAndItsOrientation) {
    expectCorners(read(test::tiff(test::corners())), 1e-3f);
    expectCorners(read(test::tiff(test::corners(), 1, 16)));
    const auto turned = read(test::tiff(test::corners(), 6));
    ASSERT_EQ(turned.picture.width, 32);
    expectNear(turned.picture.at(3, 3), {20, 40, 210});
    expectNear(turned.picture.at(28, 3), {220, 30, 20});
}

TEST_F(Pictures, BmpTgaAndHdrRead) {
    expectCorners(read(test::bmp(test::corners())), 1e-4f);
    expectCorners(read(test::tga(test::corners())), 1e-4f);
    const auto light = read(test::hdr(7, 5, 0.25f));
    ASSERT_EQ(light.picture.width, 7);
    EXPECT_NEAR(light.picture.at(3, 3).r, 0.25f, 0.002f);
}

TEST_F(Pictures, LargerThanWishedIsAveragedInLinearLight) {
    Encoded checks(64, 64, 3);
    for (int y = 0; y < 64; ++y)
        for (int x = 0; x < 64; ++x) std::fill_n(checks.at(x, y), 3, std::uint8_t((x + y) % 2 ? 255 : 0));
    const auto got = read(test::png(checks), 32);
    ASSERT_EQ(got.picture.width, 32);
    EXPECT_EQ(got.sourceWidth, 64);
    for (const auto& texel : got.picture.texels) EXPECT_NEAR(texel.g, 0.5f, 1e-3f);
}

TEST_F(Pictures, AveragingWeighsColourByAlpha) {
    Encoded picture(2, 2, 4);
    picture.values = {255, 0, 0, 255, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255, 0, 0};
    const auto got = read(test::png(picture), 1);
    EXPECT_NEAR(got.picture.at(0, 0).r, 1.0f, 1e-4f);
    EXPECT_NEAR(got.picture.at(0, 0).g, 0.0f, 1e-4f);
    EXPECT_NEAR(got.picture.at(0, 0).a, 0.25f, 1e-4f);
}

TEST_F(Pictures, AveragingToASizeThatDoesNotDivideKeepsTheMean) {
    Encoded ramp(65, 7, 3);
    double mean = 0;
    for (int y = 0; y < 7; ++y)
        for (int x = 0; x < 65; ++x) {
            std::fill_n(ramp.at(x, y), 3, std::uint8_t(x * 3 + y));
            mean += linearFromSrgb(float(x * 3 + y) / 255) / (65 * 7);
        }
    const auto got = read(test::png(ramp), 13);
    double sum = 0;
    for (const auto& texel : got.picture.texels) sum += texel.r / double(got.picture.texels.size());
    EXPECT_NEAR(sum, mean, 1e-4);
}

TEST_F(Pictures, TheSamplesOfTheHouseRead) {
    for (const char* name : {"flower.svg", "butterfly.svg", "geometric.svg", "portrait.jpg"}) {
        SCOPED_TRACE(name);
        const auto got =
            readPicture(std::filesystem::path(INKHEAL_SOURCE_DIR) / "assets/samples" / name, {.longestEdge = 700});
        EXPECT_EQ(std::max(got.picture.width, got.picture.height), 700);
        EXPECT_TRUE(got.warnings.empty());
    }
}

}  // namespace
}  // namespace inkheal::intake
