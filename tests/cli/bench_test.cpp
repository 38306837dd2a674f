// inkheal bench: every pass with its time, its bytes and its share of the device's copy bandwidth; and the same words
// are checked as for the window, which no test opens.

#include <gmock/gmock.h>

#include <set>

#include "base/json.h"
#include "cli/quick.h"

namespace inkheal::test {
namespace {

class Bench : public Cli {
 protected:
    static void expectFrames(const Json& frames, double copy) {
        ASSERT_EQ(frames.size(), 2u);
        EXPECT_EQ(frames[0]["name"], "frame 640x360");
        EXPECT_EQ(frames[1]["name"], "frame 1920x1080");
        for (const Json& frame : frames) {
            const double ms = frame["milliseconds"], megabytes = frame["megabytes"];
            EXPECT_NEAR(frame["framesPerSecond"].get<double>() * ms, 1000, 0.01);
            EXPECT_NEAR(frame["shareOfCopy"].get<double>(), megabytes / ms / copy, 0.001);
            double sum = 0;
            std::set<std::string> passes;
            for (const Json& pass : frame["passes"])
                passes.insert(pass["name"]), sum += pass["megabytes"].get<double>();
            EXPECT_NEAR(sum, megabytes, 0.01 * megabytes);
            EXPECT_THAT(passes, testing::IsSupersetOf({"frame shadow", "frame irradiance", "frame scatter",
                                                       "frame raster", "frame shade", "frame develop"}));
        }
    }
};

TEST_F(Bench, HasEveryPassWithItsShareOfTheCopyBandwidth) {
    const Outcome outcome = inkheal(Words{"bench", "--json", "--validate", "--quiet"} + quick());
    expectSilent(outcome);
    ASSERT_EQ(outcome.exit, 0);
    const Json all = parseJson(outcome.out, "bench");
    EXPECT_EQ(all["version"], 1);
    EXPECT_NE(all["device"], "");
    EXPECT_NE(all["driver"], "");
    const double copy = all["copyGigabytesPerSecond"];
    EXPECT_TRUE(copy > 0.1 && copy < 20000) << copy;
    EXPECT_GT(all["dayAndPictureMs"].get<double>(), 0);
    EXPECT_GT(all["openMs"].get<double>(), 0);
    ASSERT_GE(all["passes"].size(), 5u) << "healing, spreading, tint and a picture";
    std::set<std::string> passes;
    for (const Json& pass : all["passes"]) {
        EXPECT_TRUE(passes.insert(pass["name"]).second) << pass["name"] << " twice";
        const double ms = pass["milliseconds"], megabytes = pass["megabytes"], perSecond = pass["gigabytesPerSecond"];
        EXPECT_GE(ms, 0) << pass;
        EXPECT_GE(megabytes, 0) << pass;
        EXPECT_NEAR(perSecond, ms > 0 ? megabytes / ms : 0, 0.001 * perSecond) << pass;
        EXPECT_NEAR(pass["shareOfCopy"].get<double>(), perSecond / copy, 0.001) << pass;
    }
    EXPECT_THAT(passes, testing::IsSupersetOf({"healing step", "ink spread", "tint"}));
    expectFrames(all["frames"], copy);
}

TEST_F(Bench, FrameOf1080RowsMovesNoMoreThan300MegabytesByCount) {
    const Outcome outcome = inkheal(Words{"bench", "--json", "--quiet", "--quality", "draft", "--site", "wrist-inner",
                                          "--design", at("square.png")});
    ASSERT_EQ(outcome.exit, 0) << outcome.err;
    const Json all = parseJson(outcome.out, "bench"), frame = all["frames"].at(1);
    EXPECT_LE(frame["megabytes"].get<double>(), 300) << frame;
    EXPECT_GE(frame["megabytes"].get<double>(), 60) << frame;  // triangles, depth and picture cannot be less
}

class Window : public Cli {};

TEST_F(Window, WrongWordsAreRefusedBeforeAScreenIsLookedFor) {
    expectRefused(inkheal({"view", "--tone", "pink"}), 2, {"monk-1 to monk-10"});
    expectRefused(inkheal({"view", "--monitor"}), 2, {"--monitor"});
    expectRefused(inkheal({"view", "--session", at("none.json")}), 3, {at("none.json"), "give a file that exists"});
}

TEST_F(Window, WithoutAScreenItSaysWhatWorksWithoutOne) {
    for (const Words& options : {Words{}, Words{"--fullscreen"}, Words{"--monitor", "x", "--fullscreen"}, quick()})
        expectRefused(inkheal(Words{"view"} + options), 1, {"no screen", "`inkheal render`"});
}

}  // namespace
}  // namespace inkheal::test
