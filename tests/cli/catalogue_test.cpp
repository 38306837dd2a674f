// What inkheal info lists, as JSON and as text.

#include <gmock/gmock.h>

#include "base/json.h"
#include "cli/quick.h"

namespace inkheal::test {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsSupersetOf;
using testing::Not;

Json listed(const Words& options) {
    const Outcome outcome = inkheal(Words{"info", "--json"} + options);
    expectSilent(outcome);
    return outcome.exit == 0 ? parseJson(outcome.out, "info") : Json();
}

Words namesOf(const Json& list) {
    Words names;
    for (const Json& entry : list) names.push_back(entry.is_object() ? entry.at("name") : entry);
    return names;
}

Words keysOf(const Json& object) {
    Words keys;
    for (const auto& [key, value] : object.items()) keys.push_back(key);
    return keys;
}

TEST(Catalogue, HasEverythingThatOptionsName) {
    const Json all = listed({});
    EXPECT_THAT(keysOf(all), testing::UnorderedElementsAre("version", "devices", "bodies", "sites", "tones", "pigments",
                                                           "styles", "care", "phases", "lights"));
    EXPECT_THAT(namesOf(all["bodies"]), IsSupersetOf(Words{"hand", "foot", "plane"}));
    ASSERT_EQ(all["tones"].size(), 10u);
    for (int i = 1; i <= 10; ++i) EXPECT_EQ(all["tones"][i - 1]["name"], "monk-" + std::to_string(i));
    for (int i = 1; i < 10; ++i) EXPECT_LT(all["tones"][i - 1]["melanin"], all["tones"][i]["melanin"]) << i;
    EXPECT_THAT(namesOf(all["styles"]), IsSupersetOf(Words{"colour", "black-and-grey", "geometric", "fine-line"}));
    EXPECT_THAT(namesOf(all["care"]), IsSupersetOf(Words{"ideal", "typical", "neglected"}));
    EXPECT_THAT(namesOf(all["lights"]), IsSupersetOf(Words{"studio", "window", "lamp"}));
    const Words pigments = namesOf(all["pigments"]);
    for (const Json& style : all["styles"])
        for (const Json& pigment : style["pigments"]) EXPECT_THAT(pigments, Contains(pigment.get<std::string>()));
}

TEST(Catalogue, SitesHaveTheirMeasures) {
    const Json all = listed({"--sites"});
    EXPECT_EQ(keysOf(all), (Words{"version", "sites"}));
    Words wanted{"hand-back",   "wrist-inner", "wrist-outer", "wrist-side",
                 "ankle-inner", "ankle-outer", "ankle-front", "ankle-back"};
    for (const char* digit : {"index-finger", "middle-finger", "ring-finger", "little-finger", "thumb"})
        for (const char* side : {"-top", "-side"}) wanted.push_back(std::string(digit) + side);
    EXPECT_THAT(namesOf(all["sites"]), IsSupersetOf(wanted));
    for (const Json& site : all["sites"]) {
        const std::string name = site["name"];
        EXPECT_EQ(site["body"], name.starts_with("ankle") ? "foot" : "hand");
        const double girthMm = site["girthMm"];
        if (name.starts_with("wrist")) {
            EXPECT_NEAR(girthMm, 173, 20) << name;
        }
        if (name.starts_with("ankle")) {
            EXPECT_NEAR(girthMm, 215, 25) << name;
        }
        EXPECT_TRUE(girthMm > 35 && girthMm < 320) << name << " " << girthMm;
        EXPECT_GT(site["usableWidthMm"].get<double>(), 5) << name;
        EXPECT_LT(site["stratumCorneumMm"].get<double>(), site["epidermisMm"].get<double>()) << name;
        EXPECT_LT(site["epidermisMm"].get<double>(), site["dermisMm"].get<double>()) << name;
    }
}

TEST(Catalogue, DevicesSayWhetherTheyCanBeUsed) {
    const Json all = listed({"--devices"});
    EXPECT_EQ(keysOf(all), (Words{"version", "devices"}));
    ASSERT_FALSE(all["devices"].empty());
    for (std::size_t i = 0; i < all["devices"].size(); ++i) {
        const Json& device = all["devices"][i];
        EXPECT_EQ(device["index"], i);
        EXPECT_NE(device["name"], "");
        EXPECT_NE(device["driver"], "");
        EXPECT_GT(device["memoryBytes"].get<double>(), 1e6);
        EXPECT_EQ(device["usable"].get<bool>(), device["lacks"].is_null());
    }
    EXPECT_EQ(listed({"--devices", "--device", "0"})["devices"], Json::array({all["devices"][0]}));
    EXPECT_EQ(keysOf(listed({"--sites", "--devices"})), (Words{"version", "devices", "sites"}));
}

TEST(Catalogue, AsTextHasTheSameNames) {
    const Outcome all = inkheal({"info"}), sites = inkheal({"info", "--sites"});
    expectSilent(all);
    for (const char* word :
         {"inkheal 0.", "devices\n", "  wrist-inner ", "  monk-10 ", "  black-and-grey ", "  lamp\n"})
        EXPECT_THAT(all.out, HasSubstr(word));
    EXPECT_THAT(sites.out, HasSubstr("  index-finger-top "));
    EXPECT_THAT(sites.out, Not(HasSubstr("monk-")));
}

}  // namespace
}  // namespace inkheal::test
