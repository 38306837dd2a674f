#include "body/body_file.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "base/file.h"
#include "body/shapes.h"
#include "support/temp_folder.h"

namespace inkheal::body {
namespace {

TEST(BodyFile, ComesBackAsItWent) {
    const test::TempFolder folder;
    Mesh mesh = makeCone(8, 6, 20, 3);
    for (std::size_t i = 0; i < mesh.anatomy.size(); ++i) mesh.anatomy[i] = {int(i % 6), float(i) / 7, 0.5f, float(i)};
    writeBody(folder / "thing.body", mesh);
    const Mesh back = readBody(folder / "thing.body");
    EXPECT_EQ(back.name, "thing");
    EXPECT_EQ(back.positionsMm, mesh.positionsMm);
    EXPECT_EQ(back.normals, mesh.normals);
    EXPECT_EQ(back.tangents, mesh.tangents);
    EXPECT_EQ(back.uv, mesh.uv);
    EXPECT_EQ(back.openness, mesh.openness);
    EXPECT_EQ(back.triangles, mesh.triangles);
    for (std::size_t i = 0; i < mesh.anatomy.size(); ++i) {
        EXPECT_EQ(back.anatomy[i].digit, mesh.anatomy[i].digit);
        EXPECT_EQ(back.anatomy[i].palmar, mesh.anatomy[i].palmar);
        EXPECT_EQ(back.anatomy[i].nail, mesh.anatomy[i].nail);
        EXPECT_EQ(back.anatomy[i].alongLimbMm, mesh.anatomy[i].alongLimbMm);
    }
}

TEST(BodyFile, DamagedFilesAreBadInput) {
    const test::TempFolder folder;
    const auto file = folder / "thing.body";
    writeBody(file, makeCone(8, 6, 6, 3));
    const auto whole = readFile(file, 1 << 20);
    const auto refused = [&](std::vector<std::uint8_t> bytes, const std::string& why) {
        writeFile(file, bytes);
        try {
            readBody(file);
            ADD_FAILURE() << why;
        } catch (const Error& error) {
            EXPECT_EQ(error.exit, Exit::badInput) << why;
        }
    };
    for (const std::size_t length :
         {std::size_t(0), std::size_t(7), std::size_t(31), std::size_t(32), whole.size() - 1})
        refused({whole.begin(), whole.begin() + long(length)}, "cut to " + std::to_string(length));
    // Any changed byte, header or contents.
    for (std::size_t at = 0; at < whole.size(); at += at < 32 ? 1 : 37) {
        auto bytes = whole;
        bytes[at] ^= 0x40;
        refused(bytes, "byte " + std::to_string(at));
    }
    auto longer = whole;
    longer.push_back(0);
    refused(longer, "one byte more");
    EXPECT_THROW(readBody(folder / "missing.body"), Error);
}

TEST(BodyFile, WhereItCannotBeWrittenIsSaid) {
    try {
        writeBody("/nonexistent/thing.body", makeCone(8, 6, 6, 3));
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.exit, Exit::cannotWrite);
    }
}

}  // namespace
}  // namespace inkheal::body
