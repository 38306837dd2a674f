// The phase of each day and its words, as measure and info say them: from the skin, in the language of the environment.

#include <gmock/gmock.h>

#include <filesystem>

#include "cli/quick.h"
#include "cli/readings.h"

namespace inkheal::test {
namespace {

namespace fs = std::filesystem;

const Words inOrder{"inflamed", "drying", "peeling", "clouded", "settling", "healed", "aged"};

int indexOf(const Json& day) {
    return int(std::find(inOrder.begin(), inOrder.end(), day["phase"].get<std::string>()) - inOrder.begin());
}

class Phases : public Cli {
 protected:
    /// The day on which each phase begins; that of the last one, aged, is the last day.
    std::vector<double> beginnings(const Words& options) const {
        const Json all = measured(Words{"--days", "0..44,300,366", "--style", "geometric"} + quick() + options);
        std::vector<double> days;
        int last = -1;
        for (const Json& day : all["days"]) {
            EXPECT_GE(indexOf(day), last) << "back in time on day " << day["day"];
            for (; last < indexOf(day); ++last) days.push_back(day["day"]);
        }
        return days;
    }

    /// The shipped data with other words.
    std::string shareWith(const std::string& phases) const {
        const fs::path share = at("share");
        fs::create_directories(share);
        for (const auto& entry : fs::directory_iterator(INKHEAL_BUILD_DIR "/share/inkheal"))
            if (entry.path().filename() != "phases.json" && !fs::exists(share / entry.path().filename()))
                fs::create_symlink(entry.path(), share / entry.path().filename());
        write("share/phases.json", phases);
        return share;
    }
};

TEST_F(Phases, OfASolidComeOnTheDaysOfTheClinicAndNeverGoBack) {
    const std::vector<double> days = beginnings({});
    ASSERT_EQ(days.size(), inOrder.size());
    const std::pair<double, double> due[] = {{0, 0}, {3, 5}, {6, 8}, {10, 12}, {14, 19}, {35, 43}, {366, 366}};
    for (std::size_t i = 0; i < days.size(); ++i)
        EXPECT_TRUE(days[i] >= due[i].first && days[i] <= due[i].second) << inOrder[i] << " on day " << days[i];
}

TEST_F(Phases, FollowTheSkinAndNotTheDay) {
    const auto cared = [&](const char* level) {
        return write("care.json", R"({"name": "x", "events": [{"kind": "moisture", "day": 0, "amount": )" +
                                      std::string(level) + "}]}");
    };
    const auto dry = beginnings({"--care", cared("0.2")}), film = beginnings({"--care", cared("1")});
    ASSERT_EQ(dry.size(), inOrder.size());
    ASSERT_EQ(film.size(), inOrder.size());
    EXPECT_GT(dry[1], film[1]) << "a dry wound closes later";
    EXPECT_GT(dry[3], film[3]) << "and keeps its crust longer";
    EXPECT_GT(dry[5], film[5]);
}

TEST_F(Phases, HaveWordsInTheLanguageOfTheEnvironment) {
    const auto seen = [&](const char* all, const char* lang) {
        const Setting setting{.environment = {{"LC_ALL", all}, {"LC_MESSAGES", ""}, {"LANG", lang}}};
        return parseJson(inkheal({"info", "--json"}, setting).out, "info")["phases"][1]["seen"].get<std::string>();
    };
    EXPECT_THAT(seen("", "en_GB.UTF-8"), testing::HasSubstr("The redness fades"));
    EXPECT_EQ(seen("", "de_AT.UTF-8"), seen("de_DE.UTF-8", "en_GB.UTF-8"));
    EXPECT_THAT(seen("", "de_AT.UTF-8"), testing::HasSubstr("Die Rötung"));
    EXPECT_EQ(seen("", "sw_KE.UTF-8"), seen("C", "de_DE.UTF-8")) << "English where there is no translation";
}

TEST_F(Phases, AreListedWithTheirWords) {
    const Outcome outcome = inkheal({"info", "--json"}, {.environment = {{"LC_ALL", "C"}}});
    const Json list = parseJson(outcome.out, "info")["phases"];
    ASSERT_EQ(list.size(), inOrder.size());
    const Json day =
        parseJson(inkheal(Words{"measure", "--quiet", "--days", "9"} + quick(), {.environment = {{"LC_ALL", "C"}}}).out,
                  "measure")["days"][0];
    for (std::size_t i = 0; i < list.size(); ++i) {
        EXPECT_EQ(list[i]["name"], inOrder[i]);
        if (inOrder[i] != day["phase"]) continue;
        EXPECT_EQ(list[i]["seen"], day["seen"]);
        EXPECT_EQ(list[i]["care"], day["care"]);
    }
}

TEST_F(Phases, WithBrokenWordsAreRefusedBeforeTheWork) {
    const auto refused = [&](const std::string& text, const std::string& wrong) {
        const Setting setting{.environment = {{"INKHEAL_SHARE", shareWith(text)}}};
        for (const Words& words : {Words{"measure"} + quick(), Words{"info"}})
            expectRefused(inkheal(words, setting), 3, {"phases.json: ", wrong});
    };
    refused("{", "is not valid JSON");
    refused(R"({"phases": [{"name": "inflamed", "seen": {"de": "Rot."}, "care": {"en": "Rest."}}]})",
            "\"en\" is missing");
    refused(R"({"phases": [{"name": "inflamed", "seen": {"en": "Red."}, "care": {"en": "Rest."}}]})",
            "the phase \"drying\" is missing");
}

}  // namespace
}  // namespace inkheal::test
