// A picture's light and print from the command line: panoramas, exposure, white balance, gamut, and what is refused.

#include <ImfChannelList.h>
#include <ImfFrameBuffer.h>
#include <ImfHeader.h>
#include <ImfInputFile.h>
#include <gmock/gmock.h>
#include <zlib.h>

#include <cmath>
#include <numeric>

#include "base/exr.h"
#include "cli/quick.h"

namespace inkheal::test {
namespace {

using testing::HasSubstr;
using testing::Not;

class Lights : public Cli {
 protected:
    Picture8 picture(const Words& options, const std::string& name = "a.png") const {
        expectSilent(inkheal(Words{"render", "--quiet", "-o", at(name)} + quick() + small() + options));
        return pictureAt(name);
    }
    void refused(const Words& options, int exit, const Words& parts) const {
        expectRefused(inkheal(Words{"render", "--quiet", "-o", at("b.png")} + quick() + small() + options), exit,
                      parts);
        EXPECT_THAT(names(), Not(testing::Contains("b.png")));
    }
    /// A room with a window to the viewer's left, or with one value all over.
    std::string panorama(const std::string& name, float window, int width = 128, int height = 64) const {
        std::vector<float> light(std::size_t(width * height), 0.2f);
        for (int y = height / 4; y < height / 2; ++y)
            for (int x = 0; x < width / 8; ++x) light[std::size_t(y * width + x)] = window;
        writeExr(at(name), width, height, {{"R", light}, {"G", light}, {"B", light}}, {});
        return at(name);
    }
};

glm::dvec3 meanOf(const Picture8& picture) {
    glm::dvec3 sum(0);
    for (std::size_t i = 0; i < picture.rgba.size(); i += 4)
        for (int c = 0; c < 3; ++c)
            sum[c] += linearFromSrgb(float(picture.rgba[i + std::size_t(c)]) / 255) * 4 / double(picture.rgba.size());
    return sum;
}

std::vector<float> channelOf(const std::string& path, const char* name) {
    Imf::InputFile file(path.c_str());
    const Imath::Box2i window = file.header().dataWindow();
    const std::size_t width = std::size_t(window.max.x + 1), height = std::size_t(window.max.y + 1);
    std::vector<float> values(width * height);
    Imf::FrameBuffer frame;
    frame.insert(name,
                 Imf::Slice(Imf::FLOAT, reinterpret_cast<char*>(values.data()), sizeof(float), sizeof(float) * width));
    file.setFrameBuffer(frame);
    file.readPixels(window.min.y, window.max.y);
    return values;
}

/// The chunks of a PNG before its texels.
std::vector<std::pair<std::string, std::string>> chunksOf(const std::string& png) {
    std::vector<std::pair<std::string, std::string>> chunks;
    for (std::size_t at = 8; at + 8 < png.size();) {
        std::size_t length = 0;
        for (std::size_t i = 0; i < 4; ++i) length = length << 8 | std::uint8_t(png[at + i]);
        chunks.emplace_back(png.substr(at + 4, 4), png.substr(at + 8, length));
        if (chunks.back().first == "IDAT") break;
        at += 12 + length;
    }
    return chunks;
}

std::string chunk(const std::string& png, const std::string& name) {
    for (const auto& [key, bytes] : chunksOf(png))
        if (key == name) return bytes;
    return "";
}

TEST_F(Lights, APanoramaLightsThePicture) {
    const std::string file = panorama("room.exr", 40);
    const Picture8 straight = picture({"--light", file}), turned = picture({"--light", file, "--light-turn", "120"});
    EXPECT_GT(farthestApart(straight, picture({})), 8);
    EXPECT_GT(farthestApart(straight, turned), 8);
    EXPECT_EQ(farthestApart(turned, picture({"--light", file, "--light-turn", "-240"})), 0);
    EXPECT_NEAR(meanOf(straight).g, meanOf(picture({})).g, 0.1) << "metered like any other";
    EXPECT_GT(farthestApart(picture({"--light-turn", "90"}), picture({})), 8) << "lights of ours turn too";
}

TEST_F(Lights, FilesThatWillNotDoAreRefusedBeforeTheWork) {
    refused({"--light", at("none.hdr")}, 3, {"none.hdr"});
    refused({"--light", panorama("square.exr", 4, 64, 64)}, 3,
            {"square.exr: is 64 x 64 texels, not twice as wide as high"});
    refused({"--light", panorama("nan.exr", std::nanf(""))}, 3, {"nan.exr: has light that is not a number"});
    refused({"--light", panorama("minus.exr", -1)}, 3, {"minus.exr: has light below zero"});
    refused({"--light", at("square.png")}, 3, {"square.png", "use Radiance (.hdr) or OpenEXR (.exr)"});
    const std::string whole = textOf("square.exr");
    refused({"--light", write("cut.exr", whole.substr(0, whole.size() / 2))}, 3, {"cut.exr", "cut off"});
    refused({"--light", "moonlight"}, 2, {"moonlight", "studio", "window", "lamp"});
}

TEST_F(Lights, AStopMoreIsTwiceTheLight) {
    const glm::dvec3 dark = meanOf(picture({"--exposure", "-2"})), usual = meanOf(picture({"--exposure", "-1"}));
    EXPECT_NEAR(usual.g / dark.g, 2, 0.1);
    EXPECT_EQ(farthestApart(picture({"--exposure", "0"}), picture({})), 0);
}

TEST_F(Lights, AWarmWhiteMakesPicturesBluer) {
    const glm::dvec3 usual = meanOf(picture({})), warm = meanOf(picture({"--white-balance", "4000"}));
    const glm::dvec3 cool = meanOf(picture({"--white-balance", "10000K"}));
    EXPECT_GT(warm.b / warm.r, 1.2 * usual.b / usual.r);
    EXPECT_LT(cool.b / cool.r, 0.9 * usual.b / usual.r);
    EXPECT_EQ(farthestApart(picture({"--white-balance", "neutral"}), picture({})), 0);
    EXPECT_GT(farthestApart(picture({"--white-balance", "auto", "--light", "lamp"}), picture({"--light", "lamp"})), 3);
}

TEST_F(Lights, PicturesAreTaggedWithTheirGamut) {
    const Picture8 srgb = picture({}, "srgb.png"), wide = picture({"--gamut", "display-p3"}, "p3.png");
    const std::string plain = textOf("srgb.png"), tagged = textOf("p3.png");
    EXPECT_EQ(chunk(plain, "sRGB").size(), 1u);
    EXPECT_EQ(chunk(plain, "iCCP"), "");
    EXPECT_EQ(chunk(tagged, "sRGB"), "");
    EXPECT_EQ(chunk(tagged, "cICP"), std::string({12, 13, 0, 1}));
    const std::string profile = chunk(tagged, "iCCP");
    ASSERT_THAT(profile, testing::StartsWith(std::string("Display P3\0\0", 12)));
    std::vector<std::uint8_t> icc(4096);
    uLongf size = icc.size();
    ASSERT_EQ(
        uncompress(icc.data(), &size, reinterpret_cast<const Bytef*>(profile.data()) + 12, uLong(profile.size() - 12)),
        Z_OK);
    EXPECT_EQ(std::string(icc.begin() + 36, icc.begin() + 40), "acsp");
    EXPECT_EQ(std::string(icc.begin() + 16, icc.begin() + 20), "RGB ");
    // The same colours in wider primaries: skin's codes lie nearer together.
    EXPECT_GT(farthestApart(srgb, wide), 4);
    EXPECT_LT(meanOf(wide).r / meanOf(wide).b, meanOf(srgb).r / meanOf(srgb).b);
}

TEST_F(Lights, AnExrHoldsTheLightUnderTheCurve) {
    const Words dim{"--exposure", "-2", "--samples", "1"};
    expectSilent(inkheal(Words{"render", "--quiet", "-o", at("a.exr")} + quick() + small() + dim));
    const glm::dvec3 shown = meanOf(picture(dim, "dim.png"));
    const std::vector<float> green = channelOf(at("a.exr"), "G");
    ASSERT_EQ(green.size(), 320u * 180u);
    EXPECT_NEAR(std::accumulate(green.begin(), green.end(), 0.0) / double(green.size()), shown.g, 0.02 * shown.g);
    EXPECT_EQ(textOf("a.exr").substr(0, 4), "\x76\x2f\x31\x01");
}

TEST_F(Lights, NumbersAndWordsThatAreNoneAreRefused) {
    refused({"--exposure", "bright"}, 2, {"--exposure", "bright"});
    refused({"--exposure", "11"}, 2, {"--exposure", "-10 to 10"});
    refused({"--light-turn", "left"}, 2, {"--light-turn", "left"});
    refused({"--white-balance", "warm"}, 2, {"--white-balance", "neutral, auto", "2000 to 25000"});
    refused({"--white-balance", "1999"}, 2, {"--white-balance", "2000 to 25000"});
    refused({"--gamut", "rec2020"}, 2, {"--gamut", "srgb or display-p3"});
}

TEST_F(Lights, AClientIsAsHairyAsAsked) {
    const auto wrist = [&](const Words& options) {
        expectSilent(inkheal(Words{"render", "--quiet", "-o", at("hair.png"), "--design", at("square.png"), "--width",
                                   "5", "--quality", "draft", "--site", "wrist-outer", "--day", "300"} +
                             small() + options));
        return pictureAt("hair.png");
    };
    const Picture8 none = wrist({"--hair", "none"}), full = wrist({"--hair", "full"});
    EXPECT_GT(farthestApart(none, full), 15);
    EXPECT_EQ(farthestApart(wrist({}), wrist({"--hair", "fine"})), 0);
    EXPECT_GT(farthestApart(wrist({}), none), 1);
    refused({"--hair", "thick"}, 2, {"--hair", "thick", "none, fine or full"});
}

}  // namespace
}  // namespace inkheal::test
