// A piece laid on calibration bodies: where its ink lies, how true its millimetres are, what is said of it.

#include "studio/placement.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "base/file.h"
#include "body/stock.h"
#include "support/temp_folder.h"

namespace inkheal::studio {
namespace {

using ::testing::HasSubstr;

class Placing : public ::testing::Test {
 protected:
    /// A bar across the top of a clear sheet twice as tall as wide, whose lowest line is inked too.
    PieceWish bar(float widthMm) {
        writeFile(folder_ / "bar.svg",
                  std::string_view(R"(<svg xmlns="http://www.w3.org/2000/svg" width="10" height="20">
            <rect width="10" height="4"/><rect y="19.9" width="10" height="0.1"/></svg>)"));
        PieceWish wish;
        wish.design = (folder_ / "bar.svg").string();
        wish.widthMm = widthMm;
        return wish;
    }

    test::TempFolder folder_;
};

glm::vec2 middleOf(const std::vector<glm::vec2>& points) {
    glm::vec2 sum(0);
    for (const glm::vec2& p : points) sum += p;
    return sum / float(points.size());
}

TEST_F(Placing, TopOfTheArtworkLiesTowardTheBodyAndTurnsAnticlockwise) {
    const body::Mesh plane = body::loadBody("plane");
    PieceWish wish = bar(10);
    const Placement upright = placePiece(wish, plane, 10);
    EXPECT_NEAR(upright.artwork.heightMm, 20, 0.2);
    EXPECT_GT(middleOf(upright.inkedMm).y, 6);
    EXPECT_NEAR(middleOf(upright.inkedMm).x, 0, 0.1);
    EXPECT_NEAR(upright.reachMm, std::hypot(5.0f, 10.0f), 0.3f);
    wish.rotateDeg = 90;
    const Placement turned = placePiece(wish, plane, 10);
    EXPECT_LT(middleOf(turned.inkedMm).x, -6);
    EXPECT_NEAR(middleOf(turned.inkedMm).y, 0, 0.1);
}

TEST_F(Placing, MillimetresAreTrueOnWhatUnrolls) {
    for (const char* name : {"plane", "cylinder:8", "cone:9,11,60"}) {
        const body::Mesh mesh = body::loadBody(name);
        const PieceWish wish = bar(14);
        const Json said = placeJson(placePiece(wish, mesh, 10), wish, mesh);
        EXPECT_NEAR(said.at("stretchMax").get<double>(), 1, 0.01) << name;
        EXPECT_NEAR(said.at("stretchMin").get<double>(), 1, 0.01) << name;
        EXPECT_EQ(said.at("coveredFraction").get<double>(), 1) << name;
        EXPECT_TRUE(said.at("warnings").empty()) << said.dump();
    }
}

TEST_F(Placing, SaysWhatAPersonShouldKnow) {
    const body::Mesh hand = body::loadBody("hand");
    PieceWish wish = bar(16);
    wish.site = "index-finger-top";
    const Json said = placeJson(placePiece(wish, hand, 10), wish, hand);
    EXPECT_THAT(said.at("warnings").dump(), HasSubstr("larger than the usable"));
    for (const char* key : {"widthMm", "heightMm", "stretchMax", "stretchMin", "stretchMean", "areaRatioMean",
                            "shearMaxDeg", "coveredFraction", "seamGapMm", "warnings"})
        EXPECT_TRUE(said.contains(key)) << key;
}

TEST_F(Placing, RefusesABandAndAPieceThatMeetsItself) {
    const body::Mesh finger = body::loadBody("cylinder:8");
    PieceWish wish = bar(10);
    wish.wrap = Wrap::band;
    try {
        placePiece(wish, finger, 10);
        FAIL() << "a band was laid";
    } catch (const Error& error) {
        EXPECT_EQ(error.exit, Exit::usage);
    }
    try {
        placePiece(bar(60), finger, 10);
        FAIL() << "paper went round the finger";
    } catch (const Error& error) {
        EXPECT_EQ(error.exit, Exit::badInput);
        EXPECT_THAT(error.what(), HasSubstr("fits"));
    }
}

}  // namespace
}  // namespace inkheal::studio
