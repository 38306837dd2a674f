// Days as a person writes them.

#include "base/units.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "refusal.h"

namespace inkheal {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(Days, EveryUnitIsInDays) {
    EXPECT_DOUBLE_EQ(parseDays("0"), 0);
    EXPECT_DOUBLE_EQ(parseDays("12h"), 0.5);
    EXPECT_DOUBLE_EQ(parseDays("5"), 5);
    EXPECT_DOUBLE_EQ(parseDays("5d"), 5);
    EXPECT_DOUBLE_EQ(parseDays("2w"), 14);
    EXPECT_DOUBLE_EQ(parseDays("6mo"), 6 * 30.44);
    EXPECT_DOUBLE_EQ(parseDays("5y"), 1826.25);
    EXPECT_DOUBLE_EQ(parseDays("0.25"), 0.25);
    EXPECT_DOUBLE_EQ(parseDays("100y"), 36525);
}

TEST(Days, WhatIsNoDayIsWrongUsageAndSaysWhy) {
    const std::pair<const char*, const char*> cases[] = {
        {"", "number"},       {"soon", "number"},     {" 5", "number"},
        {"5 d", "unit"},      {"5m", "unit"},         {"5dd", "unit"},
        {"-1", "day 0"},      {"101y", "100 years"},  {"nan", "begin with a number"},
        {"inf", "100 years"}, {"1e300", "100 years"}, {"0x10", "unit"}};
    for (const auto& [text, why] : cases) {
        const auto refused = test::refusalOf([&] { parseDays(text); });
        ASSERT_TRUE(refused) << text;
        EXPECT_EQ(refused->exit, Exit::usage) << text;
        EXPECT_THAT(refused->what(), HasSubstr(why)) << text;
        EXPECT_THAT(refused->what(), HasSubstr("\"" + std::string(text) + "\"")) << text;
        EXPECT_THAT(refused->what(), HasSubstr("12h")) << "names a form that would do";
    }
}

TEST(Days, ListsAndRangesAreWhatTheySay) {
    EXPECT_THAT(parseDayList("5"), ElementsAre(5));
    EXPECT_THAT(parseDayList("28,0,2w"), ElementsAre(28, 0, 14));
    EXPECT_THAT(parseDayList("0..4"), ElementsAre(0, 1, 2, 3, 4));
    EXPECT_THAT(parseDayList("0..28/7"), ElementsAre(0, 7, 14, 21, 28));
    EXPECT_THAT(parseDayList("0..1w/3"), ElementsAre(0, 3, 6));
    EXPECT_THAT(parseDayList("3..3"), ElementsAre(3));
    EXPECT_THAT(parseDayList("0..1/12h,1y"), ElementsAre(0, 0.5, 1, 365.25));
    EXPECT_EQ(parseDayList("0..1/0.1").size(), 11U) << "0.1 has no end in binary, the last day counts all the same";
}

TEST(Days, BadListsAreWrongUsage) {
    for (const char* text : {"", ",", "1,", ",1", "1,,2", "5..1", "0..", "..5", "0..9/0", "0..9/", "0..9/-1", "1-3",
                             "0..100y/1h", "0..1..2"}) {
        const auto refused = test::refusalOf([&] { parseDayList(text); });
        ASSERT_TRUE(refused) << text;
        EXPECT_EQ(refused->exit, Exit::usage) << text;
    }
}

TEST(Days, TenThousandEntriesAreTheMost) {
    EXPECT_EQ(parseDayList("0..9999").size(), 10000U);
    EXPECT_TRUE(test::refusalOf([] { parseDayList("0..10000"); }));
    EXPECT_TRUE(test::refusalOf([] { parseDayList("0..9999,1"); }));
}

TEST(Days, TextOfADayIsShort) {
    EXPECT_EQ(dayText(0), "0");
    EXPECT_EQ(dayText(5), "5");
    EXPECT_EQ(dayText(0.5), "0.5");
    EXPECT_EQ(dayText(100), "100");
    EXPECT_EQ(dayText(1826.25), "1826.25");
    EXPECT_EQ(dayText(1.0 / 24), "0.0417");
}

}  // namespace
}  // namespace inkheal
