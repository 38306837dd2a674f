// The lights: their exposure, their shadow maps, and that they stand with the camera.

#include "portrait/rig.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <glm/gtc/packing.hpp>
#include <numbers>

#include "base/error.h"
#include "body/shapes.h"
#include "body/site.h"

namespace inkheal::portrait {
namespace {

using glm::dvec3;
namespace laws = law::frame;

struct Scene {
    body::Mesh limb = body::makeCone(30, 26, 200, 4);
    glm::vec3 middle{0, 100, 0};
    float reachMm = 105;
    body::Frame focus = body::findSite(limb, "wrist-inner", {0, 0});

    Camera camera(float turnDeg, float tiltDeg) const {
        View view;
        view.kind = View::Kind::turn;
        view.turnDeg = turnDeg, view.tiltDeg = tiltDeg;
        return cameraFor(view, focus, 30, limb);
    }
};

/// Light of a white sheet under the sky alone, added up over the map's own texels.
dvec3 skyShows(const Rig& rig, const dvec3& normal) {
    const int edge = laws::skyEdge, pieces = 2;  // each way, of a texel
    dvec3 sum(0);
    double all = 0;
    for (int y = 0; y < edge * pieces; ++y)
        for (int x = 0; x < edge * pieces; ++x) {
            const dvec3 d = laws::skyDirection((x + 0.5) / (edge * pieces), (y + 0.5) / (edge * pieces));
            const double share = std::pow(std::abs(d.x) + std::abs(d.y) + std::abs(d.z), 3);  // of the sphere
            const dvec3 world = d.x * dvec3(rig.sky.right) + d.y * dvec3(rig.sky.up) + d.z * dvec3(rig.sky.back);
            const std::size_t texel = std::size_t((1 + y / pieces) * laws::skyWidth + 1 + x / pieces);
            const dvec3 light = double(rig.sky.right.w) * dvec3(glm::unpackHalf4x16((*rig.map)[texel]));
            sum += light * (share * std::max(glm::dot(world, normal), 0.0));
            all += share;
        }
    return sum * (4 / all);
}

/// Light of a white sheet at the camera's target that faces the camera: every card added up point by point, and the sky
/// as the map shows it.
double sheetShows(const Rig& rig, const Camera& camera) {
    const dvec3 normal = -camera.direction();
    double sum = 0;
    for (const Card& card : rig.cards) {
        const dvec3 u(card.u), v(card.v), facing = glm::normalize(glm::cross(u, v) + dvec3(1e-30));
        const bool round = card.radiance.w > 0;
        const int pieces = 120;
        const double area = laws::cardArea(round, card.centre.w) * glm::length(glm::cross(u, v)) / (pieces * pieces);
        for (int i = 0; i < pieces; ++i)
            for (int j = 0; j < pieces; ++j) {
                const glm::dvec2 at = laws::cardPoint((i + 0.5) / pieces, (j + 0.5) / pieces, round, card.centre.w);
                const dvec3 toward = dvec3(card.centre) + at.x * u + at.y * v - dvec3(camera.target);
                const double r2 = glm::dot(toward, toward);
                sum += double(card.radiance.g) * std::max(glm::dot(normal, toward), 0.0) *
                       std::abs(glm::dot(facing, toward)) / (r2 * r2) * area / std::numbers::pi;
            }
    }
    return sum + skyShows(rig, normal).g;
}

TEST(Rig, ExposesAWhiteSheetAlikeFromAnyTurn) {
    const Scene scene;
    for (const std::string& light : lightNames()) {
        const double straight =
            sheetShows(rigNamed(light, scene.camera(0, 0), scene.middle, scene.reachMm), scene.camera(0, 0));
        EXPECT_NEAR(straight, 0.9, 0.12) << light;
        for (float turnDeg : {-120.0f, -40.0f, 75.0f, 180.0f})
            for (float tiltDeg : {-50.0f, 0.0f, 35.0f}) {
                const Camera camera = scene.camera(turnDeg, tiltDeg);
                const Rig rig = rigNamed(light, camera, scene.middle, scene.reachMm);
                EXPECT_NEAR(sheetShows(rig, camera), straight, 0.03) << light << turnDeg << " " << tiltDeg;
            }
    }
}

TEST(Rig, ShipsTheLightsOfTheCommandLine) {
    EXPECT_THAT(lightNames(), testing::UnorderedElementsAre("studio", "window", "lamp"));
    for (const std::string& light : lightNames()) EXPECT_NO_THROW(checkLight(light));
}

TEST(Rig, UnknownLightIsAnsweredWithTheKnownOnes) {
    const Scene scene;
    const auto expectUsage = [](const auto& act) {
        try {
            act();
            FAIL() << "no error";
        } catch (const Error& error) {
            EXPECT_EQ(error.exit, Exit::usage);
            for (const std::string& light : lightNames()) EXPECT_THAT(error.what(), testing::HasSubstr(light));
            EXPECT_THAT(error.what(), testing::HasSubstr("moonlight"));
        }
    };
    expectUsage([&] { rigNamed("moonlight", scene.camera(0, 0), scene.middle, scene.reachMm); });
    expectUsage([] { checkLight("moonlight"); });
}

TEST(Rig, StandsWithTheCamera) {
    const Scene scene;
    const Camera first = scene.camera(0, 0), second = scene.camera(90, 20);
    const auto inCamera = [](const Camera& camera, const Card& card) {
        const glm::vec3 to = glm::normalize(glm::vec3(card.centre) - camera.target);
        return glm::vec3(glm::dot(to, camera.right()), glm::dot(to, camera.upward()),
                         -glm::dot(to, camera.direction()));
    };
    const Rig a = rigNamed("studio", first, scene.middle, scene.reachMm);
    const Rig b = rigNamed("studio", second, scene.middle, scene.reachMm);
    for (int i = 0; i < 3; ++i)
        EXPECT_NEAR(glm::distance(inCamera(first, a.cards[i]), inCamera(second, b.cards[i])), 0, 1e-4) << i;
    EXPECT_NEAR(glm::distance(glm::vec3(b.sky.up), second.upward()), 0, 1e-6);
    EXPECT_GT(inCamera(first, a.cards[0]).z, 0);  // the key light stands before the skin
}

TEST(Rig, ShadowMapsHoldTheWholeBody) {
    const Scene scene;
    for (const std::string& light : lightNames())
        for (float turnDeg : {0.0f, 100.0f}) {
            const Rig rig = rigNamed(light, scene.camera(turnDeg, 10), scene.middle, scene.reachMm);
            for (const Card& card : rig.cards) {
                if (card.radiance.g <= 0) continue;
                EXPECT_GT(card.u.w, 0);
                for (const glm::vec3& p : scene.limb.positionsMm) {
                    const glm::vec4 clip = card.toShadow * glm::vec4(p, 1);
                    ASSERT_LE(std::max(std::abs(clip.x), std::abs(clip.y)), clip.w) << light;
                    ASSERT_GE(clip.z, 0) << light;
                    ASSERT_LE(clip.z, clip.w) << light;
                }
                const dvec3 axis = glm::normalize(dvec3(card.centre) - dvec3(scene.middle));
                EXPECT_GT(glm::distance(dvec3(card.centre), dvec3(scene.middle)), 1.5 * scene.reachMm) << axis.x;
            }
        }
}

TEST(Rig, EvenOneIsOneFromEverywhere) {
    const Rig rig = evenRig();
    for (const dvec3& normal : {dvec3(0, 0, 1), dvec3(0.6, -0.8, 0)}) {
        EXPECT_NEAR(sheetLight(rig, {}, normal).g, 1, 1e-4);
        EXPECT_NEAR(skyShows(rig, normal).g, 1, 2e-3);
    }
    for (const Card& card : rig.cards) EXPECT_EQ(card.radiance, glm::vec4(0));
}

}  // namespace
}  // namespace inkheal::portrait
