// Pieces in the picture: ink where it belongs, later ones over earlier ones, and no trace of the paper they came on.

#include <gtest/gtest.h>

#include "body/shapes.h"
#include "body/site.h"
#include "scene.h"

namespace inkheal::portrait {
namespace {

using LaidPieces = test::GpuTest;

TEST_F(LaidPieces, BlackSquareIsDarkWhereItBelongs) {
    const body::Mesh mesh = body::makePlane(80, 2);
    const body::Chart chart = chartOn(mesh, 25);
    Portrait portrait(device(), mesh);
    portrait.setTone(skin::toneNamed("monk-3"), smoothSite());
    // Up and to the left on the paper: up, toward the body, is up in the picture.
    const skin::Fields fields = skinOn(device(), commands(), paper(32), smoothSite(),
                                       [](glm::vec2 mm) { return mm.x > -9 && mm.x < -3 && mm.y > 2 && mm.y < 8; });
    const Look look = tinted(portrait, commands(), fields);
    const int width = 200, height = 120;
    const Picture8 picture = portrait.frame(commands(), {{&chart, &look}}, chart.frame(), viewOf(width, height));
    const float perMm = float(height) / 60;  // a design of 30 mm fills half the smaller side
    const auto lightMm = [&](float x, float y) {
        return lightAt(picture, int(width / 2 + x * perMm), int(height / 2 - y * perMm)).g;
    };
    const float skin = lightMm(6, 5);
    for (const float x : {-8.0f, -6.0f, -4.0f})
        for (const float y : {3.0f, 5.0f, 7.0f}) EXPECT_LT(lightMm(x, y), 0.5f * skin) << x << " " << y;
    for (const glm::vec2 away : {glm::vec2(-11, 5), {-1, 5}, {-6, 0}, {-6, 10}, {6, 5}, {-6, -5}, {6, -5}})
        EXPECT_GT(lightMm(away.x, away.y), 0.75f * skin) << away.x << " " << away.y;
}

TEST_F(LaidPieces, InkIsWhereItBelongsToATenthOfAPixel) {
    const body::Mesh mesh = body::makePlane(80, 2);
    const body::Chart chart = chartOn(mesh, 25);
    const glm::vec2 middleMm(-4.3f, 5.1f);
    const Look look = lookOf(device(), commands(), paper(32), [&](glm::vec2 mm) {
        const glm::vec2 off = glm::abs(mm - middleMm);
        return Texel{glm::vec3(0.1f), glm::vec3(std::max(off.x, off.y) < 2 ? 0.0f : 1), glm::vec4(0)};
    });
    Shoot shoot(device(), mesh);
    const int size = 150;
    const Camera camera = cameraBefore(mesh, chart.frame(), size, size);
    for (const int samples : {1, 8}) {
        const Picture8 picture =
            shoot.take(commands(), {{&chart, &look}}, camera, evenLight(0.5f), size, size, samples);
        const float skin = lightAt(picture, size / 2 + 20, size / 2, 2).g;
        glm::dvec2 sum(0);
        double all = 0;
        for (int y = 25; y < 95; ++y)
            for (int x = 30; x < 100; ++x) {
                const double dark = std::max(skin - lightAt(picture, x, y).g - 0.02f, 0.0f);
                sum += dark * glm::dvec2(x + 0.5, y + 0.5), all += dark;
            }
        const glm::dvec2 wanted = 0.5 * size + glm::dvec2(middleMm.x, -middleMm.y) * (size / 60.0);
        EXPECT_LT(glm::distance(sum / all, wanted), 0.1) << samples;
    }
}

TEST_F(LaidPieces, LaterPiecesLieOverEarlierOnes) {
    const body::Mesh mesh = body::makePlane(80, 2);
    const body::Chart left = chartOn(mesh, 20, {-6, 0}), right = chartOn(mesh, 20, {6, 0});
    const auto plain = [&](glm::vec3 colour, float sizeMm) {
        return lookOf(device(), commands(), paper(sizeMm), [&](glm::vec2) {
            return Texel{colour, glm::vec3(0), glm::vec4(0)};
        });
    };
    const Look red = plain({0.5f, 0.05f, 0.05f}, 24), blue = plain({0.05f, 0.05f, 0.5f}, 20);
    Shoot shoot(device(), mesh);
    const body::Frame focus = body::findSite(mesh, "hand-back", {0, 0});
    const Camera camera = cameraBefore(mesh, focus, 160, 120);
    const auto take = [&](const std::vector<Piece>& pieces) {
        return shoot.take(commands(), pieces, camera, evenLight(0.6f), 160, 120, 2);
    };
    const auto redness = [](const Picture8& picture, float xMm) {
        const glm::vec3 light = lightAt(picture, int(80 + 2 * xMm), 60, 1);
        return (light.r - light.b) / (light.r + light.b);
    };
    const Picture8 blueOver = take({{&left, &red}, {&right, &blue}}), redOver = take({{&right, &blue}, {&left, &red}});
    for (const Picture8* picture : {&blueOver, &redOver}) {
        EXPECT_GT(redness(*picture, -13), 0.5);
        EXPECT_LT(redness(*picture, 12), -0.5);
    }
    EXPECT_LT(redness(blueOver, 1), -0.5);
    EXPECT_GT(redness(redOver, 1), 0.5);
    EXPECT_NEAR(redness(blueOver, -28), redness(take({}), -28), 0.02);
}

TEST_F(LaidPieces, PaperWithoutInkLeavesNoTrace) {
    // With smooth skin every pixel is the same, whatever the light and the curvature; the relief of the chart and that
    // of the limb are two patterns, so there the mean is.
    const std::pair<const char*, body::Mesh> bodies[] = {{"plane", body::makePlane(70, 2)},
                                                         {"cylinder", body::makeCone(24, 24, 80, 1)},
                                                         {"sphere", body::makeSphere(30, 1)}};
    for (const auto& [name, mesh] : bodies) {
        const body::Chart chart = chartOn(mesh, 22);
        Portrait portrait(device(), mesh);
        for (const skin::SiteConstants& site : {smoothSite(), skin::SiteConstants{}}) {
            portrait.setTone(skin::toneNamed("monk-4"), site);
            const skin::Fields fields = skinOn(device(), commands(), paper(26), site);
            const Look look = tinted(portrait, commands(), fields);
            for (const char* light : {"studio", "lamp"}) {
                View view = viewOf(160, 120);
                view.light = light;
                const Picture8 bare = portrait.frame(commands(), {}, chart.frame(), view);
                const Picture8 covered = portrait.frame(commands(), {{&chart, &look}}, chart.frame(), view);
                const Difference off = differenceOf(bare, covered);
                EXPECT_LE(off.largest, site.reliefMm == 0 ? 2 : 60) << name << " " << light;
                EXPECT_LE(off.mean, site.reliefMm == 0 ? 0.5 : 2) << name << " " << light;
            }
        }
    }
}

TEST_F(LaidPieces, PaperOverTheEndOfTheSkinShowsWhereSkinIs) {
    const body::Mesh mesh = body::makePlane(40, 1);
    const body::Chart chart = chartOn(mesh, 22, {14, 0});  // the skin ends 6 mm to the right of its middle
    const Look look = lookOf(device(), commands(), paper(26), [](glm::vec2) {
        return Texel{glm::vec3(0.6f), glm::vec3(1), glm::vec4(0)};
    });
    Shoot shoot(device(), mesh);
    const body::Frame focus = body::findSite(mesh, "hand-back", {0, 0});
    const Camera camera = cameraBefore(mesh, focus, 120, 120);
    const Picture8 picture = shoot.take(commands(), {{&chart, &look}}, camera, evenLight(0.5f), 120, 120, 2);
    const auto greenAt = [&](float xMm) { return lightAt(picture, int(60 + 2 * xMm), 60, 1).g / 0.5f; };
    EXPECT_NEAR(greenAt(10), 1, 0.02);              // white under the paper
    EXPECT_NEAR(greenAt(-15), greenAt(-17), 0.02);  // bare skin is half as bright beside it
    EXPECT_LT(greenAt(-15), 0.6);
    for (float x = 1; x < 19.5f; x += 0.5f) {
        EXPECT_GE(greenAt(x), greenAt(-15) - 0.02) << x;  // no dark rim where the paper has no skin under it
        EXPECT_LE(greenAt(x), 1.02) << x;
    }
}

TEST_F(LaidPieces, InflamedSkinIsAsRedOnBothSidesOfAPiecesRim) {
    const body::Mesh mesh = body::makePlane(80, 1);
    const body::Chart chart = chartOn(mesh, 25);
    Portrait portrait(device(), mesh);
    portrait.setTone(skin::toneNamed("monk-3"), smoothSite());
    skin::Fields fields = skinOn(device(), commands(), paper(20), smoothSite());
    const int size = 240;
    const auto picture = [&](float excess) {
        const auto fill = [&](gpu::Image& image, auto value) {
            const std::vector<decltype(value)> all(std::size_t(image.width()) * std::size_t(image.height()), value);
            image.uploadFrom(std::span<const decltype(value)>(all));
        };
        fill(fields.state.wound, glm::vec4(0, excess, 0, 0));
        fill(fields.state.surround, glm::vec2(excess, 0));
        const Look look = tinted(portrait, commands(), fields);
        return portrait.frame(commands(), {{&chart, &look, 30, &fields}}, chart.frame(), viewOf(size, size));
    };
    const Picture8 calm = picture(0), red = picture(0.6f);
    const auto kept = [&](float mm) {
        const int x = size / 2 + int(mm * float(size) / 60);
        return lightAt(red, x, size / 2, 2) / lightAt(calm, x, size / 2, 2);
    };
    const glm::vec3 middle = kept(0);
    EXPECT_LT(middle.g, 0.85f);
    EXPECT_GT(middle.r, middle.g + 0.08f);
    for (const float mm : {7.5f, 8.5f, 9.5f, 10.5f, 13.0f, 18.0f})
        for (int c = 0; c < 3; ++c) EXPECT_NEAR(kept(mm)[c], middle[c], 0.025) << mm << " mm, channel " << c;
    for (int c = 0; c < 3; ++c) EXPECT_NEAR(kept(27)[c], 1, 0.01) << "beyond the chart";
    EXPECT_EQ(differenceOf(picture(0), calm).largest, 0) << "calm again";
}

TEST_F(LaidPieces, ARidgeOfCrustShadesTheSideAwayFromTheLight) {
    const body::Mesh mesh = body::makePlane(80, 2);
    const body::Chart chart = chartOn(mesh, 12);
    const int size = 240;
    const auto beside = [&](float crust) {  // light 0.15 mm to the right of a ridge, over that to its left
        const Look look = lookOf(device(), commands(), paper(12, 0.05f), [&](glm::vec2 mm) {
            return Texel{glm::vec3(0.3f), glm::vec3(0), {std::abs(mm.x) < 1 ? 0.25f : 0.0f, 0, crust, 0}};
        });
        Shoot shoot(device(), mesh);
        const Camera camera = cameraBefore(mesh, chart.frame(), size, size, 0, 0, 3);
        const Rig rig = rigNamed("window", camera, shoot.mesh().middle(), shoot.mesh().reachMm());  // from the left
        const Picture8 picture = shoot.take(commands(), {{&chart, &look}}, camera, rig, size, size, 16);
        const int off = int(1.15f * float(size) / 6);
        return lightAt(picture, size / 2 + off, size / 2, 1).g / lightAt(picture, size / 2 - off, size / 2, 1).g;
    };
    EXPECT_LT(beside(0.6f), 0.85f * beside(0));
}

}  // namespace
}  // namespace inkheal::portrait
