// Whole pictures: the same twice, of any size, with even edges, shadows, and the stock hand.

#include <gtest/gtest.h>

#include "body/shapes.h"
#include "body/site.h"
#include "body/stock.h"
#include "scene.h"

namespace inkheal::portrait {
namespace {

using Frames = test::GpuTest;

TEST_F(Frames, OfTheSameProjectAreTheSameBytes) {
    const body::Mesh limb = body::makeCone(22, 20, 80, 2);
    const body::Chart chart = chartOn(limb, 20);
    const auto take = [&] {
        Portrait portrait(device(), limb);
        portrait.setTone(skin::toneNamed("monk-3"), {});
        const skin::Fields fields = skinOn(device(), commands(), paper(22), {}, [](glm::vec2 mm) { return mm.x > 0; });
        const Look look = tinted(portrait, commands(), fields);
        const std::vector<Piece> pieces{{&chart, &look}};
        const Picture8 first = portrait.frame(commands(), pieces, chart.frame(), viewOf(97, 61));
        portrait.frame(commands(), {}, chart.frame(), viewOf(40, 40));  // something else in between
        EXPECT_EQ(portrait.frame(commands(), pieces, chart.frame(), viewOf(97, 61)).rgba, first.rgba);
        return first;
    };
    const Picture8 once = take();
    EXPECT_EQ(take().rgba, once.rgba);
}

TEST_F(Frames, AnythingBeforeTheSkinCastsItsShadow) {
    body::Mesh mesh = body::makePlane(120, 1.5f);
    const body::Mesh object = body::makePlane(24, 0.8f);  // hides all of the key light from the middle of its shadow
    const float heightMm = 15;
    const auto first = std::uint32_t(mesh.positionsMm.size());
    for (std::size_t v = 0; v < object.positionsMm.size(); ++v) {
        mesh.positionsMm.push_back(object.positionsMm[v] + glm::vec3(0, 0, heightMm));
        mesh.normals.push_back(object.normals[v]);
        mesh.tangents.push_back(object.tangents[v]);
        mesh.uv.push_back(object.uv[v]);
        mesh.anatomy.push_back({});
        mesh.openness.push_back(1);
    }
    for (const auto& t : object.triangles) mesh.triangles.push_back({t[0] + first, t[1] + first, t[2] + first});
    Portrait portrait(device(), mesh);
    portrait.setTone(skin::toneNamed("monk-3"), smoothSite());
    body::Frame focus;  // of the plane behind the object
    const int size = 160;
    const Picture8 picture = portrait.frame(commands(), {}, focus, viewOf(size, size));
    const Camera camera = cameraBefore(mesh, focus, size, size);
    const Rig rig = rigNamed("studio", camera, {0, 0, 7}, 90);
    const glm::vec3 toKey = glm::normalize(glm::vec3(rig.cards[0].centre) - glm::vec3(0, 0, heightMm));
    const glm::vec2 shadow = -glm::vec2(toKey) * (heightMm / toKey.z);
    const auto lightMm = [&](glm::vec2 mm) {
        const glm::vec4 clip = camera.clipFromWorld() * glm::vec4(mm, 0, 1);
        const glm::vec2 at = (glm::vec2(clip) / clip.w * glm::vec2(0.5f, -0.5f) + 0.5f) * float(size);
        return lightAt(picture, int(at.x), int(at.y), 1).g;
    };
    ASSERT_LT(std::max(std::abs(shadow.x), std::abs(shadow.y)), 28);
    EXPECT_LT(lightMm(shadow), 0.6f * lightMm(-shadow));
    EXPECT_GT(lightMm({-shadow.x, shadow.y}), 0.85f * lightMm(-shadow));  // and no other place does
}

TEST_F(Frames, OfEverySizeShowTheSameScene) {
    const body::Mesh limb = body::makeCone(22, 20, 80, 2);
    const body::Chart chart = chartOn(limb, 20);
    Portrait portrait(device(), limb);
    portrait.setTone(skin::toneNamed("monk-3"), {});
    const skin::Fields fields = skinOn(device(), commands(), paper(22), {}, [](glm::vec2 mm) { return mm.x < -9; });
    const Look look = tinted(portrait, commands(), fields);
    const Picture8 large = portrait.frame(commands(), {{&chart, &look}}, chart.frame(), viewOf(192, 192, 8));
    const glm::vec3 middle = lightAt(large, 96, 96, 1);
    for (const auto& [width, height] : {std::pair{1, 1}, {7, 9}, {65, 8}, {129, 63}})
        for (const int samples : {1, 8}) {
            const Picture8 picture =
                portrait.frame(commands(), {{&chart, &look}}, chart.frame(), viewOf(width, height, samples));
            ASSERT_EQ(picture.width, width);
            ASSERT_EQ(picture.height, height);
            ASSERT_EQ(picture.rgba.size(), std::size_t(4 * width * height));
            for (std::size_t i = 3; i < picture.rgba.size(); i += 4) ASSERT_EQ(picture.rgba[i], 255);
            // One pixel for all, of the limb, its ink and the wall, is darker than the skin in the middle.
            const glm::vec3 here = lightAt(picture, width / 2, height / 2);
            EXPECT_NEAR(here.g, middle.g, width > 1 || samples == 1 ? 0.07 : 0.3) << width << " " << samples;
            const glm::vec3 beside = lightAt(picture, 0, height / 2);  // the grey wall
            EXPECT_NEAR(beside.r, beside.b, width > 1 ? 0.03 : 0.3) << width << " " << samples;
        }
}

TEST_F(Frames, MoreSamplesSmoothTheEdges) {
    const body::Mesh limb = body::makeCone(22, 14, 80, 2);  // its outline slants
    Shoot shoot(device(), limb);
    const Camera camera = cameraBefore(limb, body::findSite(limb, "hand-back", {0, 0}), 120, 160);
    Rig rig = evenLight(0.7f);
    rig.wallMiddle = rig.wallCorner = 0;
    const auto shares = [&](int samples) {  // of the light beside it that each row's first pixel of the limb has
        const Picture8 picture = shoot.take(commands(), {}, camera, rig, 120, 160, samples);
        std::vector<float> all;
        for (int y = 10; y < 150; ++y) {
            int x = 0;
            while (x < 118 && lightAt(picture, x, y).g < 0.005f) ++x;
            all.push_back(lightAt(picture, x, y).g / lightAt(picture, x + 1, y).g);
        }
        return all;
    };
    const auto between = [](const std::vector<float>& all) {
        return std::count_if(all.begin(), all.end(), [](float share) { return share > 0.08f && share < 0.85f; });
    };
    const std::vector<float> one = shares(1), eight = shares(8);
    ASSERT_EQ(one.size(), 140U);
    EXPECT_GT(between(one), 60);  // of which each sees four places for its outline
    EXPECT_GT(between(eight), 80);
    double mean = 0;  // over a slanting edge every coverage is as frequent
    for (const float share : eight) mean += share / 140;
    EXPECT_NEAR(mean, 0.55, 0.08);
}

TEST_F(Frames, OfTheHandStandBeforeTheWall) {
    const body::Mesh hand = body::loadBody("hand");
    Portrait portrait(device(), hand);
    portrait.setTone(skin::toneNamed("monk-3"), skin::siteConstants("hand-back"));
    const body::Frame focus = body::findSite(hand, "hand-back", {0, 0});
    View view;
    view.width = 160, view.height = 90;
    view.samples = 1;
    const auto reddish = [](glm::vec3 light) { return light.r > 1.15f * light.b; };  // skin; the wall is grey
    for (const View::Kind kind : {View::Kind::site, View::Kind::fit}) {
        view.kind = kind;
        const Picture8 picture = portrait.frame(commands(), {}, focus, view);
        EXPECT_TRUE(reddish(lightAt(picture, 80, 45, 1)));
        int onBorder = 0, skin = 0;
        for (int y = 0; y < 90; ++y)
            for (int x = 0; x < 160; ++x) {
                const bool is = reddish(lightAt(picture, x, y));
                skin += is;
                onBorder += is && (x == 0 || y == 0 || x == 159 || y == 89);
            }
        EXPECT_GT(skin, 160 * 90 / 10);
        EXPECT_EQ(onBorder == 0, kind == View::Kind::fit);
    }
}

TEST_F(Frames, ACreaseIsADarkLineAcrossTheWrist) {
    const body::Mesh hand = body::loadBody("hand");
    body::Frame focus;  // before the crease at the heel of the hand
    float least = 1e9f;
    for (const glm::vec3& p : hand.positionsMm) {
        const float off = glm::distance(glm::vec2(p), {5, 204});
        if (p.z < 0 && off < least) least = off, focus.originMm = p;
    }
    focus.x = {-1, 0, 0}, focus.z = {0, 0, -1};
    Shoot shoot(device(), hand);
    Bare even;
    even.reliefMm = 0;
    shoot.setBare(even);
    const int size = 200;
    const Picture8 picture =
        shoot.take(commands(), {}, cameraBefore(hand, focus, size, size), evenLight(0.6f), size, size, 4);
    const float mm = float(size) / 60;
    const auto darkest = [&](float fromMm, float toMm) {  // up the limb, over the middle
        glm::vec3 light(1);
        for (int y = int((30 - toMm) * mm); y < int((30 - fromMm) * mm); ++y)
            light = glm::min(light, lightAt(picture, size / 2, y));
        return light;
    };
    const glm::vec3 crease = darkest(-1.5f, 2.5f), beside = darkest(3, 6);
    EXPECT_LT(crease.g, 0.96f * beside.g);
    EXPECT_GT(crease.g, 0.4f * beside.g) << "no black crush";
}

}  // namespace
}  // namespace inkheal::portrait
