// The JSON and the map of inkheal survive: sizes that follow site, pigment, years, eye; what of an artwork is lost.

#include <gmock/gmock.h>

#include "base/json.h"
#include "cli/quick.h"

namespace inkheal::test {
namespace {

using testing::HasSubstr;

/// Two solids with a hair of skin between, and a bar 3 mm wide with clear skin round it; 10 mm across in all.
std::string drawing(const std::string& colour) {
    return R"(<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="500" fill=")" + colour +
           R"("><rect x="0" y="0" width="150" height="500"/><rect x="160" y="0" width="150" height="500"/>)"
           R"(<rect x="700" y="0" width="300" height="500"/></svg>)";
}

class Survive : public Cli {
 protected:
    Survive() {
        write("black.svg", drawing("#000000"));
        write("yellow.svg", drawing("#f0d000"));
    }

    Words on(const std::string& design) const {
        return {"survive", "--design", at(design), "--width", "10", "--body", "plane", "--quality", "draft", "--quiet"};
    }

    Json survived(const Words& words) const {
        const Outcome outcome = inkheal(words);
        expectSilent(outcome);
        return outcome.exit == 0 ? parseJson(outcome.out, "survive") : Json();
    }

    static double number(const Json& day, const std::string& pigment, const std::string& key) {
        return day.at("pigments").at(pigment).at(key).get<double>();
    }
};

void expectSaneDay(const Json& day) {
    for (const Json& pigment : day["pigments"])
        for (const Json& one : {pigment, pigment["blur"]}) {
            EXPECT_TRUE(one["solidContrast"] > 0 && one["solidContrast"] <= 1) << day;
            for (const char* size : {"lineMm", "gapMm"})
                EXPECT_TRUE(one[size].is_null() ? one.contains(size + std::string("Reason")) : one[size] > 0) << day;
        }
    for (const Json& one : {day["artwork"], day["artwork"]["blur"]})
        for (const char* share : {"vanishingShare", "mergingShare"})
            EXPECT_TRUE(one[share] >= 0 && one[share] <= 1) << day;
    EXPECT_TRUE(day["artwork"]["disagreement"] >= 0 && day["artwork"]["disagreement"] <= 1) << day;
}

TEST_F(Survive, SizesGrowWithTheYearsAndAHairOfSkinMerges) {
    const Json all = survived(on("black.svg") + Words{"--style", "black-and-grey", "--json"});
    EXPECT_EQ(all["version"], 1);
    EXPECT_EQ(all["site"], "wrist-inner");
    EXPECT_EQ(all["contrastThreshold"], 0.1);
    EXPECT_EQ(all["viewingDistanceMm"], 400);
    ASSERT_EQ(all["days"].size(), 4u);
    double gap = 0, blurred = 0;
    for (const Json& day : all["days"]) {
        expectSaneDay(day);
        EXPECT_GT(number(day, "black", "gapMm"), gap) << day;
        EXPECT_GT(day["pigments"]["black"]["blur"]["gapMm"].get<double>(), blurred) << day;
        gap = number(day, "black", "gapMm"), blurred = day["pigments"]["black"]["blur"]["gapMm"];
        EXPECT_GT(gap, 0.1);
        EXPECT_GT(day["artwork"]["mergingShare"].get<double>(), 0.9) << "the hair of skin is all the gap there is";
        EXPECT_EQ(day["artwork"]["vanishingShare"], 0) << "bars of 1.5 and 3 mm";
        EXPECT_GT(day["artwork"]["smallestWidthMm"].get<double>(), 15) << "the hair has to grow";
        EXPECT_GT(day["pigments"]["black"]["blur"]["solidContrast"].get<double>(),
                  number(day, "black", "solidContrast") + 0.02)
            << "a blur leaves solids as black as fresh";
    }
    EXPECT_GT(number(all["days"][3], "black", "gapMm"), 1.5 * number(all["days"][0], "black", "gapMm"));
}

TEST_F(Survive, TheSideOfAFingerIsWorseAndABlurDoesNotKnow) {
    const Words words = on("black.svg") + Words{"--style", "fine-line", "--days", "10y"};
    const Json wrist = survived(words)["days"][0],
               finger = survived(words + Words{"--site", "index-finger-side"})["days"][0];
    EXPECT_GT(number(finger, "black", "gapMm"), 1.2 * number(wrist, "black", "gapMm"));
    EXPECT_GE(number(finger, "black", "lineMm"), number(wrist, "black", "lineMm"));
    EXPECT_LT(number(finger, "black", "solidContrast"), number(wrist, "black", "solidContrast") - 0.1);
    const auto blurGap = [](const Json& day) { return day["pigments"]["black"]["blur"]["gapMm"].get<double>(); };
    EXPECT_NEAR(blurGap(finger), blurGap(wrist), 0.1 * blurGap(wrist));
}

TEST_F(Survive, YellowIsWorseThanBlackAndSunTakesIt) {
    const Words words = on("yellow.svg") + Words{"--days", "10y"};
    const Json day = survived(words)["days"][0], neglected = survived(words + Words{"--care", "neglected"})["days"][0];
    EXPECT_GT(number(day, "yellow", "gapMm"), number(day, "black", "gapMm"));
    EXPECT_LT(number(day, "yellow", "solidContrast"), 0.7 * number(day, "black", "solidContrast"));
    EXPECT_LT(number(neglected, "yellow", "solidContrast"), number(day, "yellow", "solidContrast"));
}

TEST_F(Survive, AStrictOrFarEyeSeesLess) {
    const Words words = on("black.svg") + Words{"--style", "fine-line", "--days", "28"};
    const double gap = number(survived(words)["days"][0], "black", "gapMm");
    const Json strict = survived(words + Words{"--contrast", "0.5"}),
               far = survived(words + Words{"--distance", "3000"});
    EXPECT_GT(number(strict["days"][0], "black", "gapMm"), gap + 0.02);
    EXPECT_GT(number(far["days"][0], "black", "gapMm"), 2 * gap);
    EXPECT_EQ(strict["contrastThreshold"], 0.5);
    EXPECT_EQ(far["viewingDistanceMm"], 3000);
    const Json blind = survived(words + Words{"--contrast", "0.9", "--distance", "10000"})["days"][0];
    EXPECT_TRUE(blind["pigments"]["black"]["gapMm"].is_null());
    EXPECT_THAT(blind["pigments"]["black"]["gapMmReason"].get<std::string>(), HasSubstr("below the threshold"));
}

TEST_F(Survive, TheMapIsTrueToSizeOfTheLastDayOrOfEach) {
    const Words words = on("black.svg") + Words{"--style", "fine-line", "--days", "28,1y"};
    survived(words + Words{"--map", at("map-{day}.png")});
    EXPECT_THAT(names(), testing::IsSupersetOf({"map-28.png", "map-365.25.png"}));
    const Picture8 map = pictureAt("map-28.png");
    EXPECT_GT(map.width, 200) << "20 pixels a mm and skin round it";
    int blue = 0, orange = 0;
    for (std::size_t i = 0; i < map.rgba.size(); i += 4) {
        blue += map.rgba[i + 2] > map.rgba[i] + 20;
        orange += map.rgba[i] > map.rgba[i + 2] + 20;
    }
    EXPECT_NEAR(blue, 0.1 * 5 * 400, 100) << "the hair of skin";
    EXPECT_EQ(orange, 0);
    survived(words + Words{"--map", at("last.png")});
    EXPECT_EQ(textOf("last.png"), textOf("map-365.25.png"));
}

TEST_F(Survive, WordsThatSayNothingAreRefusedBeforeTheWork) {
    const auto refused = [&](const Words& words, const Words& parts) {
        expectRefused(inkheal(on("black.svg") + words), 2, parts);
    };
    refused({"--contrast", "much"}, {"--contrast", "much"});
    refused({"--contrast", "0"}, {"--contrast", "0.005 to 0.9"});
    refused({"--distance", "-3"}, {"--distance", "50 to 10000"});
    refused({"--days", "soon"}, {"soon"});
    refused({"--site", "nose"}, {"nose"});
    refused({"--map", "-"}, {"--map", "map.png"});
    expectRefused(inkheal({"survive"}), 2, {"--design FILE"});
    expectRefused(inkheal(on("black.svg") + Words{"--map", "/proc/x/y.png"}), 5, {"/proc/x/y.png: cannot be written"});
    EXPECT_EQ(names(), (Words{"black.svg", "square.png", "yellow.svg"}));
}

}  // namespace
}  // namespace inkheal::test
