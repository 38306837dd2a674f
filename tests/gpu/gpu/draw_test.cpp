// Triangles drawn into targets: where they land, which is in front, what is kept.

#include <gmock/gmock.h>

#include <glm/glm.hpp>
#include <glm/gtc/packing.hpp>

#include "support/gpu_test.h"

namespace inkheal::gpu {
namespace {

class Draw : public test::GpuTest {
 protected:
    /// The triangle of half the target: its left bottom corner, y up, counter-clockwise.
    static std::vector<glm::vec4> lowerLeft(float depth) {
        return {{-1, -1, depth, 1}, {1, -1, depth, 1}, {-1, 1, depth, 1}};
    }
    static std::vector<glm::vec4> everywhere(float depth) {
        return {{-1, -1, depth, 1}, {3, -1, depth, 1}, {-1, 3, depth, 1}};
    }

    void draw(const std::vector<glm::vec4>& corners, const glm::vec4& colour, bool clear,
              RasterState::Cull cull = RasterState::Cull::none) {
        const Raster raster(device(), "test/corners", "test/paint", {{Format::rgba32f, Format::r32u}, true, cull});
        const Buffer buffer = bufferOf(device(), "corners", corners);
        commands().draw(raster, colour, {buffer}, {{&colour_, &number_}, &depth_, clear}, int(corners.size()));
        commands().submit();
    }

    glm::vec4 colourAt(int x, int y) const { return colour_.downloadAs<glm::vec4>()[std::size_t(y * width + x)]; }

    static constexpr int width = 65, height = 9;
    Image colour_{device(), "colour", {width, height}}, number_{device(), "number", {width, height, 1, Format::r32u}},
        depth_{device(), "depth", {width, height, 1, Format::depth32f}};
};

const glm::vec4 red(1, 0, 0, 0.5f), blue(0, 0, 1, 1);

TEST_F(Draw, RowZeroIsTheTopAndYGoesUp) {
    draw(lowerLeft(0.5f), red, true);
    EXPECT_EQ(colourAt(0, height - 1), red);
    EXPECT_EQ(colourAt(0, 1), red);
    EXPECT_EQ(colourAt(width - 1, 0), glm::vec4(0));
    EXPECT_EQ(colourAt(width - 1, height / 2), glm::vec4(0));
    const auto depth = depth_.downloadAs<float>();
    EXPECT_EQ(depth[(height - 1) * width], 0.5f);
    EXPECT_EQ(depth[width - 1], 1);
    int inside = 0;
    for (const glm::vec4& texel : colour_.downloadAs<glm::vec4>()) inside += texel == red;
    EXPECT_NEAR(inside, width * height / 2, height);
}

TEST_F(Draw, NearerWinsAndWhatIsThereIsKeptUnlessCleared) {
    draw(everywhere(0.5f), red, true);
    draw(lowerLeft(0.7f), blue, false);
    EXPECT_EQ(colourAt(0, height - 1), red) << "behind";
    draw(lowerLeft(0.3f), blue, false);
    EXPECT_EQ(colourAt(0, height - 1), blue) << "in front";
    EXPECT_EQ(colourAt(width - 1, 0), red) << "kept";
    draw(lowerLeft(0.9f), blue, true);
    EXPECT_EQ(colourAt(width - 1, 0), glm::vec4(0)) << "cleared";
}

TEST_F(Draw, TrianglesAreCountedAndSidesCulled) {
    std::vector<glm::vec4> corners = lowerLeft(0.5f);
    for (const glm::vec4& corner : lowerLeft(0.5f)) corners.push_back(-corner + glm::vec4(0, 0, 1, 2));
    draw(corners, red, true);
    const auto number = number_.downloadAs<std::uint32_t>();
    EXPECT_EQ(number[(height - 1) * width], 1U);
    EXPECT_EQ(number[width - 1], 2U);

    draw(lowerLeft(0.5f), red, true, RasterState::Cull::back);
    EXPECT_EQ(colourAt(0, height - 1), red) << "counter-clockwise is the front";
    draw(lowerLeft(0.5f), red, true, RasterState::Cull::front);
    EXPECT_EQ(colourAt(0, height - 1), glm::vec4(0));
    std::vector<glm::vec4> turned = lowerLeft(0.5f);
    std::swap(turned[0], turned[1]);
    draw(turned, red, true, RasterState::Cull::back);
    EXPECT_EQ(colourAt(0, height - 1), glm::vec4(0));
}

TEST_F(Draw, DepthAloneWithoutAFragmentShader) {
    const Raster raster(device(), "test/corners", "", {{}, true, RasterState::Cull::none});
    const Buffer corners = bufferOf(device(), "corners", everywhere(0.25f));
    commands().draw(raster, glm::vec4(0), {corners}, {{}, &depth_}, 3);
    commands().submit();
    EXPECT_THAT(depth_.downloadAs<float>(), testing::Each(0.25f));
}

TEST_F(Draw, DepthBiasPushesAway) {
    const Raster raster(device(), "test/corners", "", {{}, true, RasterState::Cull::none, 1000, 0});
    const Buffer corners = bufferOf(device(), "corners", everywhere(0.25f));
    commands().draw(raster, glm::vec4(0), {corners}, {{}, &depth_}, 3);
    commands().submit();
    const auto depth = depth_.downloadAs<float>();
    EXPECT_GT(depth[0], 0.25f);
    EXPECT_LT(depth[0], 0.26f);
}

TEST_F(Draw, AddsUpWhereItIsToldTo) {
    const Raster raster(device(), "test/corners", "test/add",
                        {{Format::rg11b10f}, false, RasterState::Cull::none, 0, 0, true});
    Image sum(device(), "sum", {width, height, 1, Format::rg11b10f});
    const Buffer all = bufferOf(device(), "corners", everywhere(0.5f)),
                 half = bufferOf(device(), "corners", lowerLeft(0.5f));
    const auto at = [&](int x, int y) {
        return glm::unpackF2x11_1x10(sum.downloadAs<std::uint32_t>()[std::size_t(y * width + x)]);
    };
    commands().draw(raster, glm::vec4(1, 0.5f, 2, 0), {all}, {{&sum}, nullptr}, 3);
    commands().draw(raster, glm::vec4(0.25f, 1, 0, 0), {half}, {{&sum}, nullptr, false}, 3);
    commands().submit();
    EXPECT_EQ(at(0, height - 1), glm::vec3(1.25f, 1.5f, 2));
    EXPECT_EQ(at(width - 1, 0), glm::vec3(1, 0.5f, 2));
    commands().draw(raster, glm::vec4(0.25f, 1, 0, 0), {half}, {{&sum}, nullptr}, 3);
    commands().submit();
    EXPECT_EQ(at(width - 1, 0), glm::vec3(0)) << "cleared";
}

TEST_F(Draw, SmallDepthOrdersAsWell) {
    Image depth(device(), "small depth", {width, height, 1, Format::depth16});
    const Raster raster(device(), "test/corners", "test/paint",
                        {{Format::rgba32f, Format::r32u}, true, RasterState::Cull::none, 0, 0, false, Format::depth16});
    const Buffer near = bufferOf(device(), "near", everywhere(0.5f)),
                 far = bufferOf(device(), "far", everywhere(0.501f));
    commands().draw(raster, red, {near}, {{&colour_, &number_}, &depth}, 3);
    commands().draw(raster, blue, {far}, {{&colour_, &number_}, &depth, false}, 3);
    commands().submit();
    EXPECT_EQ(colourAt(0, 0), red);
    EXPECT_THAT(depth.downloadAs<std::uint16_t>(),
                testing::Each(testing::AllOf(testing::Ge(32767), testing::Le(32768))));
    EXPECT_DEATH(commands().draw(raster, red, {near}, {{&colour_, &number_}, &depth_}, 3), "format of depth");
}

TEST_F(Draw, SectionsCountTheTargets) {
    const Raster raster(device(), "test/corners", "test/paint", {{Format::rgba32f, Format::r32u}, true});
    const Buffer corners = bufferOf(device(), "corners", everywhere(0.5f));
    {
        const auto section = commands().section("draw");
        commands().draw(raster, red, {corners}, {{&colour_, &number_}, &depth_}, 3);
    }
    commands().submit();
    EXPECT_EQ(commands().times()[0].bytes, 48U + width * height * (16U + 4U + 4U));
    EXPECT_EQ(commands().times()[0].runs, 1);
    {
        const auto section = commands().section("a fifth");
        commands().draw(raster, red, {corners}, {{&colour_, &number_}, &depth_, false, 0.2}, 3);
    }
    commands().submit();
    EXPECT_EQ(commands().times()[0].bytes, 48U + width * height / 5 * (16U + 4U + 4U));
}

TEST_F(Draw, TargetsThatDoNotFitAreOurMistake) {
    const Raster raster(device(), "test/corners", "test/paint", {{Format::rgba32f, Format::r32u}, true});
    const Buffer corners = bufferOf(device(), "corners", everywhere(0.5f));
    Image narrow(device(), "narrow", {8, height}), low(device(), "low", {width, 8});
    const auto into = [&](const Targets& targets) { commands().draw(raster, red, {corners}, targets, 3); };
    EXPECT_DEATH(into({{&colour_}, &depth_}), "colour targets of test/corners: got 1, wanted 2");
    EXPECT_DEATH(into({{&colour_, &number_}}), "depth target of test/corners: got 0, wanted 1");
    EXPECT_DEATH(into({{&number_, &colour_}, &depth_}), "format of number, a target of .*: got r32u, wanted rgba32f");
    EXPECT_DEATH(into({{&narrow, &number_}, &depth_}), "width of the targets of test/corners: got 8, wanted 65");
    EXPECT_DEATH(into({{&low, &number_}, &depth_}), "height of the targets of test/corners: got 8, wanted 9");
}

}  // namespace
}  // namespace inkheal::gpu
