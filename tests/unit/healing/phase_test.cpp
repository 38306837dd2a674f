// The phases of healing: which follows from what skin, when an even patch comes to them, and the words that go with
// them.

#include "healing/phase.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "patch.h"
#include "unit/base/refusal.h"

namespace inkheal::healing {
namespace {

const std::vector<CareEvent> cream{moistureFrom(0, 0.6)}, dry{moistureFrom(0, 0.2)};

/// A full fill with everything behind it, a month old.
Condition quiet() {
    return {30, 1, 0, 0, 0, 0, 0};
}

TEST(Phase, IsTheEarliestThatTheSkinStillAsksFor) {
    const auto with = [](auto change) {
        Condition skin = quiet();
        change(skin);
        return phaseOf(skin);
    };
    EXPECT_EQ(phaseOf(quiet()), Phase::healed);
    EXPECT_EQ(with([](Condition& s) { s.ageDays = 400; }), Phase::aged);
    EXPECT_EQ(with([](Condition& s) { s.young = 0.1; }), Phase::settling);
    EXPECT_EQ(with([](Condition& s) { s.young = 0.5; }), Phase::clouded);
    EXPECT_EQ(with([](Condition& s) { s.dead = 0.4; }), Phase::peeling);
    EXPECT_EQ(with([](Condition& s) { s.crust = 0.5; }), Phase::peeling);
    EXPECT_EQ(with([](Condition& s) { s.dead = 0.85; }), Phase::drying);
    EXPECT_EQ(with([](Condition& s) { s.open = 0.1; }), Phase::drying);
    EXPECT_EQ(with([](Condition& s) { s.open = 0.5; }), Phase::inflamed);
    EXPECT_EQ(with([](Condition& s) { s.blood = 0.8, s.ageDays = 400; }), Phase::inflamed) << "sunburnt years later";
}

TEST(Phase, OfSoftShadingIsMeasuredByItsOwnInjury) {
    Condition soft = quiet();
    soft.injury = 0.2, soft.dead = 0.1;
    EXPECT_EQ(phaseOf(soft), Phase::peeling);
    EXPECT_EQ(phaseOf({3, 0, 0, 0, 0, 0, 0}), Phase::healed) << "where nothing was hurt";
}

Condition conditionOf(const ReferenceState& skin, double day) {
    return {day,
            skin.injury[0],
            skin.blood[0],
            1 - skin.integrity[0],
            skin.dead[0] + skin.first[0] + skin.second[0] + skin.lifted[0],
            skin.crust[0],
            skin.growing[0] + skin.corneum[0]};
}

/// The day on which an even patch comes to each phase.
std::vector<double> beginnings(const std::vector<CareEvent>& events, double laid = 1) {
    std::vector<double> days{0};
    Phase last = Phase::inflamed;
    for (int quarter = 0; quarter <= 4 * 60; ++quarter) {
        const double day = 0.25 * quarter;
        const Phase now = phaseOf(conditionOf(healed(inkedPatch(1, 1, laid), carePlan(events), day), day));
        EXPECT_GE(now, last) << "back in time on day " << day;
        for (; last < now; last = Phase(int(last) + 1)) days.push_back(day);
    }
    EXPECT_EQ(last, Phase::healed);
    return days;
}

TEST(Phase, OfASolidUnderCreamComesOnTheUsualDays) {
    const std::vector<double> days = beginnings(cream);
    ASSERT_EQ(days.size(), 6u);
    for (std::size_t i = 0; i < days.size(); ++i) {
        EXPECT_EQ(usualPhase(days[i] + 1), Phase(i)) << days[i];
        EXPECT_EQ(usualPhase(std::max(days[i] - 1, 0.0)), Phase(std::max<std::size_t>(i, 1) - 1)) << days[i];
    }
    EXPECT_EQ(usualPhase(365), Phase::healed);
    EXPECT_EQ(usualPhase(366), Phase::aged);
}

TEST(Phase, ComesLaterUnderDryCareAndEarlierInSoftShading) {
    const std::vector<double> solid = beginnings(cream), dried = beginnings(dry), soft = beginnings(cream, 0.3);
    ASSERT_EQ(dried.size(), solid.size());
    ASSERT_EQ(soft.size(), solid.size());
    for (std::size_t i = 1; i < solid.size(); ++i) {
        EXPECT_GE(dried[i], solid[i]) << i;
        EXPECT_LE(soft[i], solid[i]) << i;
    }
    EXPECT_GE(dried[1], solid[1] + 0.5);
    EXPECT_LE(soft[1], solid[1] - 1);
}

TEST(PhaseWords, AreShippedForEveryPhaseAsOneSentenceEach) {
    for (int i = 0; i < phaseCount; ++i) {
        const PhaseWords& words = wordsOf(Phase(i));
        for (const std::string& sentence : {words.seen, words.care}) {
            EXPECT_GT(sentence.size(), 40u) << phaseName(Phase(i));
            EXPECT_EQ(sentence.find('.'), sentence.size() - 1) << sentence;
        }
    }
}

Json words() {
    Json json;
    for (int i = 0; i < phaseCount; ++i)
        json["phases"].push_back(
            {{"name", phaseName(Phase(i))}, {"seen", {{"en", "Red."}, {"de", "Rot."}}}, {"care", {{"en", "Rest."}}}});
    return json;
}

TEST(PhaseWords, AreInTheLanguageAskedForElseInEnglish) {
    const auto german = phaseWordsFrom(words(), "de", "x"), french = phaseWordsFrom(words(), "fr", "x");
    ASSERT_EQ(german.size(), std::size_t(phaseCount));
    EXPECT_EQ(german[2].seen, "Rot.");
    EXPECT_EQ(german[2].care, "Rest.") << "a sentence that is not translated yet";
    EXPECT_EQ(french[2].seen, "Red.");
}

TEST(PhaseWords, ThatAreBrokenAreBadInput) {
    const auto refuses = [](auto change, const std::string& part) {
        Json json = words();
        change(json);
        const auto refusal = test::refusalOf([&] { phaseWordsFrom(json, "de", "phases.json"); });
        ASSERT_TRUE(refusal) << part;
        EXPECT_EQ(refusal->exit, Exit::badInput);
        EXPECT_THAT(refusal->what(), testing::AllOf(testing::StartsWith("phases.json: "), testing::HasSubstr(part)));
    };
    refuses([](Json& j) { j.erase("phases"); }, "\"phases\" is missing");
    refuses([](Json& j) { j["phases"].erase(2); }, "\"peeling\" is missing");
    refuses([](Json& j) { j["phases"].push_back(j["phases"][1]); }, "\"drying\" stands there twice");
    refuses([](Json& j) { j["phases"][3]["name"] = "cloudy"; }, "\"cloudy\" is not a phase");
    refuses([](Json& j) { j["phases"][3]["seen"].erase("en"); }, "\"en\" is missing");
    refuses([](Json& j) { j["phases"][3]["seen"]["de"] = ""; }, "\"seen\" is empty");
    refuses([](Json& j) { j["phases"][3]["care"] = "Rest."; }, "\"en\" is missing");
    refuses([](Json& j) { j["phases"][3] = 7; }, "\"name\" is missing");
}

}  // namespace
}  // namespace inkheal::healing
