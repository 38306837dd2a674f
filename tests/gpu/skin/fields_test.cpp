// The fields of a chart: intact skin at first, and copies of the state that are the state.

#include "skin/fields.h"

#include <gmock/gmock.h>

#include "support/gpu_test.h"

namespace inkheal::skin {
namespace {

using testing::Each;

class Fielded : public test::GpuTest {
 protected:
    Fields fieldsOf(int width, int height, std::size_t pigments = 1) {
        const Grid grid{width, height, 0.05f, {-1, -2}};
        return makeFields(device(), grid, std::vector<Pigment>(pigments), SiteConstants{}, 1);
    }

    static std::vector<gpu::Image*> imagesOf(State& state) {
        return {&state.captured, &state.ink,      &state.wound,    &state.epidermis, &state.film,
                &state.debris,   &state.mediator, &state.surround, &state.around};
    }

    static std::vector<float> ramp(const gpu::Image& image, float first) {
        std::vector<float> values(image.bytes() / 4);
        for (std::size_t i = 0; i < values.size(); ++i) values[i] = first + 0.001f * float(i % 9973);
        return values;
    }
};

TEST_F(Fielded, NewSkinIsIntactAndBare) {
    for (int size : {1, 7, 8, 9, 65}) {
        Fields fields = fieldsOf(size, size + 1);
        EXPECT_THAT(fields.state.epidermis.downloadAs<glm::vec4>(), Each(glm::vec4(1, 0, 0, 0))) << size;
        for (const gpu::Image* image : imagesOf(fields.state)) {
            if (image == &fields.state.epidermis) continue;
            EXPECT_THAT(image->downloadAs<float>(), Each(0.0f)) << image->name();
        }
        EXPECT_THAT(fields.dose.downloadAs<float>(), Each(0.0f));
        EXPECT_THAT(fields.anatomy.downloadAs<float>(), Each(0.0f));
    }
}

TEST_F(Fielded, EveryImageCoversTheChart) {
    Fields fields = fieldsOf(65, 9, 5);
    for (const gpu::Image* image :
         {&fields.dose, &fields.anatomy, &fields.state.captured, &fields.state.ink, &fields.state.wound,
          &fields.state.epidermis, &fields.state.film, &fields.state.debris}) {
        EXPECT_EQ(image->width(), 65) << image->name();
        EXPECT_EQ(image->height(), 9) << image->name();
        EXPECT_EQ(image->shape().format, gpu::Format::rgba32f) << image->name();
    }
    EXPECT_EQ(fields.state.mediator.width(), fields.coarse.width);
    EXPECT_EQ(fields.state.mediator.height(), fields.coarse.height);
    EXPECT_EQ(fields.state.mediator.shape().format, gpu::Format::rg32f);
}

TEST_F(Fielded, FourPigmentsShareALayer) {
    for (const auto& [pigments, layers] : {std::pair{1, 1}, {4, 1}, {5, 2}, {8, 2}}) {
        const Fields fields = fieldsOf(3, 3, std::size_t(pigments));
        EXPECT_EQ(fields.layers(), layers) << pigments;
        EXPECT_EQ(fields.dose.shape().layers, layers) << pigments;
        EXPECT_EQ(fields.state.captured.shape().layers, layers) << pigments;
        EXPECT_TRUE(fields.dose.shape().arrayed) << "an array image even with one layer";
    }
    EXPECT_DEATH(fieldsOf(3, 3, 0), "one to eight pigments");
    EXPECT_DEATH(fieldsOf(3, 3, 9), "one to eight pigments");
}

TEST_F(Fielded, CoarseGridIsTwelveMmWiderOnEverySideAndCentred) {
    for (const auto& [width, height] : {std::pair{1, 1}, {333, 40}, {40, 1000}}) {
        const Fields fields = fieldsOf(width, height);
        const glm::vec2 size = fields.grid.texelMm * glm::vec2(width, height),
                        coarse = fields.coarse.texelMm * glm::vec2(fields.coarse.width, fields.coarse.height);
        EXPECT_FLOAT_EQ(fields.coarse.texelMm, 0.5f);
        for (int c = 0; c < 2; ++c) {
            EXPECT_NEAR(fields.coarse.originMm[c] + coarse[c] / 2, fields.grid.originMm[c] + size[c] / 2, 1e-3);
            EXPECT_LE(fields.coarse.originMm[c], fields.grid.originMm[c] - 12 + 1e-3f);
            EXPECT_GE(fields.coarse.originMm[c] + coarse[c], fields.grid.originMm[c] + size[c] + 12 - 1e-3f);
        }
    }
}

TEST_F(Fielded, CopyIsTheStateAndStaysWhenTheStateGoesOn) {
    Fields fields = fieldsOf(65, 7, 6);
    State kept = makeState(device(), fields, "kept");
    float first = 1;
    for (gpu::Image* image : imagesOf(fields.state)) image->uploadFrom(std::span<const float>(ramp(*image, first++)));
    copyState(commands(), fields.state, kept);
    commands().clear(fields.state.ink, 9, 9, 9, 9);
    commands().submit();
    first = 1;
    for (const gpu::Image* image : imagesOf(kept))
        EXPECT_EQ(image->downloadAs<float>(), ramp(*image, first++)) << image->name();
    EXPECT_THAT(fields.state.ink.downloadAs<float>(), Each(9.0f));
}

TEST_F(Fielded, BytesAreThoseOfAllImages) {
    Fields fields = fieldsOf(65, 7, 6);
    std::uint64_t bytes = 0;
    for (const gpu::Image* image : imagesOf(fields.state)) bytes += image->bytes();
    EXPECT_EQ(stateBytes(fields.state), bytes);
    EXPECT_EQ(bytes, 65U * 7 * 16 * (2 + 5) + std::uint64_t(fields.coarse.width) * fields.coarse.height * 8 * 2 +
                         fields.state.around.bytes());
}

}  // namespace
}  // namespace inkheal::skin
