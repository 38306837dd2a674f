// Lines of 0.1 mm through the whole frame: they neither vanish nor crawl while the view moves, from near to far and at
// grazing angles, with the one sub-frame of a moving picture.

#include <gtest/gtest.h>

#include <array>

#include "body/shapes.h"
#include "scene.h"

namespace inkheal::portrait {
namespace {

constexpr float lineMm = 0.1f;

class FineLines : public test::GpuTest {
 protected:
    /// Black lines on white, one every `everyMm`, upright or lying; or all white, or all black.
    struct Pattern {
        float everyMm = 0;
        bool upright = true;
    };

    FineLines() {
        shoot_.setBare({glm::vec3(0.5f), glm::vec3(0)});  // no tissue over the ink, whose light is no mean of both
    }

    Look lookOf_(const std::function<float(glm::vec2 mm)>& shade) {
        return lookOf(device(), commands(), paper(24, 0.05f), [&](glm::vec2 mm) {
            return Texel{glm::vec3(shade(mm)), glm::vec3(0), glm::vec4(0)};
        });
    }

    Look lines(const Pattern& pattern) {
        return lookOf_([=](glm::vec2 mm) {
            const float at = (pattern.upright ? mm.x : mm.y) / pattern.everyMm + 0.5f;
            return std::abs(at - std::floor(at) - 0.5f) * pattern.everyMm < 0.5f * lineMm ? 0.1f : 0.9f;
        });
    }

    /// Light of every pixel.
    std::vector<float> lightOf(const Look& look, const Camera& camera, int size) {
        shoot_.take(commands(), {{&chart_, &look}}, camera, evenLight(0.6f), size, size, 1);
        std::vector<float> light;
        for (const glm::vec4& sum : shoot_.picture().downloadAs<glm::vec4>()) {
            const double calmed = double(sum.g / sum.a);
            light.push_back(float(calmed * law::frame::expanded(calmed, law::frame::calming(1))));
        }
        return light;
    }

    /// The share of black that each pixel shows, from pictures of lines, white and black.
    std::vector<float> blackOf(const Look& look, const Camera& camera, int size) {
        std::vector<float> light = lightOf(look, camera, size);
        const std::vector<float> white = lightOf(white_, camera, size), black = lightOf(black_, camera, size);
        for (std::size_t i = 0; i < light.size(); ++i)
            light[i] = (white[i] - light[i]) / std::max(white[i] - black[i], 1e-3f);
        return light;
    }

    Camera cameraOf(int size, float tiltDeg, glm::vec2 offMm = glm::vec2(0)) const {
        Camera camera = cameraBefore(mesh_, chart_.frame(), size, size, 0, tiltDeg);
        const glm::vec3 off = offMm.x * camera.right() + offMm.y * camera.upward();
        camera.eye += off, camera.target += off;
        return camera;
    }

    const body::Mesh mesh_ = body::makePlane(60, 2);
    const body::Chart chart_ = chartOn(mesh_, 24);
    Shoot shoot_{device(), mesh_};
    const Look white_ = lookOf_([](glm::vec2) { return 0.9f; }), black_ = lookOf_([](glm::vec2) { return 0.1f; });
};

/// Where along the row or column `black` holds the line near `middle`, and how much of it, in pixels.
struct Seen {
    float at = 0, amount = 0, peak = 0;
};
Seen seenNear(const std::vector<float>& black, float middle, float reach) {
    Seen seen;
    for (int i = int(middle - reach); i <= int(middle + reach); ++i) {
        const float share = black.at(std::size_t(i));
        seen.amount += share, seen.at += share * (float(i) + 0.5f), seen.peak = std::max(seen.peak, share);
    }
    seen.at /= seen.amount;
    return seen;
}

TEST_F(FineLines, NeitherVanishNorCrawl) {
    const float everyMm = 4;
    for (const bool upright : {true, false}) {
        const Look look = lines({everyMm, upright});
        for (const float tiltDeg : {0.0f, 65.0f})
            for (const int size : {110, 260}) {
                const float pixelMm = 60.0f / float(size), lean = upright ? 1 : std::cos(glm::radians(tiltDeg));
                const float line = lineMm / pixelMm * lean;
                for (int k = 0; k < 5; ++k) {
                    const float off = 0.2f * float(k);
                    const Camera camera = cameraOf(size, tiltDeg, off * pixelMm * glm::vec2(upright, !upright));
                    const std::vector<float> all = blackOf(look, camera, size);
                    std::vector<float> row;  // through the picture's middle, across the lines
                    for (int i = 0; i < size; ++i)
                        row.push_back(all[std::size_t(upright ? size / 2 * size + i : i * size + size / 2)]);
                    const float middle = 0.5f * float(size) + (upright ? -off : off);
                    const Seen seen = seenNear(row, middle, 0.45f * everyMm / pixelMm * lean);
                    // Perspective makes lines that lean away wider before the middle and narrower behind it.
                    const float share = !upright && tiltDeg > 0 ? 0.15f : 0.06f;
                    EXPECT_NEAR(seen.amount, line, share * line) << upright << tiltDeg << " " << size << " " << k;
                    EXPECT_NEAR(seen.at, middle, 0.1f) << upright << tiltDeg << " " << size << " " << k;
                }
            }
    }
}

TEST_F(FineLines, StayAsDarkWhenTheSkinLeansAlongThem) {
    const Look look = lines({4, true});
    const auto peak = [&](float tiltDeg) {
        float sum = 0;
        for (int k = 0; k < 8; ++k) {
            const std::vector<float> all =
                blackOf(look, cameraOf(260, tiltDeg, {0.125f * float(k) * 60 / 260, 0}), 260);
            const std::vector<float> row(all.begin() + 130 * 260, all.begin() + 131 * 260);
            sum += seenNear(row, 130, 5).peak / 8;
        }
        return sum;
    };
    EXPECT_GT(peak(70), 0.85f * peak(0));
}

TEST_F(FineLines, TooCloseToBeSeenAreAnEvenGrey) {
    const Look look = lines({2 * lineMm, true});
    for (const int size : {110, 150, 190}) {  // 2.7 to 1.6 lines a pixel
        const std::vector<float> black = blackOf(look, cameraOf(size, 0), size);
        for (int y = size / 2 - 8; y < size / 2 + 8; ++y)
            for (int x = size / 2 - 12; x < size / 2 + 12; ++x)
                ASSERT_NEAR(black[std::size_t(y * size + x)], 0.5f, 0.06f) << size << " at " << x << ", " << y;
    }
}

}  // namespace
}  // namespace inkheal::portrait
