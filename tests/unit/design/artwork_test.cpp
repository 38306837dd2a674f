// What an artist expects of the door: paper is skin, lines keep their weight, a millimetre is a millimetre.

#include "design/artwork.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <functional>
#include <numbers>
#include <random>

#include "base/error.h"
#include "base/png.h"
#include "support/temp_folder.h"

namespace inkheal::design {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

class Artworks : public ::testing::Test {
 protected:
    /// A picture of encoded values, opaque unless the fourth says otherwise.
    std::filesystem::path picture(int width, int height, const std::function<glm::vec4(int, int)>& encoded) {
        Picture8 made{width, height, {}};
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x) {
                const glm::vec4 value = encoded(x, y);
                for (int c = 0; c < 4; ++c)
                    made.rgba.push_back(std::uint8_t(std::lround(std::clamp(value[c], 0.0f, 1.0f) * 255)));
            }
        writePng(folder_ / "art.png", made);
        return folder_ / "art.png";
    }
    std::filesystem::path svg(const std::string& frame, const std::string& inside) {
        std::ofstream(folder_ / "art.svg")
            << "<svg xmlns='http://www.w3.org/2000/svg' " << frame << ">" << inside << "</svg>";
        return folder_ / "art.svg";
    }
    test::TempFolder folder_;
};

double inkedMm2(const Artwork& art) {
    double sum = 0;
    for (const auto& texel : art.picture.texels) sum += texel.a;
    return sum * art.texelMm() * art.texelMm();
}

/// A black ring on paper, smoothed as drawing programs do; radii in texels about the middle.
float ring(int x, int y, float middle, float radius, float width) {
    const float off = std::abs(std::hypot(float(x) + 0.5f - middle, float(y) + 0.5f - middle) - radius);
    return std::clamp(width / 2 - off + 0.5f, 0.0f, 1.0f);
}

TEST_F(Artworks, TransparentFilesSayThemselvesWhatIsInk) {
    const auto art = readArtwork(picture(100, 80,
                                         [](int x, int y) {
                                             const bool inside = x >= 20 && x < 60 && y >= 30 && y < 50;
                                             return inside ? glm::vec4(1, 1, 1, x < 40 ? 1.0f : 0.5f) : glm::vec4(0);
                                         }),
                                 20, Paper::remove, 20);
    EXPECT_FLOAT_EQ(art.widthMm, 20);
    EXPECT_FLOAT_EQ(art.heightMm, 10);
    ASSERT_EQ(art.picture.width, 40);
    EXPECT_EQ(art.picture.at(5, 5), glm::vec4(1, 1, 1, 1)) << "white ink stays white ink";
    EXPECT_NEAR(art.picture.at(30, 5).a, 0.5f, 0.01f);
}

TEST_F(Artworks, NoisyOffWhitePaperIsBareSkinInsideAndOutsideTheLines) {
    std::mt19937 random{5};
    std::normal_distribution<float> noise{0, 0.008f};
    const glm::vec3 paper{245 / 255.0f, 240 / 255.0f, 230 / 255.0f};
    const auto art =
        readArtwork(picture(600, 600,
                            [&](int x, int y) {
                                const float ink = ring(x, y, 300, 200, 6);
                                return glm::vec4(glm::mix(paper, glm::vec3(0.08f), ink) + glm::vec3(noise(random)), 1);
                            }),
                    30, Paper::remove, 10);
    EXPECT_THAT(art.warnings, IsEmpty());
    EXPECT_NEAR(art.heightMm, 30, 0.3f);
    const int middle = art.picture.width / 2;
    EXPECT_EQ(art.picture.at(middle, middle).a, 0);
    EXPECT_EQ(art.picture.at(2, 2).a, 0);
    const double millimetre = 406.0 / 30;  // texels of the file in one
    EXPECT_NEAR(inkedMm2(art), 2 * std::numbers::pi * 200 * 6 / millimetre / millimetre, 0.15 * 56);
}

TEST_F(Artworks, SmoothedEdgesBecomeCoverageOfTheLinesOwnColour) {
    const auto art = readArtwork(
        picture(400, 400,
                [](int x, int y) {
                    return glm::vec4(glm::mix(glm::vec3(1), glm::vec3(0.7f, 0, 0), ring(x, y, 200, 150, 8)), 1);
                }),
        30, Paper::remove, 20);
    const float red = linearFromSrgb(179 / 255.0f);
    for (const auto& texel : art.picture.texels) {
        if (texel.a < 0.05f) continue;
        EXPECT_NEAR(texel.r, red, 0.04f);
        EXPECT_NEAR(texel.g, 0, 0.04f) << "a pale fringe was inked, alpha " << texel.a;
    }
}

TEST_F(Artworks, SoftShadingKeepsItsTones) {
    const auto art = readArtwork(picture(300, 300,
                                         [](int x, int y) {
                                             const bool inside = x >= 30 && x < 270 && y >= 30 && y < 270;
                                             return glm::vec4(glm::vec3(inside ? float(x - 30) / 240 : 1.0f), 1);
                                         }),
                                 30, Paper::remove, 8);
    // On white paper the artwork looks as it did, all the way from black to nothing.
    for (int x = 1; x < art.picture.width - 1; ++x) {
        const glm::vec4 t = art.picture.at(x, art.picture.height / 2);
        const float seen = std::sqrt(t.a * t.g + 1 - t.a);
        const float fullWidth = float(art.picture.width) / 240;
        const float wanted = (float(x) + 0.5f) / fullWidth / 240 * (art.widthMm / 30);
        EXPECT_NEAR(srgbFromLinear(seen * seen), wanted, 0.08f) << x;
    }
}

TEST_F(Artworks, AnUnevenlyLitSheetIsStillPaper) {
    const auto art = readArtwork(picture(400, 300,
                                         [](int x, int y) {
                                             const float u = float(x) / 200 - 1, v = float(y) / 150 - 1,
                                                         light = 0.97f - 0.07f * (u * u + v * v) - 0.03f * u;
                                             const bool line = x >= 100 && x < 300 && y >= 147 && y < 153;
                                             return glm::vec4(glm::vec3(line ? 0.1f : light), 1);
                                         }),
                                 20, Paper::remove, 10);
    EXPECT_NEAR(art.heightMm, 0.6f, 0.25f);
    EXPECT_THAT(art.warnings, IsEmpty());
}

TEST_F(Artworks, DustIsNotInked) {
    const auto art = readArtwork(picture(300, 300,
                                         [](int x, int y) {
                                             const bool ink = x >= 140 && x < 160 && y >= 140 && y < 160;
                                             const bool dust = (x == 20 && y == 30) || (x == 250 && y == 280);
                                             return glm::vec4(glm::vec3(ink ? 0.0f : dust ? 0.84f : 1.0f), 1);
                                         }),
                                 10, Paper::remove, 4);
    EXPECT_NEAR(art.heightMm, 10, 0.6f);
    EXPECT_LE(art.picture.width, 40);
    EXPECT_NEAR(inkedMm2(art), 100, 3);
}

TEST_F(Artworks, KeptPaperIsInked) {
    const auto file = picture(50, 50, [](int x, int) { return glm::vec4(glm::vec3(x < 25 ? 0.0f : 1.0f), 1); });
    const auto art = readArtwork(file, 30, Paper::keep, 20);
    EXPECT_EQ(art.picture.width, 50);
    EXPECT_EQ(art.picture.at(49, 10), glm::vec4(1));
}

TEST_F(Artworks, APictureWithoutPaperIsInkedWithAWarning) {
    const auto art = readArtwork(
        picture(64, 64, [](int x, int y) { return glm::vec4(0.2f + float(x) / 200, 0.3f, float(y) / 100, 1); }), 30,
        Paper::remove, 20);
    EXPECT_EQ(art.picture.width, 64);
    ASSERT_FALSE(art.warnings.empty());
    EXPECT_THAT(art.warnings[0], HasSubstr("paper"));
}

TEST_F(Artworks, NothingToInkIsASentence) {
    for (const float alpha : {0.0f, 1.0f}) try {
            readArtwork(picture(40, 40, [&](int, int) { return glm::vec4(1, 1, 1, alpha); }), 30, Paper::remove, 20);
            ADD_FAILURE() << "an empty sheet was taken";
        } catch (const Error& error) {
            EXPECT_EQ(error.exit, Exit::badInput);
            EXPECT_THAT(error.what(), HasSubstr("nothing to ink"));
        }
}

TEST_F(Artworks, AVectorIsDrawnAsFinelyAsAskedHoweverSmallInItsFrame) {
    const auto file = svg("viewBox='0 0 1000 1000'", "<circle cx='500' cy='500' r='30'/>");
    const auto art = readArtwork(file, 30, Paper::remove, 20);
    EXPECT_GT(art.picture.width, 330);
    EXPECT_NEAR(inkedMm2(art), std::numbers::pi * 15 * 15, 7);
    const auto large =
        readArtwork(svg("viewBox='0 0 100 100'", "<circle cx='50' cy='50' r='30'/>"), 30, Paper::remove, 20);
    EXPECT_EQ(large.picture.width, 600);
    EXPECT_NEAR(large.texelMm(), 0.05f, 1e-4f);
}

TEST_F(Artworks, AHairlineKeepsItsInkWhenAveragedDown) {
    const auto art = readArtwork(
        svg("viewBox='0 0 30 30'", "<path d='M1 1h28v28h-28z' fill='none' stroke='#000' stroke-width='0.05'/>"), 28.05f,
        Paper::remove, 10);
    EXPECT_NEAR(inkedMm2(art), 4 * 28 * 0.05, 0.15);
}

TEST_F(Artworks, AWhiteBackgroundInAVectorIsPaper) {
    const std::string shape = "<circle cx='50' cy='50' r='30' fill='none' stroke='#123' stroke-width='3'/>";
    const auto bare = readArtwork(svg("viewBox='0 0 100 100'", shape), 30, Paper::remove, 10);
    const auto backed = readArtwork(
        svg("viewBox='0 0 100 100'", "<rect width='100' height='100' fill='#fff'/>" + shape), 30, Paper::remove, 10);
    EXPECT_NEAR(inkedMm2(bare), inkedMm2(backed), 0.06 * inkedMm2(bare));
    EXPECT_EQ(backed.picture.at(backed.picture.width / 2, backed.picture.height / 2).a, 0);
}

TEST_F(Artworks, CoarsePicturesSaySo) {
    const auto art =
        readArtwork(picture(40, 40, [](int x, int y) { return glm::vec4(0, 0, 0, x > 3 && y > 3 ? 1.0f : 0.0f); }), 30,
                    Paper::remove, 20);
    ASSERT_FALSE(art.warnings.empty());
    EXPECT_THAT(art.warnings[0], HasSubstr("texels wide"));
}

TEST_F(Artworks, AWidthThatIsNoWidthIsWrongUsage) {
    const auto file = picture(4, 4, [](int, int) { return glm::vec4(0, 0, 0, 1); });
    for (const float width : {0.0f, -3.0f, std::nanf(""), 1e9f}) try {
            readArtwork(file, width, Paper::remove, 20);
            ADD_FAILURE() << width;
        } catch (const Error& error) {
            EXPECT_EQ(error.exit, Exit::usage);
        }
}

TEST(Samples, EachIsBareWhereTheArtistLeftItBare) {
    struct Case {
        const char* name;
        double leastShare, mostShare;  // of its bounding box that is inked
    };
    for (const auto& [name, least, most] : {Case{"flower.svg", 0.05, 0.30}, Case{"butterfly.svg", 0.45, 0.75},
                                            Case{"geometric.svg", 0.12, 0.50}, Case{"portrait.jpg", 0.30, 0.75}}) {
        SCOPED_TRACE(name);
        const auto art =
            readArtwork(std::filesystem::path(INKHEAL_SOURCE_DIR) / "assets/samples" / name, 30, Paper::remove, 20);
        EXPECT_EQ(art.picture.width, 600);
        EXPECT_THAT(art.warnings, IsEmpty());
        const double share = inkedMm2(art) / (art.widthMm * art.heightMm);
        EXPECT_GT(share, least);
        EXPECT_LT(share, most);
    }
}

}  // namespace
}  // namespace inkheal::design
