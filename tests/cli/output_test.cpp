// Where pictures and numbers go: whole files or none, exit 5 where nothing can be written, data alone on standard
// output, and standard error for people.

#include <gmock/gmock.h>

#include "base/json.h"
#include "base/png.h"
#include "cli/quick.h"

namespace inkheal::test {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class Output : public Cli {
 protected:
    /// More days than anyone waits for.
    Words endless() const { return Words{"render", "--days", "0..9000", "-o", at("{day}.png")} + quick() + small(); }
};

TEST_F(Output, WherePicturesCannotGoIsSaidBeforeTheWork) {
    for (const std::string& file : {std::string("/proc/x/y.png"), at("square.png/y.png"), at("")})
        expectRefused(inkheal(Words{"render", "-o", file} + quick()), 5, {file + ": cannot be written"});
    for (const std::string& folder : {std::string("/proc/x"), at("square.png/fields")})
        expectRefused(inkheal(Words{"measure", "--fields", folder} + quick()), 5, {folder, ": cannot be written"});
}

TEST_F(Output, AFullOrClosedStandardOutputIsExit5) {
    const Setting full{.outTo = "/dev/full"}, closed{.outClosed = true};
    const Words measured{"measure", "--days", "0", "--quiet"}, picture{"render", "-o", "-", "--quiet"};
    for (const Words& words :
         {Words{"--help"}, Words{"--version"}, Words{"render", "--help"}, Words{"info", "--json"},
          Words{"info", "--sites"}, Words{"place"} + quick(), measured + quick(), picture + quick() + small()}) {
        expectRefused(inkheal(words, full), 5, {"standard output: cannot be written", "No space left"});
        expectRefused(inkheal(words, closed), 5, {"standard output: cannot be written", "Broken pipe"});
    }
}

TEST_F(Output, DashIsAWholePictureAndNothingElse) {
    const Words words = Words{"render", "--day", "1"} + quick() + small();
    const Outcome outcome = inkheal(words + Words{"-o", "-"});
    EXPECT_EQ(outcome.exit, 0) << outcome;
    EXPECT_EQ(inkheal(words + Words{"-o", at("a.png")}).out, "");
    EXPECT_EQ(outcome.out, textOf("a.png"));
    const Picture8 picture = pictureAt("a.png");
    EXPECT_EQ(picture.width, 320);
    EXPECT_EQ(picture.height, 180);
}

TEST_F(Output, FoldersOfPicturesAreMade) {
    expectSilent(
        inkheal(Words{"render", "--days", "0", "-o", at("new/deep/{day}.png"), "--quiet"} + quick() + small()));
    EXPECT_EQ(pictureAt("new/deep/0.png").width, 320);
}

TEST_F(Output, TheDesignMayComeFromStandardInput) {
    const Words words{"place", "--body", "plane", "--width", "5", "--quality", "draft"};
    const Outcome piped = inkheal(words + Words{"--design", "-"}, {.input = squareSvg});
    expectSilent(piped);
    EXPECT_EQ(piped.out, inkheal(words + Words{"--design", write("square.svg", squareSvg)}).out);
    EXPECT_EQ(parseJson(piped.out, "place")["heightMm"], 5);
}

TEST_F(Output, QuietSaysNothingAndOthersWarn) {
    const std::string ink =
        R"(<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>)";
    const Words words{"measure", "--design", write("ink.svg", ink), "--body", "plane",
                      "--width", "5",        "--quality",           "draft"};
    const Outcome talking = inkheal(words + Words{"--days", "0"}),
                  quiet = inkheal(words + Words{"--days", "0", "--quiet"});
    EXPECT_EQ(talking.exit, 0) << talking;
    EXPECT_THAT(talking.err, HasSubstr("no near-white paper"));
    expectSilent(quiet);
    EXPECT_EQ(quiet.out, talking.out);
    expectSilent(inkheal(words + Words{"--days", "0..40", "--quiet"}));
}

TEST_F(Output, ProgressIsPlainLinesBesideATerminalABarOnIt) {
    const Outcome lines = inkheal(Words{"measure", "--days", "0..400"} + quick(), {.interruptOn = "Healing: "});
    EXPECT_THAT(lines.err, AllOf(HasSubstr(" of 402, day "), Not(HasSubstr("\x1b"))));
    EXPECT_EQ(lines.exit, 130) << lines;
    EXPECT_EQ(lines.out, "") << "no half of the JSON";
    const Outcome bar = inkheal(endless(), {.terminal = true, .interruptOn = "] "});
    EXPECT_THAT(bar.err, AllOf(HasSubstr("Rendering ["), HasSubstr("\x1b[36m")));
    const Outcome grey =
        inkheal(endless(), {.environment = {{"NO_COLOR", "1"}}, .terminal = true, .interruptOn = "] "});
    EXPECT_THAT(grey.err, AllOf(HasSubstr("Rendering ["), Not(HasSubstr("\x1b[36m"))));
}

TEST_F(Output, InterruptedLeavesWholePicturesOnly) {
    const Outcome outcome = inkheal(endless() + Words{"-v"}, {.interruptOn = "day 1 is done", .limitSeconds = 60});
    EXPECT_EQ(outcome.exit, 130) << outcome;
    EXPECT_THAT(outcome.err, HasSubstr("inkheal: Interrupted."));
    Words left = names();
    EXPECT_THAT(left, AllOf(Contains("0.png"), Contains("1.png"), Not(Contains("9000.png"))));
    left.erase(std::remove(left.begin(), left.end(), "square.png"), left.end());
    for (const std::string& name : left) EXPECT_EQ(pictureAt(name).width, 320) << name;
}

TEST_F(Output, InterruptedInAPictureLeavesNothing) {
    const Words slow{"render", "--samples", "4096", "--size", "1920x1080", "-v", "-o", at("a.png")};
    const Outcome outcome = inkheal(slow + quick(), {.interruptOn = "s: on ", .limitSeconds = 60});
    EXPECT_EQ(outcome.exit, 130) << outcome;
    EXPECT_EQ(names(), Words{"square.png"});
}

}  // namespace
}  // namespace inkheal::test
