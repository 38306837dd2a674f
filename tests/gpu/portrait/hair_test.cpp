// Hair in the picture: where it is cut, where the body hides it, and as much of it however the picture is sampled.

#include <gtest/gtest.h>

#include <glm/gtc/constants.hpp>

#include "body/site.h"
#include "body/stock.h"
#include "scene.h"

namespace inkheal::portrait {
namespace {

class HairPictures : public test::GpuTest {
 protected:
    static const body::Mesh& hand() {
        static const body::Mesh mesh = body::loadBody("hand");
        return mesh;
    }
    HairPictures() {
        portrait_.setTone(skin::toneNamed("monk-3"), skin::siteConstants("wrist-outer"));
        focus_ = body::findSite(hand(), "wrist-outer", glm::vec2(0));
    }
    Picture8 picture(Hairiness hair, const std::vector<Piece>& pieces, int samples = 4) {
        View view;
        view.width = width, view.height = height, view.samples = samples, view.hair = hair, view.sizeMm = 24;
        return portrait_.frame(commands(), pieces, focus_, view);
    }
    /// Pixels that differ by more than a code, within `ofMm` of the middle and without.
    static std::pair<int, int> differing(const Picture8& a, const Picture8& b, float ofMm) {
        std::pair<int, int> count{0, 0};
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x) {
                int most = 0;
                for (int c = 0; c < 3; ++c) {
                    const std::size_t at = std::size_t(4 * (y * width + x) + c);
                    most = std::max(most, std::abs(int(a.rgba[at]) - int(b.rgba[at])));
                }
                if (most <= 1) continue;
                const float mm = 48.0f / float(height);  // a design of 24 mm fills half the smaller side
                const bool within = mm * std::hypot(float(x - width / 2), float(y - height / 2)) < ofMm;
                ++(within ? count.first : count.second);
            }
        return count;
    }
    static double meanGreen(const Picture8& picture) {
        double sum = 0;
        for (std::size_t i = 1; i < picture.rgba.size(); i += 4)
            sum += double(linearFromSrgb(float(picture.rgba[i]) / 255));
        return 4 * sum / double(picture.rgba.size());
    }

    static constexpr int width = 320, height = 240;
    Portrait portrait_{device(), hand()};
    body::Frame focus_;
};

TEST_F(HairPictures, HairIsShavedRoundAFreshPieceAndComesBack) {
    const body::Chart chart(hand(), focus_, 14, 7);
    const skin::Fields fields = skinOn(device(), commands(), paper(20), smoothSite(), [](glm::vec2) { return false; });
    const Look look = tinted(portrait_, commands(), fields);
    const auto changed = [&](double ageDays) {
        const std::vector<Piece> pieces{{&chart, &look, 10, nullptr, ageDays}};
        return differing(picture(Hairiness::none, pieces), picture(Hairiness::full, pieces), 9);
    };
    const auto [freshNear, freshFar] = changed(0);
    EXPECT_EQ(freshNear, 0);
    EXPECT_GT(freshFar, 200);
    const auto [weeksNear, weeksFar] = changed(28);
    const auto [yearNear, yearFar] = changed(400);
    EXPECT_GT(weeksNear, 10);
    EXPECT_GT(yearNear, weeksNear);
    EXPECT_NEAR(weeksFar, freshFar, 0.2 * freshFar);
    EXPECT_NEAR(yearFar, freshFar, 0.35 * freshFar);
}

TEST_F(HairPictures, ManySubFramesShowAsMuchHairAsOne) {
    const auto darkening = [&](int samples) {
        return meanGreen(picture(Hairiness::none, {}, samples)) - meanGreen(picture(Hairiness::full, {}, samples));
    };
    const double one = darkening(1), many = darkening(16);
    EXPECT_GT(many, 5e-4);
    EXPECT_NEAR(one / many, 1, 0.15);
}

TEST_F(HairPictures, StrandsShadeTheSkinBesideThem) {
    // Light from everywhere throws no shadow of a strand; lamps do.
    Shoot shoot(device(), hand());
    shoot.hair().setTone(skin::toneNamed("monk-8"));
    const Camera camera = cameraBefore(hand(), focus_, width, height, 0, 0, 24);
    const auto changed = [&](const Rig& rig) {
        shoot.wear(Hairiness::none);
        const Picture8 bare = shoot.take(commands(), {}, camera, rig, width, height, 16);
        shoot.wear(Hairiness::full);
        const auto [near, far] = differing(bare, shoot.take(commands(), {}, camera, rig, width, height, 16), 1000);
        return near + far;
    };
    const int even = changed(evenLight(0.6f));
    const int lamps = changed(rigNamed("lamp", camera, shoot.mesh().middle(), shoot.mesh().reachMm()));
    EXPECT_GT(even, 500);
    EXPECT_GT(lamps, 1.3 * even);
}

TEST_F(HairPictures, TheSameHairGivesTheSameBytes) {
    const Picture8 first = picture(Hairiness::full, {});
    EXPECT_NE(picture(Hairiness::fine, {}).rgba, first.rgba);
    EXPECT_EQ(picture(Hairiness::full, {}).rgba, first.rgba);
    EXPECT_NE(picture(Hairiness::none, {}).rgba, first.rgba);
    EXPECT_EQ(picture(Hairiness::full, {}).rgba, first.rgba);
}

TEST_F(HairPictures, WhatStandsBeforeItHidesIt) {
    // A sheet without hair of its own between the camera and the wrist, which is still lit and whose hair is laid.
    body::Mesh hidden = hand();
    const auto first = std::uint32_t(hidden.positionsMm.size());
    for (const glm::vec2 corner : {glm::vec2(-1, -1), {1, -1}, {1, 1}, {-1, 1}}) {
        hidden.positionsMm.push_back(focus_.originMm + 25.0f * focus_.z +
                                     60.0f * (corner.x * focus_.x + corner.y * focus_.y));
        hidden.normals.push_back(focus_.z);
        hidden.tangents.emplace_back(focus_.x, 1);
        hidden.uv.emplace_back(0);
        hidden.anatomy.push_back({0, 1, 0, 0});
        hidden.openness.push_back(1);
    }
    hidden.triangles.push_back({first, first + 1, first + 2});
    hidden.triangles.push_back({first, first + 2, first + 3});
    Portrait behind(device(), hidden);
    behind.setTone(skin::toneNamed("monk-3"), skin::siteConstants("wrist-outer"));
    View view;
    view.kind = View::Kind::turn;
    view.width = width, view.height = height, view.samples = 4, view.sizeMm = 24;
    const auto counted = [&](Portrait& portrait) {
        view.hair = Hairiness::none;
        const Picture8 bare = portrait.frame(commands(), {}, focus_, view);
        view.hair = Hairiness::full;
        const auto [near, far] = differing(bare, portrait.frame(commands(), {}, focus_, view), 1000);
        return near + far;
    };
    EXPECT_GT(counted(portrait_), 500);
    EXPECT_EQ(counted(behind), 0);
}

}  // namespace
}  // namespace inkheal::portrait
