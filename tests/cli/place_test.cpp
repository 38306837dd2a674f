// The JSON of inkheal place: every key, and the truths of paper on shapes whose answers are known.

#include <gmock/gmock.h>

#include "base/json.h"
#include "cli/quick.h"

namespace inkheal::test {
namespace {

class Place : public Cli {
 protected:
    Place() { write("square.svg", squareSvg); }

    Json placed(const Words& options) const {
        const Outcome outcome = inkheal(Words{"place", "--design", at("square.svg"), "--quality", "draft"} + options);
        expectSilent(outcome);
        return outcome.exit == 0 ? parseJson(outcome.out, "place") : Json();
    }
};

void expectTrue(const Json& placed, double within) {
    for (const char* key : {"stretchMax", "stretchMin", "stretchMean", "areaRatioMean"})
        EXPECT_NEAR(placed[key].get<double>(), 1, within) << key;
}

TEST_F(Place, HasEveryKey) {
    const Json all = placed({"--site", "ankle-inner"});
    Words keys;
    for (const auto& [key, value] : all.items()) keys.push_back(key);
    EXPECT_EQ(keys, (Words{"widthMm", "heightMm", "stretchMax", "stretchMin", "stretchMean", "areaRatioMean",
                           "shearMaxDeg", "coveredFraction", "seamGapMm", "warnings"}));
    EXPECT_EQ(all["widthMm"], 30);
    EXPECT_NEAR(all["heightMm"].get<double>(), 30, 0.05);
    EXPECT_EQ(all["coveredFraction"], 1);
    EXPECT_TRUE(all["seamGapMm"].is_null());
    EXPECT_EQ(all["warnings"], Json::array());
    EXPECT_GE(all["stretchMax"].get<double>(), all["stretchMean"].get<double>());
    EXPECT_GE(all["stretchMean"].get<double>(), all["stretchMin"].get<double>());
    EXPECT_TRUE(all["stretchMin"] > 0.8 && all["stretchMax"] < 1.2) << all;
}

TEST_F(Place, PaperLiesTrueOnAPlane) {
    const Json all = placed({"--body", "plane", "--width", "40", "--rotate", "30"});
    expectTrue(all, 1e-3);
    EXPECT_LT(all["shearMaxDeg"].get<double>(), 0.05);
}

TEST_F(Place, PaperRollsOntoACylinderAndACone) {
    expectTrue(placed({"--body", "cylinder:8", "--width", "30"}), 0.01);
    expectTrue(placed({"--body", "cone:25,32,100", "--width", "30", "--rotate", "-20"}), 0.01);
}

TEST_F(Place, PaperStretchesOnASphere) {
    const Json small = placed({"--body", "sphere:40", "--width", "10"}), large = placed({"--body", "sphere:40"});
    // Along a circle of latitude r from the pole the skin is sin(r/R)/(r/R) of the paper; r is half a diagonal.
    const double r = 30 / std::sqrt(2.0) / 40;
    EXPECT_NEAR(large["stretchMin"].get<double>(), std::sin(r) / r, 0.01);
    EXPECT_NEAR(large["stretchMax"].get<double>(), 1, 0.01);
    EXPECT_GT(small["stretchMin"].get<double>(), large["stretchMin"].get<double>() + 0.02);
}

TEST_F(Place, PaperIsBareSkinUnlessKept) {
    write("sheet.svg",
          R"(<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50"><rect width="100" height="50" )"
          R"(fill="white"/><rect x="40" y="10" width="30" height="30"/></svg>)");
    const auto heightOf = [&](const Words& options) {
        const Words words{"place", "--design", at("sheet.svg"), "--body", "plane", "--quality", "draft"};
        return parseJson(inkheal(words + options).out, "place")["heightMm"].get<double>();
    };
    EXPECT_NEAR(heightOf({}), 30, 0.1) << "the square alone";
    EXPECT_NEAR(heightOf({"--paper", "remove"}), 30, 0.1);
    EXPECT_NEAR(heightOf({"--paper", "keep"}), 15, 0.1) << "the whole sheet";
}

TEST_F(Place, WarnsOfWhatIsTooLargeForTheSite) {
    const Outcome outcome =
        inkheal({"place", "--design", at("square.svg"), "--site", "index-finger-top", "--width", "20"});
    EXPECT_EQ(outcome.exit, 0) << outcome;
    EXPECT_THAT(outcome.out, testing::HasSubstr("larger than the usable 14 x 28 mm of index-finger-top"));
}

TEST_F(Place, StandsWhereItIsMovedTo) {
    expectRefused(inkheal({"place", "--design", at("square.svg"), "--body", "plane", "--at", "200,0"}), 2);
    const Json all = placed({"--body", "plane", "--at", "-45,.5", "--width", "40"});
    EXPECT_LT(all["coveredFraction"].get<double>(), 0.95) << "over the edge of the plane";
    EXPECT_THAT(all["warnings"].dump(), testing::HasSubstr("beyond the skin"));
}

}  // namespace
}  // namespace inkheal::test
