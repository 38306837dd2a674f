// The reference picture: white skin in even light shows all of it whatever lies on it, bare skin is as bright as the
// walk alone says, ink is where it was laid, and the same seed gives the same bytes.

#include <gtest/gtest.h>

#include "body/shapes.h"
#include "portrait/trace.h"
#include "portrait/walk.h"
#include "portrait/walk_maths.h"
#include "scene.h"

namespace inkheal::portrait {
namespace {

class References : public test::GpuTest {
 protected:
    /// Mean light of the pixels within `round` of the picture's middle.
    static glm::vec3 middleOf(const Picture& picture, int round) {
        glm::dvec3 sum(0);
        for (int y = -round; y <= round; ++y)
            for (int x = -round; x <= round; ++x)
                sum += glm::dvec3(picture.at(picture.width / 2 + x, picture.height / 2 + y));
        return glm::vec3(sum / double((2 * round + 1) * (2 * round + 1)));
    }

    static TraceSkin plain(bool white) {
        TraceSkin skin{skin::toneNamed("monk-3"), smoothSite()};
        skin.white = white;
        if (white) skin.floorMm = 0.5f;  // no walk is endless
        return skin;
    }

    /// Skin under film, crust, scales and young corneum, each over one quarter.
    skin::Fields troubled(const skin::Grid& grid) {
        skin::Fields fields = skinOn(device(), commands(), grid, smoothSite(), [](glm::vec2 mm) { return mm.y > 3; });
        const auto fill = [&](gpu::Image& image, const std::function<glm::vec4(bool, bool)>& value) {
            std::vector<glm::vec4> texels;
            for (int y = 0; y < grid.height; ++y)
                for (int x = 0; x < grid.width; ++x) texels.push_back(value(x < grid.width / 2, y < grid.height / 2));
            image.uploadFrom(std::span<const glm::vec4>(texels));
        };
        fill(fields.state.film, [](bool a, bool b) { return glm::vec4(a ? 0.5f : 0, 0, b ? 0.8f : 0, 0); });
        fill(fields.state.epidermis,
             [](bool a, bool b) { return glm::vec4(a ? 0.4f : 1, 0, a ? 0 : 0.5f, b ? 0 : 1); });
        return fields;
    }
};

TEST_F(References, WhiteSkinInEvenLightShowsAllOfIt) {
    const std::pair<const char*, body::Mesh> bodies[] = {{"plane", body::makePlane(60, 2)},
                                                         {"sphere", body::makeSphere(25, 2)}};
    for (const auto& [name, mesh] : bodies) {
        const body::Chart chart = chartOn(mesh, 20);
        Shoot shoot(device(), mesh);
        Portrait portrait(device(), mesh);
        portrait.setTone(skin::toneNamed("monk-3"), smoothSite());
        const skin::Fields fields = troubled(paper(16));
        const Look look = tinted(portrait, commands(), fields);
        Tracer tracer(device(), shoot);
        for (const bool bare : {true, false}) {
            std::vector<Piece> pieces;
            if (!bare) pieces.push_back({&chart, &look, 16, &fields});
            const Camera camera = cameraBefore(mesh, chart.frame(), 48, 48, 0, 8);
            const Picture picture = tracer.light(commands(), pieces, plain(true), camera, evenLight(0.5f), 48, 48, 144);
            const glm::vec3 mean = middleOf(picture, 10);
            // Light that nothing absorbs walks far, so that chance alone picks its band: colours are noisier than the
            // sum.
            EXPECT_NEAR((mean.r + mean.g + mean.b) / 3, 0.5, 0.0025) << name << bare;
            for (int c = 0; c < 3; ++c) EXPECT_NEAR(mean[c], 0.5, 0.005) << name << bare << c;
        }
    }
}

TEST_F(References, BareSkinIsAsBrightAsItsWalksSay) {
    const body::Mesh mesh = body::makePlane(60, 2);
    Shoot shoot(device(), mesh);
    Tracer tracer(device(), shoot);
    const TraceSkin skin = plain(false);
    const Picture picture =
        tracer.light(commands(), {}, skin, cameraBefore(mesh, {}, 32, 32, 0, 50), evenLight(1), 32, 32, 144);
    Walk walk(device());
    glm::vec3 expected(0);
    for (const TraceBand& band : traceBands(skin.tone, skin.site)) {
        Slab slab;
        slab.epidermisMm = band.epidermisMm;
        slab.epidermisAbsorb = band.melaninDepth / band.epidermisMm, slab.epidermisScatter = band.epidermisScatter;
        slab.dermisAbsorb = band.dermisAbsorb + band.bloodAbsorb, slab.dermisScatter = band.dermisScatter;
        expected += glm::vec3(band.light) * walk.reflectance(commands(), slab, 0, 1, 1, 60'000).front();
    }
    // From 50 degrees light goes in as steeply as it does on average over all sides; 3.4 % of it is mirrored.
    const auto entering = float(1 / law::walk::enteringMean);
    expected = glm::vec3(0.034f) + 0.966f * entering * expected;
    const glm::vec3 mean = middleOf(picture, 7);
    for (int c = 0; c < 3; ++c) EXPECT_NEAR(mean[c], expected[c], 0.02 * double(expected[c])) << c;
}

TEST_F(References, InkIsDarkWhereItWasLaidAndTheSameSeedGivesTheSameBytes) {
    const body::Mesh mesh = body::makePlane(60, 2);
    const body::Chart chart = chartOn(mesh, 20);
    Portrait portrait(device(), mesh);
    portrait.setTone(skin::toneNamed("monk-3"), smoothSite());
    const skin::Fields fields =
        skinOn(device(), commands(), paper(22), smoothSite(), [](glm::vec2 mm) { return mm.x > 1; });
    const Look look = tinted(portrait, commands(), fields);
    const auto take = [&] {
        Shoot shoot(device(), mesh);
        Tracer tracer(device(), shoot);
        return tracer.light(commands(), {{&chart, &look, 22, &fields}}, plain(false),
                            cameraBefore(mesh, chart.frame(), 40, 40, 0, 0, 22), evenLight(1), 40, 40, 64);
    };
    const Picture first = take();
    EXPECT_EQ(first.texels, take().texels);
    const auto column = [&](int x) {
        glm::vec3 sum(0);
        for (int y = 14; y < 26; ++y) sum += glm::vec3(first.at(x, y)) / 12.0f;
        return sum.g;
    };
    EXPECT_LT(column(26), 0.6f * column(14));
}

TEST_F(References, FramesOfBareSkinAreAsBright) {
    // Straight on, where less light leaves than on average over all angles.
    const body::Mesh mesh = body::makePlane(80, 2);
    const body::Chart chart = chartOn(mesh, 20);
    Portrait portrait(device(), mesh);
    portrait.setTone(skin::toneNamed("monk-3"), smoothSite());
    View view = viewOf(24, 18, 32);
    portrait.frame(commands(), {}, chart.frame(), view);
    const glm::vec3 frame = middleOf(portrait.light(), 7);
    view.samples = 384;
    portrait.reference(commands(), {}, chart.frame(), view, nullptr);
    const glm::vec3 reference = middleOf(portrait.light(), 7);
    for (int c = 0; c < 3; ++c) EXPECT_NEAR(frame[c] / reference[c], 1, 0.015) << c;
}

}  // namespace
}  // namespace inkheal::portrait
