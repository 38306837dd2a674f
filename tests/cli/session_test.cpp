// A saved project: everything in it counts, its files lie beside it, and options given with it win.

#include <gmock/gmock.h>

#include "cli/quick.h"
#include "cli/readings.h"

namespace inkheal::test {
namespace {

class Session : public Cli {
 protected:
    Session() {
        write("square.svg", squareSvg);
        std::filesystem::create_directory(at("kept"));
        write("kept/square.svg", squareSvg);
        write("kept/care.json", R"({"name": "sunny", "sunPerYearSed": 2000, "events": []})");
        write("kept/s.json",
              R"({"version": 1, "body": "plane", "tone": "monk-7", "seed": 5, "quality": "draft", "pieces": [
            {"design": "square.svg", "widthMm": 6, "atMm": [2, -1], "rotateDeg": 20, "style": "fine-line",
             "care": "care.json"}]})");
    }
    const Words same{
        "--design", at("square.svg"),    "--body", "plane", "--tone", "monk-7",   "--seed", "5",       "--quality",
        "draft",    "--width",           "6",      "--at",  "2,-1",   "--rotate", "20",     "--style", "fine-line",
        "--care",   at("kept/care.json")};
};

TEST_F(Session, IsTheSameAsItsOptions) {
    const Words render{"render", "--quiet", "--day", "4"};
    expectSilent(inkheal(render + Words{"--session", at("kept/s.json"), "-o", at("a.png")} + small()));
    expectSilent(inkheal(render + same + Words{"-o", at("b.png")} + small()));
    EXPECT_EQ(textOf("a.png"), textOf("b.png"));
    EXPECT_EQ(measured({"--days", "5y", "--session", at("kept/s.json")}), measured(Words{"--days", "5y"} + same));
}

TEST_F(Session, OptionsBesideItWin) {
    const Words session{"--days", "9", "--session", at("kept/s.json")};
    const Json plain = measured(session), other = measured(session + Words{"--tone", "monk-1", "--care", "ideal"});
    EXPECT_GT(other["days"][0]["skinLab"][0].get<double>(), plain["days"][0]["skinLab"][0].get<double>() + 10);
    EXPECT_EQ(other["siteMm"], plain["siteMm"]);
    const Outcome wide = inkheal({"place", "--width", "12", "--session", at("kept/s.json")});
    EXPECT_EQ(parseJson(wide.out, "place")["widthMm"], 12) << wide;
}

TEST_F(Session, FurtherPiecesAreMeasuredBesideTheFirst) {
    write("kept/two.json", R"({"version": 1, "body": "plane", "quality": "draft", "pieces": [
        {"design": "square.svg", "widthMm": 5, "atMm": [-8, 0]},
        {"design": "square.svg", "widthMm": 4, "atMm": [8, 0], "ageDays": 300}]})");
    const Json all = measured({"--days", "3", "--session", at("kept/two.json"), "--fields", at("charts")});
    ASSERT_EQ(all["pieces"].size(), 1u);
    ASSERT_EQ(all["days"][0]["pieces"].size(), 1u);
    EXPECT_EQ(all["days"][0]["day"], 3);
    EXPECT_EQ(all["days"][0]["pieces"][0]["day"], 303);
    EXPECT_GT(textOf("charts/day-3.exr").size(), 1000u);
    EXPECT_GT(textOf("charts/day-3-2.exr").size(), 1000u);
    const Outcome placed = inkheal({"place", "--session", at("kept/two.json")});
    EXPECT_EQ(parseJson(placed.out, "place")["pieces"][0]["widthMm"], 4) << placed;
}

TEST_F(Session, MayComeFromStandardInput) {
    const std::string text =
        R"({"version": 1, "body": "plane", "pieces": [{"design": ")" + at("square.svg") + R"("}]})";
    const Outcome outcome = inkheal({"place", "--session", "-"}, {.input = text});
    EXPECT_EQ(outcome.exit, 0) << outcome;
    EXPECT_EQ(parseJson(outcome.out, "place")["widthMm"], 30);
    expectRefused(inkheal({"place", "--session", "-"}, {.input = "{}"}), 3,
                  {"standard input: ", "\"version\" is missing"});
}

TEST_F(Session, ABareSiteNeedsNoDesign) {
    write("bare.json", R"({"version": 1, "body": "plane", "pieces": [{"design": ""}]})");
    expectSilent(
        inkheal(Words{"render", "--bare", "--quiet", "--session", at("bare.json"), "-o", at("a.png")} + small()));
    expectRefused(inkheal({"measure", "--session", at("bare.json")}), 2, {"--design FILE"});
}

}  // namespace
}  // namespace inkheal::test
