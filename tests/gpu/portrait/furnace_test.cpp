// White skin in even light gives back all of it, and nothing gives back more: the scattering in the chart, and the
// pixels with all that can lie on skin.

#include <gtest/gtest.h>

#include "body/shapes.h"
#include "scene.h"

namespace inkheal::portrait {
namespace {

class Furnace : public test::GpuTest {
 protected:
    /// Light that leaves the chart at each texel of its light under even light, from what has spread in it; w is the
    /// chart's weight.
    std::vector<glm::vec4> leaving(const body::Mesh& mesh, const body::Chart& chart,
                                   const std::function<Texel(glm::vec2 mm)>& at) {
        const Look look = lookOf(device(), commands(), paper(22), at);
        Shoot shoot(device(), mesh);
        shoot.setBare({glm::vec3(1), glm::vec3(0.3f)});
        shoot.lightPieces(commands(), {{&chart, &look}}, cameraBefore(mesh, chart.frame(), 64, 64), evenRig(), 64);
        commands().submit();
        const gpu::Image& spread = shoot.patches().mixed();
        const std::vector<glm::vec4> texels = spread.downloadAs<glm::vec4>();
        const float texelMm = 22.0f / float(spread.width());
        std::vector<glm::vec4> light;
        for (int y = 0; y < spread.height(); ++y)
            for (int x = 0; x < spread.width(); ++x) {
                const glm::vec2 mm = (glm::vec2(x, y) + 0.5f) * texelMm;
                const glm::vec4 texel = texels[std::size_t(y * spread.width() + x)];
                const float rimMm = std::min(std::min(mm.x, mm.y), std::min(22 - mm.x, 22 - mm.y));
                const auto weight = float(law::frame::chartWeight(double(rimMm), double(texel.w)));
                const Texel skin = at(mm - 11.0f);
                light.push_back(weight > 0
                                    ? glm::vec4(skin.above + 0.7f * skin.seen * glm::vec3(texel) / texel.w, weight)
                                    : glm::vec4(0));
            }
        return light;
    }

    static Texel rough(glm::vec2 mm) {  // white, with the relief of rough skin
        const float height = 0.05f * std::sin(7 * mm.x) * std::sin(9 * mm.y);
        return {glm::vec3(0.3f), glm::vec3(1), {height, 0, 0, 0}};
    }

    /// All corners of wet, crust and dry, in cells of 3 mm.
    static Texel corners(glm::vec2 mm) {
        const int cell = (int(std::floor(mm.x / 3)) & 3) | (int(std::floor(mm.y / 3)) & 1) << 2;
        return {glm::vec3(0.6f), glm::vec3(1), {0, float(cell & 1), float(cell >> 1 & 1), float(cell >> 2)}};
    }
};

TEST_F(Furnace, ChartGivesBackAllThatFallsOnIt) {
    const std::pair<const char*, body::Mesh> bodies[] = {{"plane", body::makePlane(60, 2)},
                                                         {"cylinder", body::makeCone(20, 20, 60, 2)},
                                                         {"sphere", body::makeSphere(25, 2)},
                                                         {"plane smaller than the paper", body::makePlane(18, 2)}};
    for (const auto& [name, mesh] : bodies) {
        const body::Chart chart = chartOn(mesh, 20);
        int whole = 0, fading = 0;
        for (const glm::vec4& texel : leaving(mesh, chart, rough)) {
            if (texel.w == 0) continue;
            (texel.w > 0.99f ? whole : fading) += 1;
            for (int c = 0; c < 3; ++c) ASSERT_NEAR(texel[c], 1, 0.005) << name << " at weight " << texel.w;
        }
        EXPECT_GT(whole, 50 * 50) << name;
        EXPECT_GT(fading, 250) << name;
    }
}

TEST_F(Furnace, InkTakesLightAndNeverGivesAny) {
    const body::Mesh mesh = body::makePlane(60, 2);
    const body::Chart chart = chartOn(mesh, 20);
    const auto spotted = [](glm::vec2 mm) {
        const bool inked = (int(std::floor(mm.x)) + int(std::floor(1.7f * mm.y))) % 3 == 0;
        return Texel{glm::vec3(0.3f), glm::vec3(inked ? 0.05f : 1), glm::vec4(0)};
    };
    float low = 2, high = 0;
    for (const glm::vec4& texel : leaving(mesh, chart, spotted))
        if (texel.w > 0.99f) low = std::min({low, texel.r, texel.g, texel.b}), high = std::max(high, texel.r);
    EXPECT_GE(low, 0.3 * 0.995);  // what returns above the ink
    EXPECT_LT(low, 0.4);
    EXPECT_LE(high, 1.005);
    EXPECT_GT(high, 0.8);
}

TEST_F(Furnace, EveryPixelOfWhiteSkinGivesBackWhatComesIn) {
    // Bare skin, the rim of the chart, and every corner of wet, crust and dry, as steep as they come.
    const float radiance = 0.5f;
    const std::pair<const char*, body::Mesh> bodies[] = {{"plane", body::makePlane(60, 2)},
                                                         {"sphere", body::makeSphere(25, 2)}};
    for (const auto& [name, mesh] : bodies) {
        const body::Chart chart = chartOn(mesh, 24);
        const Look look = lookOf(device(), commands(), paper(26), corners);
        Shoot shoot(device(), mesh);
        shoot.setBare({glm::vec3(1), glm::vec3(0.6f), Bare().spreadMm, glm::vec3(0), 0.7f, 0.06f, nullptr});
        Rig rig = evenLight(radiance);
        rig.wallMiddle = rig.wallCorner = radiance;
        for (const float tiltDeg : {0.0f, 60.0f, 82.0f}) {
            const Camera camera = cameraBefore(mesh, chart.frame(), 160, 120, 0, tiltDeg, 24);
            shoot.take(commands(), {{&chart, &look}}, camera, rig, 160, 120, 4);
            const Picture light = shoot.light();
            for (int y = 0; y < light.height; ++y)
                for (int x = 0; x < light.width; ++x)
                    for (int c = 0; c < 3; ++c)
                        ASSERT_NEAR(light.at(x, y)[c] / radiance, 1, 0.005)
                            << name << " tilt " << tiltDeg << " at " << x << ", " << y;
        }
    }
}

TEST_F(Furnace, NoPixelGivesBackMoreThanComesIn) {
    const float radiance = 0.5f;
    const std::pair<const char*, body::Mesh> bodies[] = {{"plane", body::makePlane(60, 2)},
                                                         {"sphere", body::makeSphere(25, 2)}};
    for (const auto& [name, mesh] : bodies) {
        const body::Chart chart = chartOn(mesh, 24);
        const Look look = lookOf(device(), commands(), paper(30), corners);
        Shoot shoot(device(), mesh);  // without setBare there is no mottling: skin of 0.5, 0.4 of it from below the ink
        for (const float tiltDeg : {0.0f, 60.0f, 82.0f}) {
            const Camera camera = cameraBefore(mesh, chart.frame(), 160, 120, 0, tiltDeg, 24);
            const Picture8 picture =
                shoot.take(commands(), {{&chart, &look}}, camera, evenLight(radiance), 160, 120, 4);
            int white = 0;
            for (int y = 1; y + 1 < picture.height; ++y)
                for (int x = 1; x + 1 < picture.width; ++x) {
                    const glm::vec3 light = lightAt(picture, x, y, 1) / radiance;
                    ASSERT_LE(std::max({light.r, light.g, light.b}), 1.02)
                        << name << " tilt " << tiltDeg << " at " << x << ", " << y;
                    white += light.g > 0.9f;
                    const bool middle = std::hypot(x - 80, y - 60) < 28;
                    ASSERT_TRUE(!middle || tiltDeg > 0 || light.g > 0.96) << name << " at " << x << ", " << y;
                }
            EXPECT_GT(white, 100) << name << " " << tiltDeg;
        }
    }
}

}  // namespace
}  // namespace inkheal::portrait
