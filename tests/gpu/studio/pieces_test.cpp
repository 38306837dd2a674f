// Several pieces and their warnings, and that a day says and writes the same whatever was asked before it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "base/error.h"
#include "base/file.h"
#include "base/png.h"
#include "studio/studio.h"
#include "support/gpu_test.h"

namespace inkheal::studio {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class Pieces : public test::GpuTest {
 protected:
    /// A square of one colour, sRGB, with clear skin round it.
    PieceWish square(const std::string& name, glm::u8vec3 colour, glm::vec2 atMm = {0, 0}) {
        constexpr int side = 60, margin = 6;
        Picture8 picture{side, side, std::vector<std::uint8_t>(std::size_t(4 * side * side))};
        for (int y = margin; y < side - margin; ++y)
            for (int x = margin; x < side - margin; ++x) {
                std::uint8_t* texel = &picture.rgba[std::size_t(4 * (y * side + x))];
                texel[0] = colour.r, texel[1] = colour.g, texel[2] = colour.b, texel[3] = 255;
            }
        writePng(folder_ / name, picture);
        PieceWish wish;
        wish.design = (folder_ / name).string();
        wish.widthMm = 4;
        wish.atMm = atMm;
        return wish;
    }
    PieceWish black(glm::vec2 atMm = {0, 0}) { return square("black.png", {0, 0, 0}, atMm); }

    static Project onPlane(std::vector<PieceWish> pieces) {
        Project project;
        project.body = "plane";
        project.quality = Quality::draft;
        project.pieces = std::move(pieces);
        return project;
    }

    test::TempFolder folder_;
};

TEST_F(Pieces, ADayIsMeasuredTheSameForwardsAndBackwards) {
    Studio forwards(device(), onPlane({black()})), backwards(device(), onPlane({black()}));
    Json first, second;
    for (const double day : {0.5, 4.0, 9.0, 200.0}) first[std::to_string(day)] = forwards.measuredDay(day);
    for (const double day : {200.0, 9.0, 4.0, 0.5}) second[std::to_string(day)] = backwards.measuredDay(day);
    for (const auto& [day, said] : first.items()) EXPECT_EQ(said.dump(), second[day].dump()) << day;
}

TEST_F(Pieces, TheirSkinIsNotTheSameButTheirInkIs) {
    Studio studio(device(), onPlane({black({-8, 0}), black({8, 0})}));
    const Json said = studio.measuredDay(8), other = said.at("pieces").at(0);
    EXPECT_NE(said.at("flakeCover"), other.at("flakeCover")) << "each flakes in its own pieces";
    EXPECT_NEAR(said.at("inkDermal").get<double>(), other.at("inkDermal").get<double>(), 0.02);
    const Json head = studio.measured();
    ASSERT_EQ(head.at("pieces").size(), 1u);
    EXPECT_EQ(head.at("pieces")[0].at("deposited"), head.at("deposited"));
}

TEST_F(Pieces, EachIsInItsPlaceAndBareIsNone) {
    portrait::View view;
    view.width = 160, view.height = 90, view.sizeMm = 24;
    Studio both(device(), onPlane({black({-6, 0}), black({6, 0})})), left(device(), onPlane({black({-6, 0})}));
    // Without a design the site alone is shown, from the same place.
    PieceWish site = black({-6, 0});
    site.design.clear();
    Studio none(device(), onPlane({site}));
    const Picture8 two = both.picture(0, view), one = left.picture(0, view), bare = none.picture(0, view);
    EXPECT_EQ(both.picture(0, view, true).rgba, bare.rgba);
    double darker[2] = {};  // over the left and the right half
    for (int y = 0; y < view.height; ++y)
        for (int x = 0; x < view.width; ++x) {
            const std::size_t green = std::size_t(4 * (y * view.width + x) + 1);
            darker[2 * x / view.width] += double(one.rgba[green]) - double(two.rgba[green]);
            ASSERT_LE(two.rgba[green], bare.rgba[green] + 40) << x << ", " << y;
        }
    EXPECT_GT(darker[1], 20 * std::abs(darker[0]) + 1000) << "the second piece lies to the right of the first";
}

TEST_F(Pieces, FieldsOfEachAreWrittenBesideOneAnother) {
    Studio studio(device(), onPlane({black({-8, 0}), black({8, 0})}));
    studio.measuredDay(0.5, folder_.path());
    std::set<std::string> charts;
    for (const auto& entry : std::filesystem::directory_iterator(folder_.path()))
        if (entry.path().extension() == ".exr") charts.insert(entry.path().filename());
    EXPECT_THAT(charts, ElementsAre("day-0.5-2.exr", "day-0.5.exr"));
}

TEST_F(Pieces, WhatAPersonShouldKnowIsSaid) {
    EXPECT_THAT(Studio(device(), onPlane({black()})).warnings(), IsEmpty());
    PieceWish red = square("red.png", {220, 20, 20});
    EXPECT_THAT(Studio(device(), onPlane({red})).warnings(), IsEmpty()) << "the usual style has red";
    red.style = "geometric";
    EXPECT_THAT(Studio(device(), onPlane({red})).warnings(),
                ElementsAre(HasSubstr("\"red\" has colours that the pigments of the style geometric do not reach")));
    PieceWish coarse = black();
    coarse.widthMm = 20;
    EXPECT_THAT(Studio(device(), onPlane({black(), coarse})).warnings(), ElementsAre(HasSubstr("48 texels wide")));
}

TEST_F(Pieces, NothingToMeasureIsASentence) {
    Studio studio(device(), onPlane({PieceWish{}}));
    try {
        studio.measured();
        FAIL() << "something was measured";
    } catch (const Error& error) {
        EXPECT_EQ(error.exit, Exit::usage);
        EXPECT_THAT(error.what(), HasSubstr("--design"));
    }
}

TEST_F(Pieces, BandsAndWrongWordsAreRefusedBeforeInk) {
    PieceWish wish = black();
    wish.wrap = Wrap::band;
    EXPECT_THROW(Studio(device(), onPlane({wish})), Error);
    wish = black();
    wish.site = "ankle-inner";
    Project project = onPlane({wish});
    project.body = "hand";
    EXPECT_THROW(Studio(device(), project), Error);
}

}  // namespace
}  // namespace inkheal::studio
