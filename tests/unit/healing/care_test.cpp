// Care plans: the shipped ones, and what is said of bad ones.

#include "healing/care.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "base/file.h"
#include "support/temp_folder.h"

namespace inkheal::healing {
namespace {

using ::testing::HasSubstr;

class CareFile : public ::testing::Test {
 protected:
    Care read(const std::string& json) {
        const auto file = folder_ / "plan.json";
        writeFile(file, json);
        return careNamed(file.string());
    }
    Care readEvents(const std::string& events) { return read(R"({"name": "mine", "events": [)" + events + "]}"); }

    /// What is said of it, and the way out.
    std::string refused(const std::string& json, Exit exit = Exit::badInput) {
        try {
            read(json);
        } catch (const Error& error) {
            EXPECT_EQ(error.exit, exit);
            EXPECT_THAT(error.what(), HasSubstr("plan.json: "));
            return error.what();
        }
        ADD_FAILURE() << "accepted: " << json;
        return "";
    }
    std::string refusedEvent(const std::string& event) {
        return refused(R"({"name": "mine", "events": [)" + event + "]}");
    }

 private:
    test::TempFolder folder_;
};

TEST(CarePlans, ThreeAreShipped) {
    std::vector<std::string> names;
    for (const Care& care : carePlans()) {
        names.push_back(care.name);
        EXPECT_FALSE(care.description.empty());
        EXPECT_GT(care.sunPerYearSed, 0);
    }
    EXPECT_THAT(names, ::testing::ElementsAre("ideal", "typical", "neglected"));
    EXPECT_EQ(careNamed("typical").moistureAt(3), 0.6);
    for (const Care& care : carePlans()) EXPECT_FALSE(care.between(-1, 14).empty()) << "washed: " << care.name;
    EXPECT_EQ(careNamed("ideal").moistureAt(0.5), 1);
}

TEST(CarePlans, AnUnknownNameIsAWrongUse) {
    try {
        careNamed("careful");
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.exit, Exit::usage);
        EXPECT_STREQ(error.what(),
                     "\"careful\" is not a care plan; there are ideal, typical, neglected, or give a JSON file.");
    }
}

TEST(CarePlans, AMissingFileIsBadInput) {
    try {
        careNamed("no/such.json");
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.exit, Exit::badInput);
        EXPECT_THAT(error.what(), HasSubstr("no/such.json"));
    }
}

TEST_F(CareFile, IsReadWhole) {
    const Care care = read(R"({"name": "mine", "description": "so and so", "sunPerYearSed": 20, "events": [
        {"kind": "moisture", "amount": 1},
        {"kind": "moisture", "day": "3d", "amount": 0.5},
        {"kind": "soak", "day": "12h", "amount": 0.2, "everyDays": 1, "untilDay": 4},
        {"kind": "sun", "day": 3, "amount": 2}, {"kind": "pick", "day": "1w", "amount": 0.3}]})");
    EXPECT_EQ(care.name, "mine");
    EXPECT_EQ(care.description, "so and so");
    EXPECT_EQ(care.sunPerYearSed, 20);
    std::vector<double> days;
    for (const CareEvent& event : care.between(-1, 100)) days.push_back(event.day);
    EXPECT_THAT(days, ::testing::ElementsAre(0.5, 1.5, 2.5, 3, 3.5, 7));
    EXPECT_EQ(care.between(0.5, 1.5).size(), 1U);  // the first day is not within, the last is
}

TEST_F(CareFile, MoistureHoldsFromItsDayUntilTheNext) {
    const Care care = readEvents(R"({"kind": "moisture", "day": 2, "amount": 1}, {"kind": "moisture", "day": 5,
        "amount": 0.6}, {"kind": "moisture", "day": 3, "amount": 0.9}, {"kind": "pick", "day": 9, "amount": 1})");
    EXPECT_EQ(care.moistureAt(0), 0.2);  // nothing is done: dry
    EXPECT_EQ(care.moistureAt(2), 1);
    EXPECT_EQ(care.moistureAt(3.5), 0.9);
    EXPECT_EQ(care.moistureAt(5), 0.6);
    EXPECT_EQ(care.moistureAt(1000), 0.6);
}

TEST_F(CareFile, SpeaksAsAStudioDoes) {
    const Care care =
        readEvents(R"({"kind": "film", "day": 0, "amount": "on"}, {"kind": "film", "day": 4, "amount": "off"},
        {"kind": "wash", "day": 4}, {"kind": "cream", "day": "4.5d", "amount": "thin"},
        {"kind": "cream", "day": 7, "amount": "thick"}, {"kind": "wash", "day": 5, "amount": 0.5},
        {"kind": "friction", "day": 6, "amount": 0.4})");
    EXPECT_EQ(care.moistureAt(2), 1);
    EXPECT_EQ(care.moistureAt(4.2), 0.2) << "dry until cream follows";
    EXPECT_EQ(care.moistureAt(5), 0.6);
    EXPECT_EQ(care.moistureAt(8), 0.85);
    const auto events = care.between(-1, 60);
    ASSERT_EQ(events.size(), 3U);
    EXPECT_EQ(events[0].kind, CareKind::wash);
    EXPECT_EQ(events[0].amount, 1) << "a thorough one unless said";
    EXPECT_EQ(events[1].amount, 0.5);
    EXPECT_EQ(events[2].kind, CareKind::friction);
}

TEST_F(CareFile, APickHasAPlaceThatTurnsWithTheDesign) {
    const Care care = readEvents(R"({"kind": "pick", "day": 5, "amount": 1, "atMm": [3, 1]},
        {"kind": "pick", "day": 6, "amount": 1, "atMm": [0, 2], "radiusMm": 0.5}, {"kind": "pick", "day": 7, "amount": 1})");
    const auto picks = care.between(-1, 60), turned = care.turned(90).between(-1, 60);
    EXPECT_EQ(picks[0].radiusMm, 2);
    EXPECT_EQ(picks[1].radiusMm, 0.5);
    EXPECT_EQ(picks[2].radiusMm, 0) << "everywhere";
    EXPECT_NEAR(turned[0].atMm.x, -1, 1e-6);
    EXPECT_NEAR(turned[0].atMm.y, 3, 1e-6);
    EXPECT_NEAR(turned[1].atMm.x, -2, 1e-6);
}

TEST_F(CareFile, NotJsonIsRefused) {
    EXPECT_THAT(refused("{\"name\": "), HasSubstr("not valid JSON"));
    EXPECT_THAT(refused("[1, 2]"), HasSubstr("\"name\" is missing"));
    EXPECT_THAT(refused("7"), HasSubstr("\"name\" is missing"));
}

TEST_F(CareFile, MissingOrWrongKeysAreNamed) {
    EXPECT_THAT(refused(R"({"events": []})"), HasSubstr("\"name\" is missing"));
    EXPECT_THAT(refused(R"({"name": "x"})"), HasSubstr("\"events\" is missing"));
    EXPECT_THAT(refused(R"({"name": 3, "events": []})"), HasSubstr("\"name\" is of the wrong type"));
    EXPECT_THAT(refused(R"({"name": "x", "description": 4, "events": []})"), HasSubstr("\"description\""));
    EXPECT_THAT(refused(R"({"name": "x", "events": {"kind": "sun"}})"), HasSubstr("\"events\" is not a list"));
    EXPECT_THAT(refused(R"({"name": "x", "events": ["sun"]})"), HasSubstr("\"kind\" is missing"));
    EXPECT_THAT(refused(R"({"name": "x", "sunPerYearSed": -1, "events": []})"), HasSubstr("sunPerYearSed is out of"));
    EXPECT_THAT(refusedEvent(R"({"kind": "sun"})"), HasSubstr("\"amount\" is missing"));
}

TEST_F(CareFile, BadEventsAreNamedWithWhatWouldDo) {
    EXPECT_THAT(
        refusedEvent(R"({"kind": "bath", "day": 1, "amount": 1})"),
        HasSubstr("\"bath\" is not a kind of care; use wash, cream, film, sun, soak, pick, friction or moisture."));
    EXPECT_THAT(refusedEvent(R"({"kind": "soak", "day": 1, "amount": 1.5})"), HasSubstr("soak is 0 to 1"));
    EXPECT_THAT(refusedEvent(R"({"kind": "pick", "day": 1, "amount": -0.1})"), HasSubstr("out of range"));
    EXPECT_THAT(refusedEvent(R"({"kind": "sun", "day": 1, "amount": 101})"), HasSubstr("0 to 100 SED"));
    EXPECT_THAT(refusedEvent(R"({"kind": "sun", "day": -1, "amount": 1})"), HasSubstr("\"day\" is out of range"));
    EXPECT_THAT(refusedEvent(R"({"kind": "sun", "day": 1e9, "amount": 1})"), HasSubstr("\"day\" is out of range"));
    EXPECT_THAT(refusedEvent(R"({"kind": "sun", "day": [], "amount": 1})"), HasSubstr("\"day\" is not a day"));
    EXPECT_THAT(refusedEvent(R"({"kind": "sun", "day": "soon", "amount": 1})"), HasSubstr("soon"));
    EXPECT_THAT(refusedEvent(R"({"kind": "sun", "day": 5, "amount": 1, "everyDays": 1, "untilDay": 3})"),
                HasSubstr("\"untilDay\" is before \"day\""));
    EXPECT_THAT(refusedEvent(R"({"kind": "moisture", "day": 0, "amount": 1, "everyDays": 1, "untilDay": 9})"),
                HasSubstr("moisture repeats"));
    EXPECT_THAT(refusedEvent(R"({"kind": "cream", "day": 0, "amount": "thin", "everyDays": 1, "untilDay": 9})"),
                HasSubstr("cream repeats; it holds"));
    EXPECT_THAT(refusedEvent(R"({"kind": "cream", "amount": "much"})"), HasSubstr("\"thin\" or \"thick\""));
    EXPECT_THAT(refusedEvent(R"({"kind": "cream", "amount": 0.6})"), HasSubstr("\"thin\" or \"thick\""));
    EXPECT_THAT(refusedEvent(R"({"kind": "film", "amount": "thin"})"), HasSubstr("\"on\" or \"off\""));
    EXPECT_THAT(refusedEvent(R"({"kind": "friction", "amount": 2})"), HasSubstr("friction is 0 to 1"));
    EXPECT_THAT(refusedEvent(R"({"kind": "soak", "amount": 1, "atMm": [1, 2]})"), HasSubstr("not a pick"));
    EXPECT_THAT(refusedEvent(R"({"kind": "pick", "amount": 1, "atMm": [1]})"), HasSubstr("two numbers"));
    EXPECT_THAT(refusedEvent(R"({"kind": "pick", "amount": 1, "radiusMm": 2})"), HasSubstr("\"atMm\" is missing"));
    EXPECT_THAT(refusedEvent(R"({"kind": "pick", "amount": 1, "atMm": [0, 0], "radiusMm": 0})"), HasSubstr("radiusMm"));
    EXPECT_THAT(refusedEvent(R"({"kind": "pick", "amount": 1, "atMm": [0, 1e9]})"), HasSubstr("out of range"));
}

TEST_F(CareFile, ThereIsAnEndToEvents) {
    const std::string often = R"({"kind": "sun", "day": 0, "amount": 1, "everyDays": 0.001, "untilDay": )";
    EXPECT_THAT(refusedEvent(often + "20}"), HasSubstr("more than 10000 times"));
    EXPECT_THAT(refusedEvent(often + "6}, " + often + "6}"), HasSubstr("more than 10000 events"));
    EXPECT_EQ(readEvents(often + "6}").between(-1, 60).size(), 6001U);
}

}  // namespace
}  // namespace inkheal::healing
