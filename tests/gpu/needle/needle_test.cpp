// What the needle leaves in the skin on day 0.

#include "needle/needle.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

#include "needle/needle_laws.h"
#include "support/gpu_test.h"

namespace inkheal::needle {
namespace {

class Inking : public test::GpuTest {
 protected:
    static constexpr float artPerMm = 20;

    /// An artwork of w x h mm, bare; draw into it with bar().
    static design::Artwork blank(float w, float h) {
        design::Artwork artwork;
        artwork.picture = Picture(int(w * artPerMm), int(h * artPerMm));
        artwork.widthMm = w;
        artwork.heightMm = h;
        return artwork;
    }

    static void bar(design::Artwork& artwork, float x0, float y0, float x1, float y1, glm::vec4 colour = {0, 0, 0, 1}) {
        for (int y = int(y0 * artPerMm); y < int(y1 * artPerMm); ++y)
            for (int x = int(x0 * artPerMm); x < int(x1 * artPerMm); ++x) artwork.picture.at(x, y) = colour;
    }

    static design::Style style(std::vector<std::string> pigments = {"black"}) {
        return {"test", "", std::move(pigments), {"test needle", 0.25f, 0.30f, 0.10f, 1}};
    }

    skin::Fields inked(const design::Artwork& artwork, const design::Style& with, float rotateDeg = 0,
                       float perMm = 20) {
        std::vector<skin::Pigment> pigments;
        for (const std::string& name : with.pigments) pigments.push_back(skin::pigmentNamed(name));
        const skin::Grid grid = skin::gridAround(artwork.widthMm, artwork.heightMm, rotateDeg, perMm, 2);
        skin::Fields fields = skin::makeFields(device(), grid, pigments, skin::SiteConstants{}, 1);
        report_ = Needle(device()).ink(commands(), artwork, with, rotateDeg, fields);
        commands().submit();
        return fields;
    }

    /// Total dose at a chart point.
    static float doseAt(const skin::Fields& fields, const std::vector<glm::vec4>& dose, glm::vec2 mm) {
        const glm::ivec2 at((mm - fields.grid.originMm) / fields.grid.texelMm);
        float sum = 0;
        const std::size_t layer = std::size_t(fields.grid.width) * fields.grid.height;
        for (int l = 0; l < fields.layers(); ++l) {
            const glm::vec4 d = dose[l * layer + std::size_t(at.y) * fields.grid.width + at.x];
            sum += d.x + d.y + d.z + d.w;
        }
        return sum;
    }

    /// Width in mm of what is inked along x through the chart's y.
    static double widthAlongX(const skin::Fields& fields, const std::vector<glm::vec4>& dose, float y) {
        const int row = int((y - fields.grid.originMm.y) / fields.grid.texelMm);
        double sum = 0;
        for (int x = 0; x < fields.grid.width; ++x)
            sum += std::min(dose[std::size_t(row) * fields.grid.width + x].x, 1.0f);
        return sum * fields.grid.texelMm;
    }

    Separation report_;
};

TEST_F(Inking, SolidGrowsByTheDilationAtEachEdge) {
    design::Artwork artwork = blank(6, 6);
    bar(artwork, 1, 1, 5, 5);
    const skin::Fields fields = inked(artwork, style());
    const auto dose = fields.dose.downloadAs<glm::vec4>();
    EXPECT_NEAR(widthAlongX(fields, dose, 0), 4.2, 0.06);
    EXPECT_GT(doseAt(fields, dose, {0, 0}), 0.9);
    EXPECT_EQ(doseAt(fields, dose, {2.5f, 0}), 0);
}

TEST_F(Inking, HairlineBecomesAsWideAsTheFootprint) {
    design::Artwork artwork = blank(6, 6);
    bar(artwork, 3, 1, 3.05f, 5);
    const auto fields = inked(artwork, style());
    EXPECT_NEAR(widthAlongX(fields, fields.dose.downloadAs<glm::vec4>(), 0), 0.32, 0.08);
}

TEST_F(Inking, FaintHairlineIsMarkedWhole) {
    design::Artwork artwork = blank(6, 6);
    bar(artwork, 3, 1, 3.05f, 5, {0, 0, 0, 0.5f});
    const auto fields = inked(artwork, style());
    EXPECT_GT(widthAlongX(fields, fields.dose.downloadAs<glm::vec4>(), 0), 0.24);
}

TEST_F(Inking, DotsStayDots) {
    design::Artwork artwork = blank(6, 6);
    for (float x = 1; x < 5; x += 1) bar(artwork, x, 3, x + 0.1f, 3.1f);
    const auto fields = inked(artwork, style());
    const auto dose = fields.dose.downloadAs<glm::vec4>();
    EXPECT_GT(doseAt(fields, dose, {-0.96f, -0.06f}), 0.8);
    EXPECT_EQ(doseAt(fields, dose, {-0.5f, -0.06f}), 0);
}

TEST_F(Inking, TopOfTheArtworkLiesTowardTheBodyAndTurnsAnticlockwise) {
    design::Artwork artwork = blank(8, 8);
    bar(artwork, 3.5f, 0, 4.5f, 2);  // at the top
    const auto upright = inked(artwork, style());
    EXPECT_GT(doseAt(upright, upright.dose.downloadAs<glm::vec4>(), {0, 3}), 0.8);
    EXPECT_EQ(doseAt(upright, upright.dose.downloadAs<glm::vec4>(), {0, -3}), 0);
    const auto turned = inked(artwork, style(), 90);
    EXPECT_GT(doseAt(turned, turned.dose.downloadAs<glm::vec4>(), {-3, 0}), 0.8);
}

TEST_F(Inking, GreyIsAPartOfBlackAndStaysInItsPlace) {
    design::Artwork artwork = blank(6, 6);
    bar(artwork, 1, 1, 5, 5, {0.4f, 0.4f, 0.4f, 1});
    const auto fields = inked(artwork, style());
    const auto dose = fields.dose.downloadAs<glm::vec4>();
    const float inside = doseAt(fields, dose, {0, 0});
    EXPECT_GT(inside, 0.2);
    EXPECT_LT(inside, 0.7);
    EXPECT_NEAR(widthAlongX(fields, dose, 0) / inside, 4.0, 0.1);
}

TEST_F(Inking, StateOfDayZeroFollowsTheDose) {
    design::Artwork artwork = blank(7, 5);
    bar(artwork, 0, 0, 3, 5);
    bar(artwork, 3, 0, 7, 5, {0.3f, 0.02f, 0.02f, 1});
    const auto fields = inked(artwork, style({"black", "red", "yellow", "green", "blue"}));
    const auto dose = fields.dose.downloadAs<glm::vec4>(), ink = fields.state.ink.downloadAs<glm::vec4>(),
               epidermis = fields.state.epidermis.downloadAs<glm::vec4>(),
               debris = fields.state.debris.downloadAs<glm::vec4>(), anatomy = fields.anatomy.downloadAs<glm::vec4>();
    const std::size_t layer = ink.size();
    for (std::size_t i = 0; i < layer; ++i) {
        const glm::vec4 both = dose[i] + dose[layer + i];
        const float load = both.x + both.y + both.z + both.w, hurt = epidermis[i].w;
        EXPECT_NEAR(hurt, law::injuryBounded(double(load)), 1e-4);
        EXPECT_NEAR(epidermis[i].x, 1 - 0.9f * hurt, 1e-5);
        EXPECT_NEAR(debris[i].x, 0.9f * hurt, 1e-5);
        EXPECT_NEAR(ink[i].x + ink[i].y, load > 0 ? 1 : 0, 1e-5);
        EXPECT_EQ(anatomy[i].w > 0, load > 0);
    }
}

TEST_F(Inking, MediatorHoldsTheInjuryOfTheArea) {
    design::Artwork artwork = blank(6, 6);
    bar(artwork, 1, 1, 5, 5);
    const auto fields = inked(artwork, style());
    double fine = 0, coarse = 0;
    for (const glm::vec4& texel : fields.state.epidermis.downloadAs<glm::vec4>()) fine += texel.w;
    for (const glm::vec2& value : fields.state.mediator.downloadAs<glm::vec2>()) {
        coarse += value.x;
        EXPECT_NEAR(value.y, law::lingeringMediator(double(value.x)), 1e-5);
    }
    fine *= double(fields.grid.texelMm) * fields.grid.texelMm;
    coarse *= double(fields.coarse.texelMm) * fields.coarse.texelMm;
    EXPECT_NEAR(coarse, fine, 0.01 * fine);
}

TEST_F(Inking, TwiceTheSameIsTheSame) {
    design::Artwork artwork = blank(3, 3);
    bar(artwork, 0.5f, 0.5f, 2.5f, 1.5f, {0.7f, 0.1f, 0.05f, 1});
    const auto first = inked(artwork, style({"black", "red", "yellow"}));
    const auto second = inked(artwork, style({"black", "red", "yellow"}));
    EXPECT_EQ(first.dose.download(), second.dose.download());
    EXPECT_EQ(first.state.epidermis.download(), second.state.epidermis.download());
}

}  // namespace
}  // namespace inkheal::needle
