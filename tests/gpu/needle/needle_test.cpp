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
        const design::NeedleKind liner{"single", design::Grouping::round, 1, 0.20f, 10, 1, 0.10f, 0.40f};
        const design::NeedleKind shader{"magnum", design::Grouping::magnum, 5, 0.25f, 7.4f, 2, 0.10f, 0.40f};
        return {"test", "", std::move(pigments), liner, shader};
    }

    skin::Fields inked(const design::Artwork& artwork, const design::Style& with, float rotateDeg = 0,
                       const skin::SiteConstants& site = {}) {
        std::vector<skin::Pigment> pigments;
        for (const std::string& name : with.pigments) pigments.push_back(skin::pigmentNamed(name));
        const skin::Grid grid = skin::gridAround(artwork.widthMm, artwork.heightMm, rotateDeg, 20, 2);
        skin::Fields fields = skin::makeFields(device(), grid, pigments, site, 1);
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

    /// A texel of a flat image at a chart point.
    template <class T>
    static T at(const skin::Fields& fields, const gpu::Image& image, glm::vec2 mm) {
        const glm::ivec2 texel((mm - fields.grid.originMm) / fields.grid.texelMm);
        return image.downloadAs<T>()[std::size_t(texel.y) * fields.grid.width + texel.x];
    }

    static float injuryAt(const skin::Fields& fields, glm::vec2 mm) {
        return at<glm::vec4>(fields, fields.state.epidermis, mm).w;
    }

    static float missAt(const skin::Fields& fields, glm::vec2 mm) { return at<glm::vec2>(fields, fields.inking, mm).y; }

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

TEST_F(Inking, DotsStayDotsWithBareSkinBetween) {
    for (const char* name : {"geometric", "black-and-grey"}) {
        design::Artwork artwork = blank(6, 6);
        for (float y = 1; y < 5; y += 1)
            for (float x = 1; x < 5; x += 1) bar(artwork, x, y, x + 0.1f, y + 0.1f);
        const auto fields = inked(artwork, design::styleNamed(name));
        const auto dose = fields.dose.downloadAs<glm::vec4>();
        EXPECT_GT(doseAt(fields, dose, {-0.96f, 0.94f}), 0.8) << name;
        EXPECT_EQ(doseAt(fields, dose, {-0.5f, 0.94f}), 0) << name;
        EXPECT_EQ(injuryAt(fields, {-0.5f, 0.5f}), 0) << name << ": no needle passed";
        const float dot = injuryAt(fields, {-0.96f, 0.94f});
        EXPECT_GT(dot, 0.3) << name;
        EXPECT_LT(dot, 0.8) << name;
    }
}

TEST_F(Inking, AWashWoundsMoreThanMarksOfTheSameInk) {
    design::Artwork artwork = blank(6, 6);
    bar(artwork, 1, 1, 5, 5, {0.5f, 0.5f, 0.5f, 1});
    design::Style undiluted = style(), washed = style();
    washed.washes = {1, 0.5f, 0.1f};
    const auto marks = inked(artwork, undiluted), wash = inked(artwork, washed);
    EXPECT_EQ(marks.dose.download(), wash.dose.download()) << "the same ink";
    const double grey = doseAt(marks, marks.dose.downloadAs<glm::vec4>(), {0, 0});
    const double full = design::holeShare(undiluted.shader);
    EXPECT_NEAR(injuryAt(marks, {0, 0}), law::injury(full * grey), 0.01) << "marks, and skin spared between them";
    EXPECT_NEAR(injuryAt(wash, {0, 0}), law::injury(full * 0.5 * (1 + grey)), 0.01)
        << "all of it, in one to two passes";
}

TEST_F(Inking, AHairlineWoundsLessThanASolid) {
    design::Artwork artwork = blank(8, 6);
    bar(artwork, 1, 1, 4, 5);
    bar(artwork, 6, 1, 6.05f, 5);
    const auto fields = inked(artwork, style());
    const auto dose = fields.dose.downloadAs<glm::vec4>();
    EXPECT_NEAR(doseAt(fields, dose, {2.02f, 0}), doseAt(fields, dose, {-1.5f, 0}), 0.05) << "as black";
    EXPECT_NEAR(injuryAt(fields, {-1.5f, 0}), 1, 0.02);
    EXPECT_NEAR(injuryAt(fields, {2.02f, 0}), law::injury(design::holeShare(style().liner)), 0.03);
}

TEST_F(Inking, InkLiesAsDeepAsTheSiteLetsIt) {
    design::Artwork artwork = blank(20, 20);
    bar(artwork, 0, 0, 20, 20);
    const auto outer = [&](float epidermisMm) {
        skin::SiteConstants site;
        site.epidermisMm = epidermisMm;
        const auto fields = inked(artwork, style(), 0, site);
        double sum = 0, least = 1, most = 0, count = 0;
        const auto inks = fields.state.ink.downloadAs<glm::vec4>();
        const auto inking = fields.inking.downloadAs<glm::vec2>();
        for (std::size_t i = 0; i < inks.size(); ++i) {
            const glm::vec4 ink = inks[i];
            EXPECT_EQ(inking[i].x, ink.y);
            if (ink.x <= 0) continue;
            EXPECT_NEAR(ink.x + ink.y, 1, 1e-5);
            sum += double(ink.x);
            count += 1;
            least = std::min(least, double(ink.x));
            most = std::max(most, double(ink.x));
        }
        EXPECT_LT(least, 0.95 * sum / count) << "no hand is even";
        EXPECT_GT(most, 1.05 * sum / count);
        return sum / count;
    };
    EXPECT_NEAR(outer(0.08f), 0.20, 0.01);
    EXPECT_NEAR(outer(0.15f), 0.334, 0.02) << "side of a finger";
}

TEST_F(Inking, WhatThePigmentsDoNotReachIsMapped) {
    design::Artwork artwork = blank(6, 6);
    bar(artwork, 1, 1, 3, 5);
    bar(artwork, 3, 1, 5, 5, {0.75f, 0.02f, 0.02f, 1});
    const auto fields = inked(artwork, style());
    EXPECT_LT(missAt(fields, {-1, 0}), 5) << "black";
    EXPECT_GT(missAt(fields, {1, 0}), 20) << "red, from black alone";
    EXPECT_EQ(missAt(fields, {2.5f, 0}), 0) << "bare";
    EXPECT_NEAR(report_.unreachableShare, 0.5, 0.02);
    EXPECT_NEAR(report_.meanDeltaE, 0.5 * (missAt(fields, {-1, 0}) + missAt(fields, {1, 0})), 0.5);
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
        EXPECT_LE(hurt, law::injury(1.001 * design::holeShare(style().shader) * double(load)) + 1e-4);
        EXPECT_GE(hurt, law::injury(0.999 * design::holeShare(style().liner) * double(load)) - 1e-4);
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
