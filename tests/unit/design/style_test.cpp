#include "design/style.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "base/file.h"
#include "base/json.h"

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
        // Wires are sold from 0.18 to 0.40 mm; no line is thinner than its wire.
        EXPECT_GE(style.needle.wireMm, 0.18f);
        EXPECT_LE(style.needle.wireMm, 0.40f);
        EXPECT_GE(style.needle.footprintMm, style.needle.wireMm);
        EXPECT_GE(style.needle.passes, 1);
    }
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
