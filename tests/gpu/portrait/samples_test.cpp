// Stills: the mean of more and more sub-frames nears a limit, also step by step, and an open lens blurs what is out of
// focus as wide as optics say.

#include <gtest/gtest.h>

#include "body/shapes.h"
#include "scene.h"

namespace inkheal::portrait {
namespace {

class Samples : public test::GpuTest {
 protected:
    /// Light of every pixel of the last picture.
    static std::vector<float> lightOf(const Shoot& shoot, int samples) {
        std::vector<float> light;
        const double calm = law::frame::calming(samples);
        for (const glm::vec4& sum : shoot.picture().downloadAs<glm::vec4>()) {
            const glm::vec3 mean = glm::vec3(sum) / sum.a;
            light.push_back(float(mean.g * law::frame::expanded(double(std::max({mean.r, mean.g, mean.b})), calm)));
        }
        return light;
    }
};

TEST_F(Samples, NearALimitAtLeastAsFastAsChance) {
    const body::Mesh limb = body::makeCone(20, 14, 80, 2);
    const body::Chart chart = chartOn(limb, 20);
    const Look look = lookOf(device(), commands(), paper(22), [](glm::vec2 mm) {  // lines, wet and dry
        const bool ink = std::abs(mm.x - std::floor(mm.x) - 0.5f) < 0.1f;
        const float height = 0.02f * std::sin(9 * mm.x) * std::sin(11 * mm.y);
        return Texel{glm::vec3(0.1f), glm::vec3(ink ? 0.1f : 1), {height, mm.y > 2 ? 1 : 0, 0, mm.y < -4 ? 1 : 0}};
    });
    Shoot shoot(device(), limb);
    shoot.setBare({});
    const Camera camera = cameraBefore(limb, chart.frame(), 90, 60, 20, 30);
    const Rig rig = rigNamed("studio", camera, shoot.mesh().middle(), shoot.mesh().reachMm());
    const auto take = [&](int samples) {
        shoot.take(commands(), {{&chart, &look}}, camera, rig, 90, 60, samples);
        return lightOf(shoot, samples);
    };
    const std::vector<float> limit = take(1024);
    const auto off = [&](int samples) {
        const std::vector<float> light = take(samples);
        double sum = 0;
        for (std::size_t i = 0; i < light.size(); ++i) sum += std::pow(double(light[i] - limit[i]), 2);
        return std::sqrt(sum / double(light.size()));
    };
    const double four = off(4), sixteen = off(16), more = off(64);
    EXPECT_LT(four, 0.05);
    EXPECT_LT(sixteen, 0.55 * four);
    EXPECT_LT(more, 0.55 * sixteen);
}

TEST_F(Samples, OneAloneMirrorsWhatManyDo) {
    // Skin that sends nothing back, so that all light is gloss: one sub-frame takes it from the table, many from the
    // law.
    const body::Mesh limb = body::makeCone(20, 14, 80, 2);
    Shoot shoot(device(), limb);
    shoot.setBare({glm::vec3(1e-4f), glm::vec3(1e-5f)});
    const Camera camera = cameraBefore(limb, chartOn(limb, 20).frame(), 90, 60);
    for (const char* light : {"studio", "window", "lamp"}) {
        Rig rig = rigNamed(light, camera, shoot.mesh().middle(), shoot.mesh().reachMm());
        rig.wallMiddle = rig.wallCorner = 0;
        rig.sky.right.w = 0;
        const auto take = [&](int samples) {
            shoot.take(commands(), {}, camera, rig, 90, 60, samples);
            return lightOf(shoot, samples);
        };
        const std::vector<float> one = take(1), many = take(64);
        double off = 0, sum = 0, all = 0;
        for (std::size_t i = 0; i < one.size(); ++i)
            off += std::abs(one[i] - many[i]), sum += double(one[i]), all += double(many[i]);
        EXPECT_GT(all / double(one.size()), 1e-3) << light;
        EXPECT_NEAR(sum / all, 1, 0.1) << light;
        EXPECT_LT(off / all, 0.2) << light;
    }
}

TEST_F(Samples, TakenStepByStepAreTheSamePicture) {
    const body::Mesh limb = body::makeCone(20, 14, 80, 2);
    Shoot shoot(device(), limb);
    const Camera camera = cameraBefore(limb, chartOn(limb, 20).frame(), 64, 48);
    const Rig rig = evenLight(0.6f);
    const Picture8 whole = shoot.take(commands(), {}, camera, rig, 64, 48, 16);
    const Picture8 first = shoot.take(commands(), {}, camera, rig, 64, 48, 16, 0, 4);
    shoot.take(commands(), {}, camera, rig, 64, 48, 16, 4, 5);
    EXPECT_EQ(shoot.take(commands(), {}, camera, rig, 64, 48, 16, 5, 16).rgba, whole.rgba);
    EXPECT_GT(differenceOf(first, whole).largest, 3);  // along the outline
}

TEST_F(Samples, OfAnOpenLensBlurWhatIsOutOfFocus) {
    const int size = 120;
    const float perMm = float(size) / 60, aperture = 4;
    for (const float nearerMm : {0.0f, 12.0f, -20.0f}) {
        body::Mesh mesh = body::makePlane(24, 2);  // before or behind what is sharp
        for (glm::vec3& p : mesh.positionsMm) p.z += nearerMm;
        View view = viewOf(size, size);
        view.aperture = aperture;
        const Camera camera = cameraFor(view, body::Frame{}, 30, mesh);
        EXPECT_NEAR(camera.focusMm, glm::length(camera.eye), 1e-3f);
        EXPECT_NEAR(2 * camera.lensMm * aperture, 80.3f, 0.5f);  // the focal length on full frame
        Shoot shoot(device(), mesh);
        Rig rig = evenLight(0.6f);
        rig.wallMiddle = rig.wallCorner = 0;
        shoot.take(commands(), {}, camera, rig, size, size, 512);
        const std::vector<float> light = lightOf(shoot, 512);
        const double radius =
            double(camera.lensMm * std::abs(nearerMm) / (camera.focusMm - nearerMm) * perMm);  // of a point, in pixels
        const double edge = double(size) / 2 + 12 * double(camera.focusMm / (camera.focusMm - nearerMm) * perMm);
        // How the light falls over the plane's right edge says how wide a point is there. The plane's own light, which
        // changes a little toward its rim, is left out.
        const auto at = [&](int x) { return double(light[std::size_t(size / 2 * size + x)]); };
        double all = 0, mean = 0, square = 0;
        for (int x = int(edge - radius) - 3; x < size - 1; ++x) {
            const double falls = at(x) - at(x + 1);
            all += falls, mean += falls * x, square += falls * x * x;
        }
        mean /= all, square = square / all - mean * mean;
        const double pixel = 1.0 / 12;  // variance of an edge that no lens blurs: a pixel's own
        EXPECT_NEAR(square, radius * radius / 4 + pixel, 0.1 * radius * radius / 4 + 0.12) << nearerMm;
        EXPECT_NEAR(mean + 1, edge, 0.3) << nearerMm;
    }
}

}  // namespace
}  // namespace inkheal::portrait
