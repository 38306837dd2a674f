// One open project from file to picture: the same day is the same picture, bare is bare, pieces share a body.

#include "studio/studio.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "base/error.h"
#include "base/file.h"
#include "support/gpu_test.h"

namespace inkheal::studio {
namespace {

class Opened : public test::GpuTest {
 protected:
    static Project projectOf(std::vector<PieceWish> pieces) {
        Project project;
        project.quality = Quality::draft;
        project.pieces = std::move(pieces);
        return project;
    }

    static PieceWish square(float widthMm, const char* site = "wrist-inner") {
        static const test::TempFolder folder;
        const auto file = folder / "square.svg";
        writeFile(file, std::string_view(R"(<svg xmlns="http://www.w3.org/2000/svg" width="30" height="30">
            <rect x="5" y="5" width="20" height="20"/></svg>)"));
        PieceWish wish;
        wish.design = file.string();
        wish.widthMm = widthMm;
        wish.site = site;
        wish.style = "fine-line";
        return wish;
    }

    static portrait::View small() {
        portrait::View view;
        view.width = 160;
        view.height = 90;
        view.samples = 1;
        return view;
    }
};

double meanOf(const Picture8& picture) {
    double sum = 0;
    for (std::size_t i = 0; i < picture.rgba.size(); ++i)
        if (i % 4 != 3) sum += picture.rgba[i];
    return sum / double(picture.rgba.size() / 4 * 3);
}

TEST_F(Opened, TheSameDayIsTheSamePictureHoweverItWasReached) {
    Studio studio(device(), projectOf({square(12)}));
    const Picture8 third = studio.picture(3, small()), ninth = studio.picture(9.3, small());
    EXPECT_NE(third.rgba, ninth.rgba);
    EXPECT_EQ(studio.picture(3, small()).rgba, third.rgba);
    Studio again(device(), projectOf({square(12)}));
    EXPECT_EQ(again.picture(9.3, small()).rgba, ninth.rgba);
}

TEST_F(Opened, BareIsTheSiteWithoutThePiece) {
    Studio inked(device(), projectOf({square(12)}));
    PieceWish site = square(12);
    site.design.clear();
    Studio bare(device(), projectOf({site}));
    const Picture8 skin = inked.picture(0, small(), true);
    EXPECT_EQ(bare.picture(0, small()).rgba, skin.rgba);
    EXPECT_LT(meanOf(inked.picture(0, small())), meanOf(skin) - 5);
}

TEST_F(Opened, SharesOfInkSumToOneAndTheHeadFits) {
    Studio studio(device(), projectOf({square(12)}));
    const Json head = studio.measured();
    EXPECT_NEAR(head.at("texelMm").get<double>(), 0.1, 1e-6);
    EXPECT_NEAR(head.at("deposited").at("black").get<double>(), 1, 1e-6);
    for (const double day : {0.0, 2.5, 14.0, 3652.5}) {
        const Json said = studio.measuredDay(day);
        const double sum = said.at("inkEpidermal").get<double>() + said.at("inkDermal").get<double>() +
                           said.at("inkLost").get<double>();
        EXPECT_NEAR(sum, 1, 1e-3);
        EXPECT_NEAR(said.at("pigments").at("black").get<double>(), 1 - said.at("inkLost").get<double>(), 1e-3);
    }
}

TEST_F(Opened, PiecesOfTheirOwnAgeShareABody) {
    PieceWish old = square(10);
    old.atMm = {0, 40};
    old.ageDays = 400;
    Studio studio(device(), projectOf({square(12), old}));
    const Json said = studio.measuredDay(2);
    ASSERT_EQ(said.at("pieces").size(), 1u);
    EXPECT_GT(said.at("swellingUm").get<double>(), 30);
    EXPECT_LT(said.at("pieces")[0].at("swellingUm").get<double>(), 1e-3);
    EXPECT_EQ(said.at("pieces")[0].at("day").get<double>(), 402);
    portrait::View fit = small();
    fit.kind = portrait::View::Kind::fit;
    Studio alone(device(), projectOf({square(12)}));
    EXPECT_NE(studio.picture(2, fit).rgba, alone.picture(2, fit).rgba);
}

TEST_F(Opened, WrongWordsAreSentences) {
    Project project = projectOf({square(12)});
    project.tone = "green";
    EXPECT_THROW(Studio(device(), project), Error);
    Studio studio(device(), projectOf({square(12)}));
    portrait::View view = small();
    view.light = "candle";
    EXPECT_THROW(studio.picture(0, view), Error);
}

}  // namespace
}  // namespace inkheal::studio
