// inkheal render --reference: a picture like the frame's, the same bytes twice, refusals, and no file after Ctrl-C.

#include <gmock/gmock.h>

#include "cli/quick.h"

namespace inkheal::test {
namespace {

class Reference : public Cli {
 protected:
    Words few(const std::string& out, const std::string& samples) const {
        return Words{"render", "--reference", "--samples", samples, "-o", at(out), "--size", "40x30"} + quick();
    }
};

double meanOf(const Picture8& picture) {
    double sum = 0;
    for (const std::uint8_t value : picture.rgba) sum += value;
    return sum / double(picture.rgba.size());
}

TEST_F(Reference, IsAPictureLikeTheFrames) {
    expectSilent(inkheal(few("a.png", "16") + Words{"--quiet", "--validate"}));
    expectSilent(inkheal(few("again.png", "16") + Words{"--quiet"}));
    expectSilent(inkheal(Words{"render", "--quiet", "-o", at("frame.png"), "--size", "40x30"} + quick()));
    const Picture8 picture = pictureAt("a.png"), frame = pictureAt("frame.png");
    EXPECT_EQ(farthestApart(picture, pictureAt("again.png")), 0);
    EXPECT_GT(farthestApart(picture, frame), 0);
    EXPECT_NEAR(meanOf(picture), meanOf(frame), 25);
    const auto greenAt = [](const Picture8& p, int x, int y) { return int(p.rgba[std::size_t(4 * (40 * y + x) + 1)]); };
    int ink = 0, skin = 0;
    for (int x = 17; x < 23; ++x) ink += greenAt(picture, x, 15), skin += greenAt(picture, x, 3);
    EXPECT_LT(ink, skin - 6 * 20);
}

TEST_F(Reference, RefusesSamplesThatAreNone) {
    for (const char* wrong : {"0", "-3", "65537", "many", "1.5"})
        expectRefused(inkheal(few("a.png", wrong)), 2, {"--samples", "65536"});
    EXPECT_THAT(names(), testing::Not(testing::Contains("a.png")));
}

TEST_F(Reference, InterruptedLeavesNoFile) {
    const Outcome outcome = inkheal(few("a.png", "65536"), {.interruptOn = "Rendering:"});
    EXPECT_EQ(outcome.exit, 130) << outcome;
    EXPECT_THAT(names(), testing::Not(testing::Contains(testing::HasSubstr("a.png"))));
}

}  // namespace
}  // namespace inkheal::test
