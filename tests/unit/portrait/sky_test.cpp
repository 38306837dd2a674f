// Light from a panorama: its map, its irradiance, and that lamps and rest shed what the panorama did.

#include <gtest/gtest.h>

#include <glm/gtc/packing.hpp>
#include <numbers>

#include "portrait/bright.h"
#include "portrait/light.h"
#include "portrait/rig.h"

namespace inkheal::portrait {
namespace {

using glm::dvec3;
namespace laws = law::frame;

/// Irradiance over pi, added up over a panorama's texels.
dvec3 summed(const Picture& panorama, const dvec3& normal) {
    dvec3 sum(0);
    for (int y = 0; y < panorama.height; ++y)
        for (int x = 0; x < panorama.width; ++x) {
            const dvec3 d = laws::panoramaDirection((x + 0.5) / panorama.width, (y + 0.5) / panorama.height);
            sum += dvec3(panorama.at(x, y)) * laws::panoramaTexel(y, panorama.width, panorama.height) *
                   std::max(glm::dot(d, normal), 0.0);
        }
    return sum / std::numbers::pi;
}

/// Three windows of unlike size, colour and height over a room that is lighter above.
Picture room(int height = 128) {
    return panoramaOf(
        [](const dvec3& d) {
            const double turn = glm::degrees(std::atan2(d.x, -d.z)), up = glm::degrees(std::asin(d.y));
            if (std::abs(turn + 70) < 18 && std::abs(up - 12) < 25) return glm::vec3(9, 10, 12);
            if (std::abs(turn - 100) < 8 && std::abs(up - 30) < 8) return glm::vec3(30, 26, 18);
            if (std::hypot(turn - 160, up - 50) < 3) return glm::vec3(400, 380, 330);
            return glm::mix(glm::vec3(0.3f, 0.25f, 0.2f), glm::vec3(0.8f, 0.85f, 0.9f), float(0.5 + 0.5 * d.y));
        },
        height);
}

const dvec3 someNormals[] = {{0, 0, 1}, {0, 1, 0},  {0, -1, 0},        {-1, 0, 0},
                             {1, 0, 0}, {0, 0, -1}, {0.6, 0.64, 0.48}, {-0.8, 0.36, 0.48}};

TEST(SkyPlaces, AreTheDirectionsTheyCameFrom) {
    for (int k = 0; k < 2000; ++k) {
        const double z = 2 * laws::pixelNoise(k, 3) - 1, turn = 7 * laws::pixelNoise(k, 91), r = std::sqrt(1 - z * z);
        const dvec3 d(r * std::cos(turn), z, r * std::sin(turn));
        const glm::dvec2 at = laws::skyPlace(d);
        ASSERT_NEAR(glm::distance(laws::skyDirection(at.x, at.y), d), 0, 1e-9);
    }
}

TEST(SkyPlaces, GoOnBeyondTheRim) {
    const double step = 1e-3;
    for (double along = 0.01; along < 1; along += 0.07)
        for (const auto& [in, out] :
             {std::pair(laws::skyDirection(1 - step, along), laws::skyDirection(1 + step, along)),
              std::pair(laws::skyDirection(along, step), laws::skyDirection(along, -step))})
            EXPECT_LT(glm::distance(in, out), 6 * step) << along;
}

TEST(SkyLevels, DoNotOverlapAndFillTheMap) {
    for (int a = 0; a < laws::skyLevels; ++a) {
        const glm::ivec2 start(laws::skyLevelStart(a));
        const int edge = laws::skyLevelEdge(a) + 2;
        EXPECT_LE(start.x + edge, laws::skyWidth) << a;
        EXPECT_LE(start.y + edge, laws::skyHeight) << a;
        for (int b = 0; b < a; ++b) {
            const glm::ivec2 other(laws::skyLevelStart(b));
            const int wide = laws::skyLevelEdge(b) + 2;
            EXPECT_TRUE(start.x >= other.x + wide || other.x >= start.x + edge || start.y >= other.y + wide ||
                        other.y >= start.y + edge)
                << a << " " << b;
        }
        if (a > 0) {
            EXPECT_NEAR(laws::skyLevelOf(laws::skyLevelAlpha(a)), a, 1e-12);
        }
    }
    EXPECT_EQ(laws::skyLevelOf(0), 0);
    EXPECT_EQ(laws::skyLevelOf(1), laws::skyLevels - 1);
}

TEST(Panorama, TexelsCoverTheSphereOnce) {
    double all = 0;
    for (int y = 0; y < 32; ++y) all += 64 * laws::panoramaTexel(y, 64, 32);
    EXPECT_NEAR(all, 4 * std::numbers::pi, 1e-12);
    EXPECT_NEAR(glm::distance(laws::panoramaDirection(0.5, 0.5), dvec3(0, 0, -1)), 0, 1e-12);  // ahead
    EXPECT_NEAR(glm::distance(laws::panoramaDirection(0.75, 0.5), dvec3(1, 0, 0)), 0, 1e-12);  // right
    EXPECT_NEAR(glm::distance(laws::panoramaDirection(0.3, 0), dvec3(0, 1, 0)), 0, 1e-12);     // up
}

TEST(Panorama, SoftOnesShedTheirIrradiance) {
    const Picture soft =
        panoramaOf([](const dvec3& d) { return glm::vec3(1 + 0.8 * d.x, 1 + d.y * d.z, 0.2 + d.y * d.y); }, 64);
    const Sky sky = skyOf(momentsOf(soft));
    for (const dvec3& normal : someNormals) {
        const glm::dvec4 n(normal, 1);
        const dvec3 shed(glm::dot(n, glm::dmat4(sky.red) * n), glm::dot(n, glm::dmat4(sky.green) * n),
                         glm::dot(n, glm::dmat4(sky.blue) * n));
        EXPECT_LT(glm::distance(shed, summed(soft, normal)), 2e-3);  // no more than three bands are in it
    }
}

TEST(Panorama, LampsAndRestShedWhatItDid) {
    const Picture panorama = room();
    Picture scaled = panorama;
    const Light light = lightFromPanorama(panorama);
    ASSERT_EQ(light.lamps.size(), 3u);
    const Camera camera{{0, 0, 300}, {0, 0, 0}};
    const Rig rig = rigOf(light, camera, {}, 50);
    const double gain = rig.sheet.g / summed(panorama, {0, 0, 1}).g;
    double most = 0;
    for (const dvec3& normal : someNormals) most = std::max(most, summed(panorama, normal).g * gain);
    for (const dvec3& normal : someNormals) {
        const dvec3 exact = summed(panorama, normal) * gain, shed = sheetLight(rig, {}, normal);
        for (int c = 0; c < 3; ++c) EXPECT_NEAR(shed[c], exact[c], 0.025 * most) << normal.x << normal.y << normal.z;
    }
}

TEST(Panorama, LampsAreWhereItIsBright) {
    Picture rest = room();
    const double before = summed(rest, {-1, 0, 0}).g;
    const std::vector<Lamp> lamps = takeLamps(rest, 3);
    ASSERT_EQ(lamps.size(), 3u);
    const auto near = [&](double turnDeg, double upDeg) -> const Lamp* {
        const double turn = glm::radians(turnDeg), up = glm::radians(upDeg);
        const dvec3 d(std::cos(up) * std::sin(turn), std::sin(up), -std::cos(up) * std::cos(turn));
        for (const Lamp& lamp : lamps)
            if (glm::dot(dvec3(lamp.toward), d) > std::cos(glm::radians(4.0))) return &lamp;
        return nullptr;
    };
    const Lamp *window = near(-70, 12), *small = near(100, 30), *sun = near(160, 50);
    ASSERT_TRUE(window && small && sun);
    EXPECT_GT(std::abs(window->across.y), 0.9f) << "the longer way is upright";
    EXPECT_NEAR(window->halfWidth, std::tan(glm::radians(25.0)), 0.04);
    EXPECT_NEAR(window->halfHeight, std::tan(glm::radians(18.0)), 0.04);
    EXPECT_LT(sun->halfWidth, 0.07);
    EXPECT_GT(small->light.r, 1.2f * small->light.b) << "its colour goes with it";
    EXPECT_LT(summed(rest, {-1, 0, 0}).g, 0.35 * before);
    for (const glm::vec4& texel : rest.texels) ASSERT_GE(std::min({texel.r, texel.g, texel.b}), 0.0f);
}

TEST(Panorama, OvercastSkiesHaveNoLamps) {
    Picture overcast = panoramaOf([](const dvec3& d) { return glm::vec3(float(d.y > 0 ? 1 + 2 * d.y : 0.2)); }, 64);
    EXPECT_TRUE(takeLamps(overcast, 3).empty());
}

TEST(SkyMap, LevelsBlurAndKeepTheLight) {
    const Picture even = panoramaOf([](const dvec3&) { return glm::vec3(0.5f, 1, 2); });
    for (const std::uint64_t packed : {skyMapOf(even)->at(400), skyMapOf(even)->at(100 * laws::skyWidth + 300)})
        EXPECT_LT(glm::distance(glm::vec3(glm::unpackHalf4x16(packed)), glm::vec3(0.5f, 1, 2)), 2e-3f);
    const Picture half = panoramaOf([](const dvec3& d) { return glm::vec3(d.y > 0 ? 1 : 0); }, 128);
    const auto map = skyMapOf(half);
    double before = 1;
    for (int level = 0; level < laws::skyLevels; ++level) {  // just above the edge
        const glm::dvec2 at = laws::skyTexel(laws::skyPlace(glm::normalize(dvec3(1, 0.15, 0))), level) *
                              glm::dvec2(laws::skyWidth, laws::skyHeight);
        const double light = glm::unpackHalf4x16((*map)[std::size_t(int(at.y) * laws::skyWidth + int(at.x))]).g;
        EXPECT_LE(light, before + 0.08) << level;
        EXPECT_GT(light, 0.45) << level;
        before = light;
    }
    EXPECT_LT(before, 0.8);
}

TEST(Rig, TurnsItsLightToTheRight) {
    const Light light = lightFromPanorama(room());
    const Camera camera{{0, 0, 300}, {0, 0, 0}};
    const Rig straight = rigOf(light, camera, {}, 50), turned = rigOf(light, camera, {}, 50, {90, 0});
    const auto of = [&](const Rig& rig, const dvec3& n) { return sheetLight(rig, {}, n) / dvec3(rig.sky.right.w); };
    EXPECT_LT(glm::distance(of(straight, {-1, 0, 0}), of(turned, {0, 0, -1})), 1e-4);  // from the left to ahead
    EXPECT_LT(glm::distance(of(straight, {0, 0, -1}), of(turned, {1, 0, 0})), 1e-4);   // from ahead to the right
    const Rig brighter = rigOf(light, camera, {}, 50, {0, 1});
    EXPECT_NEAR(brighter.sheet.g, 2 * straight.sheet.g, 1e-4);
    EXPECT_NEAR(brighter.wallMiddle, 2 * straight.wallMiddle, 1e-6);
}

}  // namespace
}  // namespace inkheal::portrait
