// Help, version, and what is answered to words that say nothing: exit 2 and a sentence that names what would do.

#include <gmock/gmock.h>

#include "cli/quick.h"

namespace inkheal::test {
namespace {

using testing::HasSubstr;
using testing::MatchesRegex;

const Words verbs{"render", "measure", "place", "survive", "info", "bench", "view"};

TEST(Help, OfEveryVerbGoesToStandardOutput) {
    for (const std::string& verb : verbs) {
        const Outcome outcome = inkheal({verb, "--help"});
        expectSilent(outcome);
        EXPECT_THAT(outcome.out, HasSubstr("Usage: inkheal " + verb));
        for (const char* common : {"--device", "--validate", "-v,", "--quiet"})
            EXPECT_THAT(outcome.out, HasSubstr(common)) << verb;
    }
}

TEST(Help, OfTheProgramNamesVerbsAndExits) {
    const Outcome outcome = inkheal({"--help"});
    expectSilent(outcome);
    for (const std::string& verb : verbs) EXPECT_THAT(outcome.out, HasSubstr("\n  " + verb + " "));
    EXPECT_THAT(outcome.out, HasSubstr("130 interrupted"));
}

TEST(Help, NamesTheOptionsOfAProject) {
    for (const char* verb : {"render", "measure", "place", "survive", "bench", "view"}) {
        const std::string help = inkheal({verb, "--help"}).out;
        for (const char* option :
             {"--design", "--paper", "--width", "--body", "--site", "--at", "--rotate", "--wrap", "--tone", "--style",
              "--care", "--age", "--healer", "--seed", "--session", "--quality"})
            EXPECT_THAT(help, HasSubstr(std::string(option) + " ")) << verb;
    }
}

TEST(Version, IsOneLine) {
    const Outcome outcome = inkheal({"--version"});
    expectSilent(outcome);
    EXPECT_THAT(outcome.out, MatchesRegex("inkheal [0-9]+\\.[0-9]+\\.[0-9]+\n"));
}

TEST(Usage, UnknownVerbsNameTheVerbs) {
    expectRefused(inkheal({}), 2, {"a verb is needed", "render, measure, place, survive, info, optics, bench, view"});
    expectRefused(inkheal({"frobnicate"}), 2,
                  {"no verb \"frobnicate\"", "render, measure, place, survive, info, optics, bench, view"});
    expectRefused(inkheal({"rendr"}), 2, {"no verb \"rendr\"", "did you mean render?"});
    expectRefused(inkheal({"--quiet", "render"}), 2, {"\"--quiet\" stands before the verb", "inkheal render --quiet"});
}

TEST(Usage, UnknownOptionsAndWordsOfEveryVerb) {
    for (const std::string& verb : verbs) {
        expectRefused(inkheal({verb, "--frobnicate"}), 2, {verb + " has no option --frobnicate", verb + " --help"});
        expectRefused(inkheal({verb, "--quit=1"}), 2, {"no option --quit ", "did you mean --quiet?"});
        expectRefused(inkheal({verb, "extra"}), 2, {"\"extra\"", "follow their options", verb + " --help"});
        expectRefused(inkheal({verb, "--device"}), 2, {"--device", verb + " --help"});
    }
}

class UsageInFolder : public Cli {};

TEST_F(UsageInFolder, ADesignIsNeeded) {
    for (const char* verb : {"measure", "place", "survive"})
        expectRefused(inkheal({verb}), 2, {"--design FILE", "PNG, JPEG"});
    expectRefused(inkheal({"render", "-o", at("a.png")}), 2, {"--design FILE", "PNG, JPEG"});
    EXPECT_EQ(names(), Words{"square.png"});
}

TEST_F(UsageInFolder, APlaceForThePictureIsNeeded) {
    expectRefused(inkheal(Words{"render"} + quick()), 2, {"-o FILE is needed", "-o out.png"});
    expectRefused(inkheal(Words{"render", "-o", ""} + quick()), 2, {"-o FILE is needed"});
}

TEST_F(UsageInFolder, SeveralDaysNeedTheDayInTheName) {
    for (const char* out : {"a.png", "-"})
        expectRefused(inkheal(Words{"render", "--days", "0,5", "-o", out} + quick()), 2, {"{day}", "out/{day}.png"});
    EXPECT_EQ(names(), Words{"square.png"});
}

TEST_F(UsageInFolder, AnOptionIsGivenOnce) {
    expectRefused(inkheal(Words{"place", "--tone", "monk-1", "--tone", "monk-2"} + quick()), 2, {"--tone"});
}

struct BadValue {
    std::string option, value, wouldDo;
};
void PrintTo(const BadValue& bad, std::ostream* to) {
    *to << bad.option << " " << bad.value;
}

class BadValues : public Cli, public testing::WithParamInterface<BadValue> {};

TEST_P(BadValues, AreRefusedWithWhatWouldDo) {
    const auto& [option, value, wouldDo] = GetParam();
    const Words words{"render", "--design", at("square.png"), "-o", at("a.png"), option, value};
    expectRefused(inkheal(words), 2, {wouldDo});
    EXPECT_EQ(names(), Words{"square.png"});
}

INSTANTIATE_TEST_SUITE_P(
    Usage, BadValues,
    testing::Values(
        BadValue{"--day", "tomorrow", "days are written 0, 12h, 5, 2w, 6mo or 5y"},
        BadValue{"--day", "-1", "before day 0"}, BadValue{"--day", "3x", "unit \"x\" is unknown"},
        BadValue{"--days", "5..2", "from the earlier to the later"}, BadValue{"--days", "0..4/0", "a stride above 0"},
        BadValue{"--days", "1,,2", "days are written"}, BadValue{"--day", "101y", "more than 100 years"},
        BadValue{"--size", "x", "WxH such as 1280x720"}, BadValue{"--size", "1x1", "16 to 8192"},
        BadValue{"--size", "320x180p", "WxH such as 1280x720"},
        BadValue{"--view", "front", "site, turn:DEG,TILT or fit"}, BadValue{"--view", "turn:3", "two numbers"},
        BadValue{"--light", "sun", "studio, window, lamp"}, BadValue{"--samples", "0", "from 1 to 4096"},
        BadValue{"--wrap", "band", "use --wrap patch"}, BadValue{"--wrap", "round", "patch, band"},
        BadValue{"--tone", "pink", "monk-1 to monk-10"}, BadValue{"--tone", "ita:x", "ita:DEG"},
        BadValue{"--tone", "melanin:2", "melanin:FRACTION"},
        BadValue{"--style", "x", "colour, black-and-grey, geometric, fine-line"},
        BadValue{"--care", "x", "ideal, typical, neglected"}, BadValue{"--seed", "-1", "whole number from 0"},
        BadValue{"--age", "15", "between 16 and 100 years"}, BadValue{"--age", "old", "not a number"},
        BadValue{"--healer", "quick", "slow, typical, fast"}, BadValue{"--quality", "best", "draft, standard, fine"},
        BadValue{"--site", "wrist", "wrist-inner, wrist-outer"}, BadValue{"--body", "cylinder:x", "cylinder:RADIUS_MM"},
        BadValue{"--body", "foot", "lies on the body hand"}, BadValue{"--width", "0", "between 1 and 1000 mm"},
        BadValue{"--width", "wide", "not a number; write one"}, BadValue{"--at", "1", "X,Y such as"},
        BadValue{"--at", "x,y", "not a number"}, BadValue{"--rotate", "nan", "not a number"},
        BadValue{"--paper", "x", "remove, keep"}));

}  // namespace
}  // namespace inkheal::test
