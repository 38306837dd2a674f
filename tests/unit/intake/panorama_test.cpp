// Panoramas of light: read as they are from Radiance and OpenEXR, or refused with a sentence that names the file.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <limits>

#include "base/error.h"
#include "base/exr.h"
#include "base/file.h"
#include "intake/intake.h"
#include "made_files.h"
#include "support/temp_folder.h"

namespace inkheal::intake {
namespace {

using ::testing::HasSubstr;

class Panoramas : public ::testing::Test {
 protected:
    /// An EXR of light by row and column; one channel Y if `grey`.
    std::string exr(int width, int height, const std::function<float(int x, int y)>& light, bool grey = false) {
        std::vector<float> samples;
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x) samples.push_back(light(x, y));
        std::vector<ExrChannel> channels;
        for (const char* name : {"R", "G", "B"}) channels.push_back({grey ? "Y" : name, samples});
        if (grey) channels.resize(1);
        writeExr(file("a.exr"), width, height, channels, {});
        return file("a.exr");
    }
    std::string file(const std::string& name) const { return (folder_ / name).string(); }
    std::string refused(const std::string& path) {
        try {
            readPanorama(path);
        } catch (const Error& error) {
            EXPECT_EQ(error.exit, Exit::badInput);
            EXPECT_THAT(error.what(), HasSubstr(path));
            return error.what();
        }
        ADD_FAILURE() << path << " was read";
        return "";
    }
    test::TempFolder folder_;
};

TEST_F(Panoramas, AreReadAsTheyAre) {
    const auto light = [](int x, int y) { return float(x) + 1000 * float(y == 7) + 1e8f * float(x == 3 && y == 2); };
    for (const bool grey : {false, true}) {
        const Picture read = readPanorama(exr(64, 32, light, grey));
        ASSERT_EQ(read.width, 64);
        ASSERT_EQ(read.height, 32);
        for (int y = 0; y < 32; ++y)
            for (int x = 0; x < 64; ++x)
                for (int c = 0; c < 3; ++c) ASSERT_EQ(read.at(x, y)[c], light(x, y)) << x << " " << y;
    }
    test::save(folder_ / "a.hdr", test::hdr(64, 32, 0.5f));
    for (const glm::vec4& texel : readPanorama(file("a.hdr")).texels) ASSERT_NEAR(texel.g, 0.5f, 0.003f);
}

TEST_F(Panoramas, LargeOnesAreAveragedDown) {
    const Picture read = readPanorama(exr(256, 128, [](int x, int y) { return float((x + y) % 2); }), 64);
    EXPECT_EQ(read.width, 64);
    EXPECT_EQ(read.height, 32);
    for (const glm::vec4& texel : read.texels) ASSERT_NEAR(texel.g, 0.5f, 1e-4f);
}

TEST_F(Panoramas, WhatIsNoPanoramaIsSaid) {
    const auto even = [](int, int) { return 1.0f; };
    EXPECT_THAT(refused(exr(64, 48, even)), HasSubstr("64 x 48 texels, not twice as wide as high"));
    EXPECT_THAT(refused(exr(8, 4, even)), HasSubstr("only 8 x 4"));
    EXPECT_THAT(refused(exr(64, 32, [](int x, int) { return x == 9 ? std::nanf("") : 1.0f; })),
                HasSubstr("not a number"));
    EXPECT_THAT(refused(exr(64, 32, [](int x, int) { return x == 9 ? std::numeric_limits<float>::infinity() : 1; })),
                HasSubstr("not a number"));
    EXPECT_THAT(refused(exr(64, 32, [](int x, int) { return x == 9 ? -0.1f : 1.0f; })), HasSubstr("below zero"));
    EXPECT_THAT(refused(exr(64, 32, [](int, int) { return 1e13f; })), HasSubstr("beyond 1e12"));
    EXPECT_THAT(refused(exr(64, 32, [](int, int) { return 0.0f; })), HasSubstr("black all over"));
    test::save(folder_ / "wide.hdr", test::bytesOf("#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y 30000 +X 60000\n"));
    refused(file("wide.hdr"));
    test::save(folder_ / "b.hdr", test::png(test::corners()));
    EXPECT_THAT(refused(file("b.hdr")), HasSubstr("use Radiance (.hdr) or OpenEXR (.exr)"));
    test::save(folder_ / "c.hdr", {});
    EXPECT_THAT(refused(file("c.hdr")), HasSubstr("is empty"));
}

TEST_F(Panoramas, CutOffAndDamagedOnesAreRefusedOrRead) {
    const std::vector<std::uint8_t> whole = readFile(exr(64, 32, [](int x, int y) { return float(x * y); }), 1 << 20);
    const test::Bytes radiance = test::hdr(64, 32, 0.5f);
    for (const double share : {0.02, 0.3, 0.6, 0.98}) {
        test::save(folder_ / "cut.exr", {whole.begin(), whole.begin() + std::ptrdiff_t(double(whole.size()) * share)});
        EXPECT_THAT(refused(file("cut.exr")), HasSubstr("cut off"));
        test::save(folder_ / "cut.hdr",
                   {radiance.begin(), radiance.begin() + std::ptrdiff_t(double(radiance.size()) * share)});
        refused(file("cut.hdr"));
    }
    for (std::size_t at = 4; at < whole.size(); at += whole.size() / 40) {  // never worse than a refusal
        std::vector<std::uint8_t> damaged = whole;
        damaged[at] ^= 0xFF;
        test::save(folder_ / "damaged.exr", damaged);
        try {
            readPanorama(file("damaged.exr"));
        } catch (const Error& error) {
            EXPECT_EQ(error.exit, Exit::badInput);
        }
    }
}

}  // namespace
}  // namespace inkheal::intake
