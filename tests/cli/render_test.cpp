// The pictures of inkheal render: the size asked, each option seen, and the same bytes for the same question.

#include <gmock/gmock.h>

#include <numeric>

#include "base/json.h"
#include "cli/quick.h"

namespace inkheal::test {
namespace {

using testing::IsSupersetOf;

class Render : public Cli {
 protected:
    /// The picture with these options beside the quickest ones.
    Picture8 picture(const Words& options) const {
        expectSilent(inkheal(Words{"render", "--quiet", "-o", at("a.png")} + quick() + small() + options));
        return pictureAt("a.png");
    }
    /// On the body of the site.
    Picture8 bodyPicture(const std::string& site, const Words& options) const {
        const Words words{"render", "--quiet", "--quality", "draft", "--width",
                          "10",     "--site",  site,        "-o",    at("a.png")};
        expectSilent(inkheal(words + small() + options));
        return pictureAt("a.png");
    }
};

double meanOf(const Picture8& picture) {
    return std::accumulate(picture.rgba.begin(), picture.rgba.end(), 0.0) / double(picture.rgba.size());
}

TEST_F(Render, HasTheSizeAskedAndSomethingInIt) {
    expectSilent(inkheal(Words{"render", "--quiet", "-o", at("b.png"), "--size", "150x210"} + quick()));
    const Picture8 picture = pictureAt("b.png");
    EXPECT_EQ(picture.width, 150);
    EXPECT_EQ(picture.height, 210);
    EXPECT_TRUE(meanOf(picture) > 40 && meanOf(picture) < 230) << meanOf(picture);
    for (std::size_t i = 3; i < picture.rgba.size(); i += 4) ASSERT_EQ(picture.rgba[i], 255);
}

TEST_F(Render, EveryLightIsAnother) {
    const Picture8 studio = picture({"--light", "studio"}), window = picture({"--light", "window"});
    const Picture8 lamp = picture({"--light", "lamp"});
    EXPECT_GT(farthestApart(studio, window), 8);
    EXPECT_GT(farthestApart(studio, lamp), 8);
    EXPECT_GT(farthestApart(window, lamp), 8);
    EXPECT_EQ(farthestApart(studio, picture({})), 0) << "studio is the usual one";
}

TEST_F(Render, EveryViewIsAnother) {
    const Picture8 site = bodyPicture("index-finger-side", {"--bare"});
    const Picture8 turned = bodyPicture("index-finger-side", {"--bare", "--view", "turn:30,10"});
    const Picture8 whole = bodyPicture("index-finger-side", {"--bare", "--view", "fit"});
    EXPECT_GT(farthestApart(site, turned), 20);
    EXPECT_GT(farthestApart(site, whole), 20);
}

TEST_F(Render, BareIsTheSkinWithoutTheDesign) {
    const Picture8 inked = picture({}), bare = picture({"--bare"});
    EXPECT_GT(farthestApart(inked, bare), 60);
    EXPECT_GT(meanOf(bare), meanOf(inked)) << "black ink is darker";
    const Words alone{"render", "--bare", "--width", "5", "--body", "plane", "--quality", "draft", "-o", at("b.png")};
    expectSilent(inkheal(alone + small() + Words{"--quiet"}));
    EXPECT_EQ(farthestApart(bare, pictureAt("b.png")), 0) << "a design is not needed for it";
}

TEST_F(Render, MoreSamplesAreSmoother) {
    const Picture8 one = picture({"--samples", "1"}), many = picture({"--samples", "9"});
    EXPECT_GT(farthestApart(one, many), 2);
    EXPECT_NEAR(meanOf(one), meanOf(many), 1.5);
}

TEST_F(Render, AnOpenLensBlursAndIsAnFNumber) {
    const Picture8 closed = picture({"--samples", "16"}), open = picture({"--samples", "16", "--aperture", "1"});
    EXPECT_GT(farthestApart(closed, open), 10);
    for (const char* wrong : {"0", "0.9", "129", "-2", "wide", "nan"})
        expectRefused(inkheal(Words{"render", "--quiet", "-o", at("lens.png"), "--aperture", wrong} + quick()), 2,
                      {"--aperture"});
    EXPECT_THAT(names(), testing::Not(testing::Contains("lens.png")));
}

TEST_F(Render, EveryOptionOfTheProjectIsSeen) {
    const Picture8 usual = picture({"--day", "5"});
    for (const Words& other : {Words{"--tone", "monk-9"}, Words{"--tone", "ita:-40"}, Words{"--tone", "melanin:0.3"},
                               Words{"--rotate", "45"}, Words{"--at", "-3,2"}, Words{"--style", "geometric"},
                               Words{"--care", "neglected"}, Words{"--seed", "2"}, Words{"--body", "cylinder:9"}}) {
        Words words{"render", "--quiet", "--day", "5", "-o", at("b.png")};
        Words project = quick();
        if (other[0] == "--body") project.resize(project.size() - 2);
        expectSilent(inkheal(words + project + small() + other));
        EXPECT_GT(farthestApart(usual, pictureAt("b.png")), 4) << other[0] << " " << other[1];
    }
}

TEST_F(Render, TwiceIsTheSameBytesWhateverTheOrderOfOptions) {
    const Words words{"--day", "5", "--tone", "monk-6", "--light", "window"};
    picture(words);
    const std::string first = textOf("a.png");
    picture(words);
    EXPECT_EQ(textOf("a.png"), first);
    const Words turned{"render",
                       "--light=window",
                       "-o" + at("b.png"),
                       "--size=320x180",
                       "--days=5d",
                       "--quality=draft",
                       "--body=plane",
                       "--quiet",
                       "--tone=monk-6",
                       "--width=5.0",
                       "--design=" + at("square.png")};
    expectSilent(inkheal(turned));
    EXPECT_EQ(textOf("b.png"), first);
}

TEST_F(Render, ADayAloneOrInAListIsTheSameBytes) {
    expectSilent(
        inkheal(Words{"render", "--quiet", "--days", "5,12h,0..4/2", "-o", at("{day}.png")} + quick() + small()));
    EXPECT_THAT(names(), IsSupersetOf(Words{"0.5.png", "0.png", "2.png", "4.png", "5.png"}));
    picture({"--day", "2"});
    EXPECT_EQ(textOf("a.png"), textOf("2.png"));
    picture({"--day", "5"});
    EXPECT_EQ(textOf("a.png"), textOf("5.png"));
    EXPECT_NE(textOf("2.png"), textOf("5.png"));
}

TEST_F(Render, WorksOnEveryKindOfBody) {
    for (const char* body : {"hand", "cylinder:25", "cone:20,30,100", "sphere:40"}) {
        Words project = quick();
        project.back() = body;
        expectSilent(inkheal(Words{"render", "--quiet", "-o", at("b.png"), "--size", "64x36"} + project));
        EXPECT_EQ(pictureAt("b.png").width, 64) << body;
    }
}

}  // namespace
}  // namespace inkheal::test
