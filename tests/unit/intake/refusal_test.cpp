// What cannot be read ends in a sentence that names the file, for every format, and never in anything worse.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <random>

#include "base/error.h"
#include "intake/intake.h"
#include "made_files.h"
#include "support/temp_folder.h"

namespace inkheal::intake {
namespace {

using test::Bytes;
using ::testing::HasSubstr;

std::map<std::string, Bytes> oneOfEach() {
    const auto picture = test::corners();
    return {{"drawing.svg", test::bytesOf("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><circle cx='4' "
                                          "cy='4' r='3' fill='red'/></svg>")},
            {"picture.bmp", test::bmp(picture)},
            {"picture.hdr", test::hdr(9, 9, 0.5f)},
            {"picture.jpg", test::jpeg(picture, {.orientation = 3, .icc = test::gammaProfile(2.2)})},
            {"picture.png", test::png(picture, {.icc = test::gammaProfile(2.2)})},
            {"picture.tga", test::tga(picture)},
            {"picture.tif", test::tiff(picture)},
            {"picture.webp", test::webp(picture)}};
}

class Refusals : public ::testing::Test {
 protected:
    /// The sentence for bytes that must be refused.
    std::string refused(const std::string& name, const Bytes& bytes) {
        test::save(folder_ / name, bytes);
        try {
            readPicture(folder_ / name);
        } catch (const Error& error) {
            EXPECT_EQ(error.exit, Exit::badInput);
            EXPECT_THAT(error.what(), HasSubstr(name));
            return error.what();
        }
        ADD_FAILURE() << name << " was read";
        return "";
    }
    test::TempFolder folder_;
};

TEST_F(Refusals, CutOffFilesOfEveryFormat) {
    for (const auto& [name, bytes] : oneOfEach())
        for (const double share : {0.3, 0.6, 0.9}) {
            SCOPED_TRACE(name + " at " + std::to_string(share));
            refused(name, Bytes(bytes.begin(), bytes.begin() + std::ptrdiff_t(double(bytes.size()) * share)));
        }
}

TEST_F(Refusals, GarbageAfterEverySignature) {
    std::mt19937 random{7};
    for (const auto& [name, bytes] : oneOfEach()) {
        if (name == "picture.tga" || name == "picture.hdr") continue;  // no checks in the format: any bytes are texels
        Bytes garbage(bytes.begin(), bytes.begin() + (name == "drawing.svg" ? 30 : 12));
        for (int i = 0; i < 500; ++i) garbage.push_back(std::uint8_t(random()));
        refused(name, garbage);
    }
}

TEST_F(Refusals, ADamagedByteIsReadOrRefusedAndNothingElse) {
    std::mt19937 random{11};
    int readAnyway = 0, refusedIt = 0;
    for (const auto& [name, bytes] : oneOfEach())
        for (int i = 0; i < 12; ++i) {
            Bytes damaged = bytes;
            for (int k = 0; k < 1 + i % 4; ++k) damaged[random() % damaged.size()] = std::uint8_t(random());
            test::save(folder_ / name, damaged);
            try {
                readPicture(folder_ / name, {.longestEdge = 64});
                ++readAnyway;
            } catch (const Error& error) {
                EXPECT_EQ(error.exit, Exit::badInput);
                EXPECT_THAT(error.what(), HasSubstr(name));
                ++refusedIt;
            }
        }
    EXPECT_EQ(readAnyway + refusedIt, 8 * 12);
}

TEST_F(Refusals, ACheckSumThatDoesNotFit) {
    Bytes bytes = test::png(test::corners());
    bytes[bytes.size() - 20] ^= 1;  // within the last IDAT
    refused("picture.png", bytes);
}

TEST_F(Refusals, SizesBeyondTheLimitAreNamed) {
    EXPECT_THAT(refused("wide.png", test::pngHeader(16384, 16384)), HasSubstr("89 million"));
    EXPECT_THAT(refused("long.png", test::pngHeader(100000, 10)), HasSubstr("16384"));
    Bytes jpeg = test::jpeg(test::corners());
    for (std::size_t i = 0; i + 9 < jpeg.size(); ++i)
        if (jpeg[i] == 0xFF && jpeg[i + 1] == 0xC0) {
            jpeg[i + 5] = jpeg[i + 7] = 0x3F;
            break;
        }
    EXPECT_THAT(refused("wide.jpg", jpeg), HasSubstr("89 million"));
    Bytes tga = test::tga(test::corners());
    tga[13] = tga[15] = 0x3F;
    EXPECT_THAT(refused("wide.tga", tga), HasSubstr("89 million"));
    Bytes bmp = test::bmp(test::corners());
    bmp[20] = 1;
    EXPECT_THAT(refused("wide.bmp", bmp), HasSubstr("16384"));
}

TEST_F(Refusals, FilesOfOtherKindsAreNamed) {
    EXPECT_THAT(refused("a", test::bytesOf("GIF89a..........")), HasSubstr("GIF"));
    EXPECT_THAT(refused("b", test::bytesOf("%PDF-1.7........")), HasSubstr("PDF"));
    EXPECT_THAT(refused("c", test::bytesOf("8BPS............")), HasSubstr("Photoshop"));
    EXPECT_THAT(refused("d", test::bytesOf("....ftypheic....")), HasSubstr("HEIC"));
    EXPECT_THAT(refused("e", test::bytesOf("hello, artist")), HasSubstr("PNG, JPEG"));
    EXPECT_THAT(refused("f", {}), HasSubstr("empty"));
}

TEST_F(Refusals, AMissingFileAndAFolder) {
    EXPECT_THROW(readPicture(folder_ / "nothing.png"), Error);
    EXPECT_THROW(readPicture(folder_.path()), Error);
}

}  // namespace
}  // namespace inkheal::intake
