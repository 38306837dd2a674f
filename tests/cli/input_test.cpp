// Files that cannot be used: exit 3 and a sentence that names the file, what is wrong with it and what would do.

#include <gmock/gmock.h>

#include "base/png.h"
#include "cli/quick.h"

namespace inkheal::test {
namespace {

class Input : public Cli {
 protected:
    void expectBadDesign(const std::string& file, const std::string& wrong, const std::string& wouldDo) const {
        expectRefused(inkheal({"render", "--design", file, "-o", at("a.png")}), 3,
                      {file + ": ", wrong, "; " + wouldDo});
        EXPECT_THAT(names(), testing::Not(testing::Contains("a.png")));
    }
};

TEST_F(Input, MissingForEveryVerbThatReadsADesign) {
    const std::string file = at("none.png");
    expectBadDesign(file, "No such file", "give a file that exists");
    for (const char* verb : {"measure", "place", "bench"})
        expectRefused(inkheal({verb, "--design", file}), 3, {file, "No such file", "give a file that exists"});
}

TEST_F(Input, EmptyForeignOrWithoutInk) {
    expectBadDesign(write("empty.png", ""), "is empty", "export it again");
    expectBadDesign(write("letter.png", "Dear Sir or Madam,\n"), "is not a picture inkheal knows", "use PNG, JPEG");
    expectBadDesign(at(""), "Is a directory", "give a file");
    const std::string white = R"(<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>)";
    expectBadDesign(write("white.svg", white), "has nothing to ink", "check the file");
    expectBadDesign(write("broken.svg", squareSvg.substr(0, 90)), "", "");
}

TEST_F(Input, CutOffOrDamaged) {
    Picture8 picture{64, 64, std::vector<std::uint8_t>(64 * 64 * 4, 90)};
    for (std::size_t i = 0; i < picture.rgba.size(); i += 7) picture.rgba[i] = std::uint8_t(i * 31 % 251);
    const std::vector<std::uint8_t> bytes = encodePng(picture);
    const std::string png(bytes.begin(), bytes.end());
    expectBadDesign(write("half.png", png.substr(0, png.size() / 2)), "cut off", "export or copy it again");
    std::string damaged = png;
    damaged[png.size() / 2] = char(damaged[png.size() / 2] ^ 0x40);
    expectBadDesign(write("damaged.png", damaged), "", "");
}

TEST_F(Input, StandardInputIsNamed) {
    const Words words{"place", "--design", "-", "--body", "plane"};
    expectRefused(inkheal(words, {.input = ""}), 3, {"standard input: is empty"});
    expectRefused(inkheal(words, {.input = "hello"}), 3, {"standard input: is not a picture"});
}

TEST_F(Input, ScansCarePlansAndSessions) {
    const Words square{"place", "--design", at("square.png")};
    const auto with = [&](const char* option, const std::string& file) {
        return inkheal(square + Words{option, file});
    };
    for (const char* option : {"--body", "--care", "--session"})
        expectRefused(with(option, at("none.x")), 3, {at("none.x"), "No such file", "give a file that exists"});
    expectRefused(with("--body", write("scan.obj", "hello\n")), 3, {at("scan.obj")});
    expectRefused(with("--body", write("empty.stl", "")), 3, {at("empty.stl")});
    expectRefused(with("--care", write("care.json", "{")), 3, {at("care.json"), "is not valid JSON"});
    expectRefused(with("--care", write("other.json", R"({"name": "x"})")), 3, {at("other.json"), "\"events\""});
    expectRefused(with("--session", write("s.json", "[]")), 3, {at("s.json"), "\"version\" is missing", "add it"});
    expectRefused(with("--session", write("v.json", R"({"version": 9, "pieces": []})")), 3,
                  {at("v.json"), "version 9"});
    expectRefused(with("--session", write("t.json", R"({"version": 1, "tone": "pink", "pieces": []})")), 3,
                  {at("t.json"), "monk-1 to monk-10"});
}

TEST_F(Input, ADesignTooWideForAFingerSaysWhatFits) {
    const Words words{"place",     "--design", write("square.svg", squareSvg), "--site", "index-finger-top",
                      "--quality", "draft"};
    const Outcome outcome = inkheal(words + Words{"--width", "60"});
    expectRefused(outcome, 3, {"the stencil meets itself behind the limb", "a square design fits up to a width of "});
    const std::string before = "up to a width of ";
    const double fitsMm = std::stod(outcome.err.substr(outcome.err.find(before) + before.size()));
    EXPECT_GT(fitsMm, 10);
    EXPECT_LT(fitsMm, 60);
    EXPECT_EQ(inkheal(words + Words{"--width", std::to_string(fitsMm - 0.2)}).exit, 0) << "what was said to fit";
    EXPECT_EQ(inkheal(words + Words{"--width", std::to_string(fitsMm + 3)}).exit, 3);
}

}  // namespace
}  // namespace inkheal::test
