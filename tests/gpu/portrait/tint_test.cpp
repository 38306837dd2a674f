// The tint kernel against the same laws on the CPU, and against the Monte Carlo contrasts of rendering.md section 2.

#include "portrait/tint.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <glm/gtc/packing.hpp>

#include "base/colour.h"
#include "skin/optics.h"
#include "support/gpu_test.h"

namespace inkheal::portrait {
namespace {

class Tint : public test::GpuTest {
 protected:
    skin::Fields fieldsOf(int width, int height, float texelMm, std::initializer_list<const char*> inks = {"black"}) {
        std::vector<skin::Pigment> pigments;
        for (const char* name : inks) pigments.push_back(skin::pigmentNamed(name));
        const skin::Grid grid{
            width, height, texelMm, {-0.5f * texelMm * float(width), -0.5f * texelMm * float(height)}};
        skin::Fields fields = skin::makeFields(device(), grid, pigments, skin::SiteConstants{}, 1);
        fill(fields.anatomy,
             {0.62f * fields.site.reliefMm, 0.5f, 3.0f, 0});  // mean relief, middle of a plate of mean thickness
        fillInking(fields, skin::law::freeShareAtStart);
        return fields;
    }

    static void fill(gpu::Image& image, const glm::vec4& value) {
        const auto count = std::size_t(image.width()) * image.height() * image.shape().layers;
        image.uploadFrom(std::span<const glm::vec4>(std::vector<glm::vec4>(count, value)));
    }

    static void fillFirstLayer(gpu::Image& image, const glm::vec4& value) {
        std::vector<glm::vec4> texels(std::size_t(image.width()) * image.height() * image.shape().layers, glm::vec4(0));
        std::fill_n(texels.begin(), std::size_t(image.width()) * image.height(), value);
        image.uploadFrom(std::span<const glm::vec4>(texels));
    }

    static void fillInking(skin::Fields& fields, double freeAtStart) {
        const auto count = std::size_t(fields.grid.width) * fields.grid.height;
        fields.inking.uploadFrom(std::span<const glm::vec2>(std::vector<glm::vec2>(count, {float(freeAtStart), 0})));
    }

    static void setState(skin::Fields& fields, const skin::InkedPlace& place, double captured) {
        skin::State& state = fields.state;
        const double lost = place.doses[0] * (1 - place.epidermalShare - place.dermalShare);
        fill(state.ink, {place.epidermalShare, place.freeShare, lost, 0});
        fillFirstLayer(state.captured, glm::vec4(float(place.doses[0] * captured), 0, 0, 0));
        fill(state.epidermis, {place.integrity, 0, place.young, 0});
        fill(state.film, {0, 0, place.crust, place.darkening});
        fill(state.wound, {0, 0.25 * (place.bloodMultiple - 1), 0, place.crustBlood});
        fillInking(fields, place.freeAtStart);
    }

    std::vector<glm::vec4> tintOf(const skin::Fields& fields, const char* tone) {
        Tinter tinter(device());
        tinter.setTone(skin::toneNamed(tone), fields.site);
        Look look = tinter.makeLook(fields);
        tinter.tint(commands(), fields, look);
        commands().submit();
        bare_ = tinter.bareTint();
        return look.tint.downloadAs<glm::vec4>();
    }

    /// Of the texel in the middle.
    glm::vec4 surfaceOf(const skin::Fields& fields) {
        Tinter tinter(device());
        tinter.setTone(skin::toneNamed("monk-3"), fields.site);
        Look look = tinter.makeLook(fields);
        tinter.tint(commands(), fields, look);
        commands().submit();
        const std::size_t middle = std::size_t(fields.grid.height / 2 * fields.grid.width + fields.grid.width / 2);
        return glm::unpackHalf4x16(look.surface.downloadAs<std::uint64_t>()[middle]);
    }

    glm::vec3 bare_{0};
};

TEST_F(Tint, NoInkIsBareSkinAtEverySize) {
    for (int size : {1, 7, 8, 9, 65})
        for (const char* tone : {"monk-1", "monk-6", "monk-10"}) {
            const skin::Fields fields = fieldsOf(size, size, 0.05f);
            for (const glm::vec4& texel : tintOf(fields, tone))
                for (int c = 0; c < 3; ++c) ASSERT_NEAR(texel[c], bare_[c], 0.002f) << size << tone;
            const glm::vec3 exact(
                skin::linearRgb(skin::bareSpectrum(skin::skinTable(skin::toneNamed(tone), fields.site), fields.site)));
            for (int c = 0; c < 3; ++c) EXPECT_NEAR(bare_[c], exact[c], 1e-5f);
        }
}

TEST_F(Tint, DarkenedBareSkinIsThatOfTheCpu) {
    for (const char* tone : {"monk-4", "monk-7", "monk-9"})
        for (const double darkening : {0.05, 0.31, 1.9})
            for (const double blood : {1.0, 2.2}) {
                skin::Fields fields = fieldsOf(48, 48, 0.1f);
                skin::InkedPlace place{{0.0}, 0, 0, 0, 1, blood};
                place.darkening = darkening;
                setState(fields, place, 0);
                const glm::vec3 exact(skin::linearRgb(skin::bareSpectrum(
                    skin::skinTable(skin::toneNamed(tone), fields.site), fields.site, blood, darkening)));
                const glm::vec4 texel = tintOf(fields, tone)[24 * 48 + 24];
                for (int c = 0; c < 3; ++c)
                    EXPECT_NEAR(texel[c], std::max(exact[c], 0.002f), 0.003) << tone << darkening << " " << c;
            }
}

TEST_F(Tint, FlatInkIsTheLayersOfTheCpu) {
    const std::vector<std::pair<skin::InkedPlace, double>> states{
        {{{1.0}, 0.20, 0.80, 0.80, 0.1}, 0.0},                          // day 0
        {{{1.0}, 0.0, 0.40, 0.05, 0.9, 1, 0, 1, 0, 0, 0, 0.05}, 0.35},  // young ink, though little of it is free
        {{{1.0}, 0.15, 0.62, 0.15, 0.9, 1.8, 0.8, 0.4, 0.27}, 0.47},    // day 5: crust
        {{{0.6}, 0.06, 0.66, 0.02, 1.0, 1.1, 0.1, 0.2, 0.43}, 0.64},    // day 10: film
        {{{1.0}, 0.0, 0.68, 0.0, 1.0}, 0.68},
        {{{0.1}, 0.0, 0.68, 0.0, 1.0}, 0.68},                            // healed
        {{{0.3}, 0.0, 0.68, 0.0, 1.0, 1.0, 0, 1, 0, 0, 0, 0.6}, 0.68}};  // and darkened
    for (const char* ink : {"black", "red", "yellow", "white"})
        for (const char* tone : {"monk-2", "monk-5", "monk-9"})
            for (const auto& [place, captured] : states) {
                skin::Fields fields = fieldsOf(48, 48, 0.1f, {ink});
                fillFirstLayer(fields.dose, glm::vec4(float(place.doses[0]), 0, 0, 0));
                setState(fields, place, captured);
                const skin::SkinTable table = skin::skinTable(skin::toneNamed(tone), fields.site);
                const skin::InkedSpectrum light =
                    skin::inkedSpectrum(table, skin::pigmentTable(fields.pigments), fields.site, place);
                const glm::dvec3 exact = skin::linearRgb(light.all);
                const glm::vec4 texel = tintOf(fields, tone)[24 * 48 + 24];
                for (int c = 0; c < 3; ++c)
                    EXPECT_NEAR(texel[c], std::max(exact[c], 0.0), 0.003) << ink << tone << place.integrity << " " << c;
            }
}

TEST_F(Tint, LineKeepsTheContrastOfItsDepth) {
    // Weber contrast in green of a 0.1 mm line over that of a solid (rendering.md section 2): 0.57 / 0.84 with ink from
    // 0.08 mm, 0.39 / 0.69 from 0.15 mm. Healed ink here begins at 0.13 mm. Fresh ink, in the epidermis: 0.87 / 0.98.
    const int size = 320;
    const float texelMm = 0.025f;
    const auto contrast = [&](const skin::InkedPlace& place, double captured, int halfTexels) {
        skin::Fields fields = fieldsOf(size, size, texelMm);
        std::vector<glm::vec4> dose(std::size_t(size) * size, glm::vec4(0)), kept = dose;
        std::vector<glm::vec4> ink(dose), epidermis(dose.size(), glm::vec4(1, 0, 0, 0));
        for (int y = 0; y < size; ++y)
            for (int x = size / 2 - halfTexels; x < size / 2 + halfTexels; ++x) {
                const std::size_t i = std::size_t(y) * size + x;
                dose[i].x = 1;
                kept[i].x = float(captured);
                ink[i] = {place.epidermalShare, place.freeShare, 1 - place.epidermalShare - place.dermalShare, 0};
                epidermis[i].x = float(place.integrity);
            }
        fields.dose.uploadFrom(std::span<const glm::vec4>(dose));
        fields.state.captured.uploadFrom(std::span<const glm::vec4>(kept));
        fields.state.ink.uploadFrom(std::span<const glm::vec4>(ink));
        fields.state.epidermis.uploadFrom(std::span<const glm::vec4>(epidermis));
        const auto tint = tintOf(fields, "monk-3");
        return 1 - tint[std::size_t(size) / 2 * size + size / 2].g / bare_.g;
    };
    const skin::InkedPlace fresh{{1.0}, 0.20, 0.80, 0.80, 0.1}, healed{{1.0}, 0.0, 0.68, 0.0, 1.0};
    EXPECT_NEAR(contrast(fresh, 0, 2) / contrast(fresh, 0, 150), 0.85, 0.08);  // a fifth of the ink is in the epidermis
    const double healedShare = contrast(healed, 0.68, 2) / contrast(healed, 0.68, 150);
    EXPECT_GT(healedShare, 0.50);
    EXPECT_LT(healedShare, 0.70);
}

TEST_F(Tint, RednessIsSeenOnLightSkinAndHardlyOnDark) {
    const auto redder = [&](const char* tone) {
        skin::Fields fields = fieldsOf(32, 32, 0.1f);
        fill(fields.state.wound, {0, 0.75, 0, 0});
        const glm::vec4 texel = tintOf(fields, tone)[16 * 32 + 16];
        const glm::dvec3 surface(skin::toneNamed(tone).pedestal);  // an instrument sees it too
        return labFromLinear(glm::dvec3(texel) + surface).y - labFromLinear(glm::dvec3(bare_) + surface).y;
    };
    EXPECT_GT(redder("monk-3"), 3);
    EXPECT_LT(redder("monk-9"), 1.5);
}

TEST_F(Tint, SameStateGivesTheSameBits) {
    skin::Fields fields = fieldsOf(65, 33, 0.05f, {"black", "red", "yellow", "green", "blue"});
    fill(fields.dose, glm::vec4(0.2f));
    fill(fields.state.ink, {0.2f, 0.8f, 0, 0});
    EXPECT_EQ(tintOf(fields, "monk-4"), tintOf(fields, "monk-4"));
}

TEST_F(Tint, WetAndCrustedSkinShowInTheSurface) {
    skin::Fields fields = fieldsOf(16, 16, 0.05f);
    fill(fields.state.film, {0.5f, 0, 0.8f, 0});
    fill(fields.state.wound, {0, 0, 1, 0});
    const glm::vec4 surface = surfaceOf(fields);
    EXPECT_NEAR(surface.x, 0.35 + 0.08 + 0.045, 0.05);  // swelling, crust and a film that pools, mm
    EXPECT_GT(surface.y, 0.9);
    EXPECT_GT(surface.z, 0.7);
}

TEST_F(Tint, CreamedSkinShinesWhereItIsNotScaly) {
    skin::Fields fields = fieldsOf(16, 16, 0.05f);
    EXPECT_EQ(surfaceOf(fields).w, 0);
    fields.ointment = 0.4f;
    EXPECT_NEAR(surfaceOf(fields).w, -0.4f, 1e-3);
    fill(fields.state.epidermis, {1, 0, 0.5f, 0.9f});  // young corneum at the height of the silver skin
    EXPECT_NEAR(surfaceOf(fields).w, 0.8f - 0.2f * 0.4f, 1e-3);
}

}  // namespace
}  // namespace inkheal::portrait
