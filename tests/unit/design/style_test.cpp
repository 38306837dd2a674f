#include "design/style.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "base/error.h"
#include "base/file.h"
#include "base/json.h"
#include "support/temp_folder.h"

namespace inkheal::design {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(Styles, AreTheFourOfTheCommandLine) {
    std::vector<std::string> names;
    for (const auto& style : styles()) names.push_back(style.name);
    EXPECT_THAT(names, ElementsAre("colour", "black-and-grey", "geometric", "fine-line"));
}

TEST(Styles, UsePigmentsThatAreOnTheShelfAndNeedlesThatExist) {
    std::vector<std::string> shelf;
    const auto path = shareFolder() / "pigments.json";
    for (const auto& pigment : want<std::vector<Json>>(readJson(path), "pigments", path.string()))
        shelf.push_back(want<std::string>(pigment, "name", path.string()));
    for (const auto& style : styles()) {
        EXPECT_LE(style.pigments.size(), 8u);
        for (const auto& pigment : style.pigments) EXPECT_THAT(shelf, ::testing::Contains(pigment));
        for (const NeedleKind* needle : {&style.liner, &style.shader}) {
            EXPECT_GE(needle->wireMm, 0.18f) << needle->name;  // as wires are sold
            EXPECT_LE(needle->wireMm, 0.40f) << needle->name;
        }
        EXPECT_GE(footprintMm(style.liner), 0.25) << "a single needle's line, science.md section 3";
        EXPECT_LE(footprintMm(style.liner), 0.35) << style.name;
    }
}

double injured(double holes) {
    return (1 - std::exp(-holes)) / (1 - std::exp(-1.5));  // of science.md's full wound
}

TEST(Styles, AShaderWoundsASolidInFullAndALinerLessInOnePass) {
    for (const auto& style : styles()) {
        if (style.shader.name != style.liner.name) {
            EXPECT_NEAR(injured(holeShare(style.shader)), 1, 0.02) << style.name;
        }
        EXPECT_LT(injured(holeShare(style.liner)), 0.75) << style.name;
        EXPECT_GT(injured(holeShare(style.liner)), 0.5) << style.name;
    }
}

TEST(Styles, OnlyBlackAndGreyIsDiluted) {
    EXPECT_EQ(styleNamed("black-and-grey").lightestWash(), 0.12f);
    for (const char* name : {"colour", "geometric", "fine-line"}) EXPECT_EQ(styleNamed(name).lightestWash(), 1) << name;
}

/// What reading the shipped styles says once `from` has become `to` in them; empty when it is content.
std::string complaintAfter(const std::string& from, const std::string& to) {
    const auto bytes = readFile(shareFolder() / "styles.json", 1 << 16);
    std::string text(bytes.begin(), bytes.end());
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    text.replace(at, from.size(), to);
    const test::TempFolder folder;
    writeFile(folder / "styles.json", text);
    ::setenv("INKHEAL_SHARE", folder.path().c_str(), 1);
    std::string said;
    try {
        styles();
    } catch (const Error& error) {
        EXPECT_EQ(error.exit, Exit::badInput);
        said = error.what();
    }
    ::unsetenv("INKHEAL_SHARE");
    return said;
}

TEST(Styles, AWrongEntryIsNamed) {
    EXPECT_EQ(complaintAfter("\"count\": 5", "\"count\": 7"), "");
    EXPECT_THAT(complaintAfter("curved magnum\", \"count", "flat\", \"count"), HasSubstr("no grouping \"flat\""));
    EXPECT_THAT(complaintAfter("\"count\": 1,", "\"count\": 19,"), HasSubstr("groups 19 wires"));
    EXPECT_THAT(complaintAfter("0.6, 0.3", "0.3, 0.6"), HasSubstr("do not fall from 1"));
    EXPECT_THAT(complaintAfter("[1, 0.6", "[0.9, 0.6"), HasSubstr("do not fall from 1"));
    EXPECT_THAT(complaintAfter("\"liner\"", "\"outliner\""), HasSubstr("\"liner\" is missing"));
    EXPECT_THAT(complaintAfter("\"passes\": 2", "\"passes\": 0"), HasSubstr("\"passes\" is out of range"));
}

TEST(Styles, AnUnknownNameIsAnsweredWithTheKnownOnes) {
    EXPECT_EQ(styleNamed("geometric").pigments, std::vector<std::string>{"black"});
    try {
        styleNamed("watercolour");
        ADD_FAILURE();
    } catch (const Error& error) {
        EXPECT_EQ(error.exit, Exit::usage);
        EXPECT_THAT(error.what(), HasSubstr("fine-line"));
    }
}

}  // namespace
}  // namespace inkheal::design
