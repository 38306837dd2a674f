// The JSON of inkheal measure: every key, in sane ranges, its shares summing up, its days as asked.

#include <gmock/gmock.h>

#include "cli/quick.h"
#include "cli/readings.h"

namespace inkheal::test {
namespace {

class Measure : public Cli {};

struct Range {
    const char* key;
    double least, most;
};
constexpr Range ranges[] = {{"erythemaDeltaA", -0.5, 15},
                            {"erythemaHaloDeltaA", -0.5, 15},
                            {"swellingUm", 0, 600},
                            {"filmUm", 0, 200},
                            {"crustCover", 0, 1},
                            {"flakeCover", 0, 1},
                            {"haze", 0, 1},
                            {"closed", 0, 1},
                            {"barrier", 0, 1},
                            {"inkEpidermal", 0, 1},
                            {"inkDermal", 0, 1},
                            {"inkLost", -1e-6, 1},
                            {"inkSigmaUm", 0, 2000},
                            {"contrast", 0, 1}};

const Words phases{"inflamed", "drying", "peeling", "clouded", "settling", "healed", "aged"};

Words keysOf(const Json& object) {
    Words keys;
    for (const auto& [key, value] : object.items()) keys.push_back(key);
    return keys;
}

void expectSaneDay(const Json& day) {
    Words keys{"day", "phase", "seen", "care", "pigments", "skinLab", "inkLab"};
    for (const auto& [key, least, most] : ranges) {
        EXPECT_GE(day[key].get<double>(), least) << key << " on day " << day["day"];
        EXPECT_LE(day[key].get<double>(), most) << key << " on day " << day["day"];
        keys.push_back(key);
    }
    EXPECT_THAT(keysOf(day), testing::UnorderedElementsAreArray(keys));
    EXPECT_THAT(phases, testing::Contains(day["phase"].get<std::string>()));
    for (const char* lab : {"skinLab", "inkLab"}) {
        ASSERT_EQ(day[lab].size(), 3u);
        EXPECT_TRUE(day[lab][0] > 5 && day[lab][0] < 95) << day[lab];
    }
    EXPECT_LT(day["inkLab"][0].get<double>(), day["skinLab"][0].get<double>()) << "black ink is darker than skin";
    const double inSkin = day["inkEpidermal"].get<double>() + day["inkDermal"].get<double>();
    EXPECT_NEAR(inSkin + day["inkLost"].get<double>(), 1, 0.001);
    EXPECT_NEAR(sumOf(day["pigments"]), inSkin, 0.001);
}

TEST_F(Measure, HasEveryKeyInSaneRanges) {
    const Json all = measured(Words{"--days", "0,12h,3,8,2w,28,6mo,5y,20y", "--style", "black-and-grey"} + quick());
    EXPECT_EQ(keysOf(all), (Words{"version", "texelMm", "siteMm", "deposited", "separation", "days"}));
    EXPECT_EQ(all["version"], 1);
    EXPECT_LE(all["texelMm"].get<double>(), 0.1);
    EXPECT_EQ(keysOf(all["siteMm"]), (Words{"stratumCorneum", "epidermis", "dermis"}));
    for (const Json& mm : all["siteMm"]) EXPECT_TRUE(mm > 0.005 && mm < 4) << all["siteMm"];
    EXPECT_NEAR(sumOf(all["deposited"]), 1, 0.001);
    EXPECT_GT(all["deposited"]["black"].get<double>(), 0.9);
    EXPECT_EQ(keysOf(all["separation"]), (Words{"meanDeltaE", "unreachableShare"}));
    EXPECT_LT(all["separation"]["meanDeltaE"].get<double>(), 5) << "black is on the tray";
    ASSERT_EQ(all["days"].size(), 9u);
    for (const Json& day : all["days"]) {
        expectSaneDay(day);
        EXPECT_EQ(keysOf(day["pigments"]), keysOf(all["deposited"]));
    }
}

TEST_F(Measure, ShippedDefaultsAreTheDaysOfHealing) {
    const Json all = measured(quick());
    Words days;
    for (const Json& day : all["days"]) days.push_back(day["day"].dump());
    EXPECT_EQ(days, (Words{"0.0", "1.0", "3.0", "5.0", "7.0", "10.0", "14.0", "21.0", "28.0"}));
}

TEST_F(Measure, DaysComeInTheOrderAskedInEveryForm) {
    const Json all = measured(Words{"--days", "2w,12h,5,0..4/2,6mo,1..1,5y"} + quick());
    std::vector<double> days;
    for (const Json& day : all["days"]) days.push_back(day["day"]);
    const std::vector<double> asked{14, 0.5, 5, 0, 2, 4, 6 * 30.44, 1, 5 * 365.25};
    EXPECT_THAT(days, testing::Pointwise(testing::DoubleNear(1e-3), asked));
}

TEST_F(Measure, ADayAloneOrAfterOthersIsTheSame) {
    const Json alone = measured(Words{"--days", "9"} + quick());
    const Json amongOthers = measured(Words{"--days", "30,9,0..6"} + quick());
    EXPECT_EQ(alone["days"][0], amongOthers["days"][1]);
}

TEST_F(Measure, QualityIsTexelsPerMillimetre) {
    for (const auto& [quality, texelsPerMm] : {std::pair{"draft", 10.0}, {"standard", 20.0}, {"fine", 40.0}}) {
        const Json all = measured(
            {"--design", at("square.png"), "--width", "2", "--body", "plane", "--days", "0", "--quality", quality});
        EXPECT_LE(all["texelMm"].get<double>(), 1 / texelsPerMm + 1e-6) << quality;
    }
}

TEST_F(Measure, ColoursAreDepositedAsDrawn) {
    const std::string red =
        R"(<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60"><circle cx="30" cy="30" r="20" fill="#c01818"/></svg>)";
    const Json all = measured({"--design", write("red.svg", red), "--width", "5", "--quality", "draft", "--body",
                               "plane", "--days", "28", "--style", "colour"});
    EXPECT_NEAR(sumOf(all["deposited"]), 1, 0.001);
    EXPECT_GT(all["deposited"]["red"].get<double>(), 0.5) << all["deposited"];
    EXPECT_GT(all["days"][0]["inkLab"][1].get<double>(), all["days"][0]["skinLab"][1].get<double>() + 5) << "redder";
}

TEST_F(Measure, APlanInAStudiosWordsIsFollowed) {
    const std::string square = write("square.svg", R"(<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60">)"
                                                   R"(<rect x="10" y="10" width="40" height="40"/></svg>)");
    const auto kept = [&](const std::string& more) {
        const std::string plan = write("plan.json", R"({"name": "mine", "events": [{"kind": "film", "amount": "on"},
            {"kind": "film", "day": 3, "amount": "off"}, {"kind": "wash", "day": 3, "everyDays": 0.5, "untilDay": 10})" +
                                                        more + "]}");
        return measured({"--design", square, "--width", "6", "--quality", "draft", "--body", "plane", "--days", "28",
                         "--care", plan})["days"][0]["inkDermal"]
            .get<double>();
    };
    const auto pickedAt = [&](const char* place) {
        return kept(R"(, {"kind": "pick", "day": 5, "amount": 1, "radiusMm": 1.5, "atMm": )" + std::string(place) +
                    "}");
    };
    const double whole = kept("");
    EXPECT_NEAR(pickedAt("[40, 0]"), whole, 1e-4) << "picked where no tattoo is";
    EXPECT_LT(pickedAt("[1, 1]"), whole - 0.01);
}

TEST_F(Measure, AgeAndHealerSetThePace) {
    const Words words{"--design",
                      write("dot.svg", R"(<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60">)"
                                       R"(<circle cx="30" cy="30" r="20"/></svg>)"),
                      "--width",
                      "5",
                      "--quality",
                      "draft",
                      "--body",
                      "plane",
                      "--days",
                      "5"};
    const auto on = [&](const Words& person) { return measured(words + person)["days"][0]; };
    const Json usual = on({}), old = on({"--age", "75"}), slow = on({"--healer", "slow"}),
               fast = on({"--healer", "fast"});
    EXPECT_EQ(on({"--age", "30", "--healer", "typical"}), usual);
    EXPECT_LT(old["closed"], usual["closed"]);
    EXPECT_GT(old["inkEpidermal"], usual["inkEpidermal"]) << "it is shed later";
    EXPECT_LT(slow["closed"], usual["closed"]);
    EXPECT_GT(fast["closed"], usual["closed"]);
    EXPECT_GT(slow["erythemaDeltaA"], usual["erythemaDeltaA"]);
    EXPECT_LT(fast["erythemaDeltaA"], usual["erythemaDeltaA"]);
}

TEST_F(Measure, NeglectCostsInkAndSunFadesIt) {
    const std::string yellow = R"(<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60">)"
                               R"(<circle cx="30" cy="30" r="20" fill="#f0d000"/></svg>)";
    write("yellow.svg", yellow);
    const auto kept = [&](const char* care) {
        const Words words{"--design", at("yellow.svg"), "--width", "5", "--quality", "draft", "--body", "plane"};
        const Json day = measured(words + Words{"--days", "10y", "--care", care})["days"][0];
        return day["inkDermal"].get<double>();
    };
    const double ideal = kept("ideal"), typical = kept("typical"), neglected = kept("neglected");
    EXPECT_GT(ideal, typical + 0.01) << "sun cream for life";
    EXPECT_GT(typical, neglected + 0.05) << "soaked and picked";
}

}  // namespace
}  // namespace inkheal::test
