// JSON with bounds: depth, size, and sentences that name file and key.

#include "base/json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/file.h"
#include "refusal.h"
#include "support/temp_folder.h"

namespace inkheal {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string nested(int levels, const std::string& open, const std::string& inside, const std::string& close) {
    std::string text;
    for (int i = 0; i < levels; ++i) text += open;
    text += inside;
    for (int i = 0; i < levels; ++i) text += close;
    return text;
}

TEST(BoundedJson, SixtyFourLevelsAreReadAndOneMoreIsNot) {
    for (const char* inside : {"", "1", "true,null", "\"a\""}) {
        EXPECT_FALSE(test::refusalOf([&] { parseJson(nested(64, "[", inside, "]"), "x"); })) << inside;
        const auto refused = test::refusalOf([&] { parseJson(nested(65, "[", inside, "]"), "deep.json"); });
        ASSERT_TRUE(refused) << inside;
        EXPECT_EQ(refused->exit, Exit::badInput);
        EXPECT_THAT(refused->what(), StartsWith("deep.json: is nested deeper than 64 levels"));
    }
    EXPECT_FALSE(test::refusalOf([] { parseJson(nested(64, "{\"a\":", "1", "}"), "x"); }));
    EXPECT_TRUE(test::refusalOf([] { parseJson(nested(65, "{\"a\":", "1", "}"), "x"); }));
}

TEST(BoundedJson, AMillionLevelsAreRefusedWithoutAStackOverflow) {
    const auto refused = test::refusalOf([] { parseJson(nested(1000000, "[", "", "]"), "deep.json"); });
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->exit, Exit::badInput);
    EXPECT_TRUE(test::refusalOf([] { parseJson(nested(1000000, "{\"a\":[", "", ""), "deep.json"); }));
}

TEST(BoundedJson, SixteenMebibytesAreTheMost) {
    const std::size_t most = std::size_t(16) << 20;
    std::string text = "[]";
    text.resize(most, ' ');
    EXPECT_FALSE(test::refusalOf([&] { parseJson(text, "x"); }));
    text += ' ';
    const auto refused = test::refusalOf([&] { parseJson(text, "big.json"); });
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->exit, Exit::badInput);
    EXPECT_THAT(refused->what(), HasSubstr("16 MiB"));
    const test::TempFolder folder;
    writeFile(folder / "big.json", text);
    EXPECT_THAT(test::refusalOf([&] { readJson(folder / "big.json"); })->what(), HasSubstr("16 MiB"));
}

TEST(BoundedJson, BrokenTextIsBadInputAndNamesThePlace) {
    for (const char* text : {"", "{", "{\"a\": 1,}", "[1 2]", "nul", "{\"a\": 1} x", "\xff\xfe", "[1e999]"}) {
        const auto refused = test::refusalOf([&] { parseJson(text, "broken.json"); });
        ASSERT_TRUE(refused) << text;
        EXPECT_EQ(refused->exit, Exit::badInput) << text;
        EXPECT_THAT(refused->what(), StartsWith("broken.json: is not valid JSON")) << text;
        EXPECT_THAT(refused->what(), Not(HasSubstr("json.exception"))) << text;
    }
    EXPECT_THAT(test::refusalOf([] { parseJson("{\n\"a\": ?}", "x"); })->what(), HasSubstr("line 2"));
}

TEST(BoundedJson, OrderOfKeysIsKept) {
    EXPECT_EQ(parseJson("{\"b\":1,\"a\":2}", "x").dump(), "{\"b\":1,\"a\":2}");
}

TEST(Want, GivesTheValue) {
    const Json json = parseJson(R"({"n": 3, "w": 4.0, "x": 0.5, "s": "ink", "on": true, "v": [1, 2.5]})", "x");
    EXPECT_EQ(want<int>(json, "n", "x"), 3);
    EXPECT_EQ(want<int>(json, "w", "x"), 4);
    EXPECT_FLOAT_EQ(want<float>(json, "x", "x"), 0.5f);
    EXPECT_DOUBLE_EQ(want<double>(json, "n", "x"), 3);
    EXPECT_EQ(want<std::string>(json, "s", "x"), "ink");
    EXPECT_TRUE(want<bool>(json, "on", "x"));
    EXPECT_THAT(want<std::vector<float>>(json, "v", "x"), testing::ElementsAre(1, 2.5f));
}

TEST(Want, MissingKeysAndWrongTypesAreNamed) {
    const Json json = parseJson(R"({"n": 3, "s": "ink", "half": 0.5, "minus": -1, "huge": 1e300, "on": true})", "x");
    const auto missing = test::refusalOf([&] { want<int>(json, "size", "care.json"); });
    ASSERT_TRUE(missing);
    EXPECT_EQ(missing->exit, Exit::badInput);
    EXPECT_THAT(missing->what(), StartsWith("care.json: the key \"size\" is missing"));
    const auto wrong = test::refusalOf([&] { want<float>(json, "s", "care.json"); });
    ASSERT_TRUE(wrong);
    EXPECT_THAT(wrong->what(), StartsWith("care.json: the value of \"s\" is of the wrong type"));
    EXPECT_TRUE(test::refusalOf([&] { want<std::string>(json, "n", "x"); }));
    EXPECT_TRUE(test::refusalOf([&] { want<bool>(json, "n", "x"); }));
    EXPECT_TRUE(test::refusalOf([&] { want<int>(Json::array(), "n", "x"); }));
    EXPECT_TRUE(test::refusalOf([&] { want<float>(json, "on", "x"); })) << "true is no number";
}

TEST(Want, NumbersThatWouldBeCutOrWrappedAreRefused) {
    const Json json = parseJson(R"({"half": 0.5, "minus": -1, "huge": 1e300, "big": 4294967296})", "x");
    EXPECT_TRUE(test::refusalOf([&] { want<int>(json, "half", "x"); }));
    EXPECT_TRUE(test::refusalOf([&] { want<std::uint32_t>(json, "minus", "x"); }));
    EXPECT_TRUE(test::refusalOf([&] { want<std::uint32_t>(json, "big", "x"); }));
    EXPECT_TRUE(test::refusalOf([&] { want<int>(json, "huge", "x"); }));
    EXPECT_TRUE(test::refusalOf([&] { want<float>(json, "huge", "x"); }));
    EXPECT_DOUBLE_EQ(want<double>(json, "huge", "x"), 1e300);
}

}  // namespace
}  // namespace inkheal
