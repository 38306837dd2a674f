// What a stencil meets on a body that curves, ends, or is large: its warnings, its moved centre, its thinned points.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "base/file.h"
#include "base/png.h"
#include "body/stock.h"
#include "studio/placement.h"
#include "support/temp_folder.h"

namespace inkheal::studio {
namespace {

using ::testing::HasSubstr;

class Stencil : public ::testing::Test {
 protected:
    /// A solid square of so many texels; kept paper, so that all of it is ink.
    PieceWish square(float widthMm, int texels = 200) {
        const auto file = folder_ / (std::to_string(texels) + ".png");
        writePng(file, {texels, texels, std::vector<std::uint8_t>(std::size_t(texels * texels * 4), 255)});
        PieceWish wish;
        wish.design = file.string();
        wish.widthMm = widthMm;
        wish.paper = design::Paper::keep;
        return wish;
    }

    static Json placedOn(const PieceWish& wish, const char* body) {
        const body::Mesh mesh = body::loadBody(body);
        return placeJson(placePiece(wish, mesh, 10), wish, mesh);
    }

    test::TempFolder folder_;
};

TEST_F(Stencil, PointsAreThinnedToAboutFortyThousand) {
    const body::Mesh plane = body::loadBody("plane");
    const Placement few = placePiece(square(10, 100), plane, 10), many = placePiece(square(30, 1200), plane, 40);
    EXPECT_EQ(few.inkedMm.size(), 10000u);
    EXPECT_EQ(many.artwork.picture.width, 1200);
    EXPECT_LE(many.inkedMm.size(), 60000u);
    EXPECT_GE(many.inkedMm.size(), 20000u);
    EXPECT_NEAR(many.reachMm, 15 * std::sqrt(2.0), 0.2) << "corners are kept";
}

TEST_F(Stencil, ItsCentreIsMovedAlongTheSkin) {
    const body::Mesh plane = body::loadBody("plane");
    PieceWish wish = square(10);
    const glm::vec3 before = placePiece(wish, plane, 10).frame.originMm;
    wish.atMm = {3, -7};
    const Placement moved = placePiece(wish, plane, 10);
    EXPECT_NEAR(glm::distance(moved.frame.originMm - before, 3.0f * moved.frame.x - 7.0f * moved.frame.y), 0, 1e-3);
    wish.atMm = {500, 0};
    EXPECT_THROW(placePiece(wish, plane, 10), Error);
}

TEST_F(Stencil, SkinThatCurvesTwoWaysIsWarnedOf) {
    EXPECT_THAT(placedOn(square(30), "sphere:20")["warnings"].dump(), HasSubstr("curves two ways"));
    EXPECT_EQ(placedOn(square(8), "sphere:20")["warnings"], Json::array());
    EXPECT_LT(placedOn(square(30), "sphere:20")["stretchMin"].get<double>(), 0.9);
}

TEST_F(Stencil, BeyondTheEdgeOfTheSkinIsWarnedOf) {
    PieceWish wish = square(30);
    wish.atMm = {55, 0};
    const Json said = placedOn(wish, "plane");
    EXPECT_NEAR(said["coveredFraction"].get<double>(), 20.0 / 30, 0.03);
    EXPECT_THAT(said["warnings"].dump(), HasSubstr("beyond the skin"));
}

TEST_F(Stencil, WhatReadingSaidIsPassedOn) {
    EXPECT_THAT(placedOn(square(30, 40), "plane")["warnings"].dump(), HasSubstr("only 40 texels wide"));
}

TEST_F(Stencil, BodiesFollowTheFirstPiece) {
    Project project;
    EXPECT_EQ(bodyOf(project), "hand");
    project.pieces.resize(2);
    project.pieces[0].site = "ankle-front";
    EXPECT_EQ(bodyOf(project), "foot");
    project.body = "sphere:30";
    EXPECT_EQ(bodyOf(project), "sphere:30");
}

}  // namespace
}  // namespace inkheal::studio
