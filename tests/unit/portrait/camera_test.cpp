// Where pictures are taken from: what is framed, which way is up, and that nothing is cut off.

#include "portrait/camera.h"

#include <gtest/gtest.h>

#include "body/shapes.h"
#include "body/site.h"
#include "body/stock.h"

namespace inkheal::portrait {
namespace {

/// Clip coordinates, y up.
glm::vec3 seenAt(const Camera& camera, glm::vec3 mm) {
    const glm::vec4 clip = camera.clipFromWorld() * glm::vec4(mm, 1);
    return glm::vec3(clip) / clip.w;
}

View viewOf(View::Kind kind, int width, int height, float turnDeg = 0, float tiltDeg = 0) {
    View view;
    view.kind = kind;
    view.width = width, view.height = height;
    view.turnDeg = turnDeg, view.tiltDeg = tiltDeg;
    return view;
}

const body::Mesh& hand() {
    static const body::Mesh mesh = body::loadBody("hand");
    return mesh;
}

TEST(Camera, SiteViewLooksAtTheFocusWithTheBodyUp) {
    for (const body::Site& site : body::sites()) {
        if (site.body != "hand") continue;
        const body::Frame focus = body::findSite(hand(), site.name, {0, 0});
        const Camera camera = cameraFor(viewOf(View::Kind::site, 1280, 720), focus, 30, hand());
        EXPECT_NEAR(glm::length(glm::vec2(seenAt(camera, focus.originMm))), 0, 1e-4) << site.name;
        const glm::vec3 inward = seenAt(camera, focus.originMm + 5.0f * focus.y);
        EXPECT_GT(inward.y, 0.05) << site.name;
        EXPECT_LT(std::abs(inward.x), inward.y) << site.name;
        const glm::vec3 across = seenAt(camera, focus.originMm + 5.0f * focus.x);  // not mirrored
        EXPECT_GT(across.x, 0) << site.name;
        EXPECT_GT(glm::dot(-camera.direction(), focus.z), 0.4) << site.name;  // from before the skin
    }
}

TEST(Camera, DesignFillsHalfOfTheSmallerSide) {
    const body::Mesh plane = body::makePlane(200, 20);
    const body::Frame focus = body::findSite(plane, "hand-back", {0, 0});
    for (const auto& [width, height] : {std::pair{1280, 720}, std::pair{720, 1280}, std::pair{500, 500}})
        for (float sizeMm : {8.0f, 30.0f}) {
            const Camera camera = cameraFor(viewOf(View::Kind::turn, width, height), focus, sizeMm, plane);
            const glm::vec2 corner(seenAt(camera, focus.originMm + 0.5f * sizeMm * (focus.x + focus.y)));
            const glm::vec2 pixels = corner * glm::vec2(width, height);  // across the whole design
            EXPECT_NEAR(pixels.x, 0.5f * float(std::min(width, height)), 1) << width;
            EXPECT_NEAR(pixels.y, pixels.x, 1) << width;
        }
}

TEST(Camera, TurnAndTiltGoRoundTheSite) {
    const body::Mesh plane = body::makePlane(100, 20);
    const body::Frame focus = body::findSite(plane, "hand-back", {0, 0});
    const auto from = [&](float turnDeg, float tiltDeg) {
        return -cameraFor(viewOf(View::Kind::turn, 640, 480, turnDeg, tiltDeg), focus, 30, plane).direction();
    };
    EXPECT_NEAR(glm::distance(from(0, 0), focus.z), 0, 1e-6);
    EXPECT_NEAR(glm::distance(from(90, 0), focus.x), 0, 1e-6);
    EXPECT_NEAR(glm::distance(from(0, 60), 0.5f * focus.z + std::sqrt(0.75f) * focus.y), 0, 1e-6);
}

TEST(Camera, PictureDoesNotFlipAsItTiltsOver) {
    const body::Mesh plane = body::makePlane(100, 20);
    const body::Frame focus = body::findSite(plane, "hand-back", {0, 0});
    for (float turnDeg : {0.0f, 50.0f, -120.0f})
        for (float tiltDeg = -89; tiltDeg < 89; tiltDeg += 1) {
            const auto upAt = [&](float tilt) {
                return cameraFor(viewOf(View::Kind::turn, 640, 480, turnDeg, tilt), focus, 30, plane).upward();
            };
            ASSERT_GT(glm::dot(upAt(tiltDeg), upAt(tiltDeg + 1)), 0.99f) << turnDeg << " " << tiltDeg;
            ASSERT_GE(glm::dot(upAt(tiltDeg), focus.y), 0) << turnDeg << " " << tiltDeg;
        }
    for (float tiltDeg : {-90.0f, 90.0f}) {
        const Camera camera = cameraFor(viewOf(View::Kind::turn, 640, 480, 0, tiltDeg), focus, 30, plane);
        const glm::vec3 right = camera.right();
        EXPECT_TRUE(std::isfinite(right.x) && std::abs(glm::length(right) - 1) < 1e-4f) << tiltDeg;
    }
}

TEST(Camera, FitShowsEveryVertexAndFillsThePicture) {
    for (const auto& [width, height] : {std::pair{1280, 720}, std::pair{720, 1280}, std::pair{600, 600}})
        for (const char* site : {"hand-back", "index-finger-side"}) {
            const body::Frame focus = body::findSite(hand(), site, {0, 0});
            const Camera camera = cameraFor(viewOf(View::Kind::fit, width, height), focus, 30, hand());
            float widest = 0;
            for (const glm::vec3& p : hand().positionsMm) {
                const glm::vec3 seen = seenAt(camera, p);
                ASSERT_LE(std::max(std::abs(seen.x), std::abs(seen.y)), 1) << site << width;
                widest = std::max({widest, std::abs(seen.x), std::abs(seen.y)});
            }
            EXPECT_GT(widest, 0.8) << site << width;
            const glm::vec3 inward = seenAt(camera, focus.originMm + focus.y) - seenAt(camera, focus.originMm);
            const bool lies = std::abs(inward.x) > std::abs(inward.y);
            EXPECT_EQ(lies, width > height) << site << width;
        }
}

TEST(Camera, WholeDepthOfTheBodyLiesBetweenNearAndFar) {
    const body::Frame focus = body::findSite(hand(), "wrist-inner", {0, 0});
    for (const View::Kind kind : {View::Kind::site, View::Kind::turn, View::Kind::fit})
        for (float sizeMm : {5.0f, 60.0f}) {
            const Camera camera = cameraFor(viewOf(kind, 1280, 720, 30, -20), focus, sizeMm, hand());
            EXPECT_GT(camera.nearMm, 0);
            EXPECT_LT(camera.nearMm, camera.farMm);
            for (const glm::vec3& p : hand().positionsMm) {
                const float depth = glm::dot(p - camera.eye, camera.direction());
                ASSERT_LT(depth, camera.farMm);
                const glm::vec4 clip = camera.clipFromWorld() * glm::vec4(p, 1);
                const bool inPicture = clip.w > 0 && std::abs(clip.x) < clip.w && std::abs(clip.y) < clip.w;
                ASSERT_TRUE(!inPicture || depth > camera.nearMm);
            }
        }
}

TEST(Camera, SiteViewStepsAsideWhenSomethingStandsBefore) {
    body::Mesh mesh = body::makePlane(80, 4);
    body::Mesh screen = body::makePlane(30, 0.8f);  // before the site, where the camera would look from
    const body::Frame focus = body::findSite(mesh, "hand-back", {0, 0});
    const Camera open = cameraFor(viewOf(View::Kind::site, 640, 480), focus, 10, mesh);
    for (glm::vec3 p : screen.positionsMm) {
        mesh.positionsMm.push_back(p - 30.0f * open.direction());
        mesh.normals.push_back(focus.z);
    }
    const Camera aside = cameraFor(viewOf(View::Kind::site, 640, 480), focus, 10, mesh);
    EXPECT_LT(glm::dot(open.direction(), aside.direction()), 0.97f);
    EXPECT_NEAR(glm::length(glm::vec2(seenAt(aside, focus.originMm))), 0, 1e-4);
}

TEST(Camera, RayVectorsMeetTheProjection) {
    const body::Frame focus = body::findSite(hand(), "hand-back", {0, 0});
    const Camera camera = cameraFor(viewOf(View::Kind::site, 1280, 720), focus, 30, hand());
    for (const glm::vec2 clip : {glm::vec2(0), glm::vec2(0.9f, -0.7f), glm::vec2(-1, 1)}) {
        const glm::vec3 ray = camera.direction() + clip.x * camera.tallTangent * camera.aspect * camera.right() +
                              clip.y * camera.tallTangent * camera.upward();
        const glm::vec3 seen = seenAt(camera, camera.eye + 200.0f * ray);
        EXPECT_NEAR(seen.x, clip.x, 1e-4);
        EXPECT_NEAR(seen.y, clip.y, 1e-4);
    }
}

}  // namespace
}  // namespace inkheal::portrait
