// How skin differs over a limb: bounded, repeatable, and the same at both sides of a seam.

#include "portrait/mottle.h"

#include <gtest/gtest.h>

#include "body/shapes.h"
#include "body/stock.h"

namespace inkheal::portrait {
namespace {

/// Without a site's own colour.
skin::Complexion skinOf(const char* tone) {
    return {skin::toneNamed(tone), {}};
}

const skin::Complexion& lightSkin() {
    static const skin::Complexion skin = skinOf("monk-2");
    return skin;
}
const skin::Complexion& darkSkin() {
    static const skin::Complexion skin = skinOf("monk-9");
    return skin;
}

std::vector<glm::vec4> mottled(const body::Mesh& mesh, const skin::Complexion& skin) {
    return mottling(mesh, body::veinsUnder(mesh), skin);
}

glm::vec3 meanOf(const std::vector<glm::vec4>& factors) {
    glm::dvec3 sum(0);
    for (const glm::vec4& f : factors) sum += glm::dvec3(f);
    return glm::vec3(sum / double(factors.size()));
}

TEST(Mottling, StaysASmallChangeOfTheSkin) {
    const body::Mesh limb = body::makeCone(40, 30, 150, 2);
    for (const skin::Complexion* skin : {&lightSkin(), &darkSkin()}) {
        const std::vector<glm::vec4> factors = mottled(limb, *skin);
        ASSERT_EQ(factors.size(), limb.positionsMm.size());
        float low = 2, high = 0;
        for (const glm::vec4& f : factors) {
            low = std::min({low, f.r, f.g, f.b}), high = std::max({high, f.r, f.g, f.b});
            EXPECT_EQ(f.w, 0);  // no nail
        }
        EXPECT_GE(low, 0.4);
        EXPECT_LE(high, 1.8);
        EXPECT_LT(low, 0.99);  // but there is some
        EXPECT_GT(high, 1.01);
        for (int c = 0; c < 3; ++c) EXPECT_NEAR(meanOf(factors)[c], 1, 0.06);  // round the skin's own colour
    }
}

TEST(Mottling, OfTheHandIsBoundedOnPalmAndNailsOfEveryTone) {
    const body::Mesh hand = body::loadBody("hand");
    for (const glm::vec4& f : mottled(hand, lightSkin())) {
        ASSERT_GE(std::min({f.r, f.g, f.b}), 0.4);
        ASSERT_LE(std::max({f.r, f.g, f.b}), 1.8);
        ASSERT_GE(f.w, 0);
        ASSERT_LE(f.w, 1);
    }
    // Darker skin has light palms and nails: there the factor is larger, but the colour stays below that of light skin.
    for (const char* tone : {"monk-6", "monk-9"}) {
        const skin::Complexion skin = skinOf(tone);
        for (const glm::vec4& f : mottled(hand, skin))
            for (int c = 0; c < 3; ++c) {
                ASSERT_GE(f[c], 0.3);
                ASSERT_LE(f[c] * skin.bare()[c], 1.15f * lightSkin().bare()[c]);
            }
    }
}

TEST(Mottling, IsTheSameEveryTimeAndOnBothSidesOfASeam) {
    const body::Mesh limb = body::makeCone(20, 20, 40, 2);
    const std::vector<glm::vec4> factors = mottled(limb, lightSkin());
    EXPECT_EQ(factors, mottled(limb, lightSkin()));
    const std::vector<std::uint32_t> place = body::weldedIds(limb.positionsMm);
    int seams = 0;
    for (std::size_t v = 0; v < place.size(); ++v) {
        seams += place[v] != v;
        ASSERT_EQ(factors[v], factors[place[v]]);
    }
    EXPECT_GT(seams, 10);
}

TEST(Mottling, ReddensSkinInFoldsAndAtFingertips) {
    body::Mesh limb = body::makeCone(20, 20, 40, 2), folded = limb, tip = limb;
    for (float& openness : folded.openness) openness = 0.3f;
    for (body::Anatomy& a : tip.anatomy) a.digit = 2, a.alongLimbMm = 3;
    const auto redness = [](const body::Mesh& mesh) {
        const glm::vec3 mean = meanOf(mottled(mesh, lightSkin()));
        return mean.r / mean.g;
    };
    EXPECT_GT(redness(folded), redness(limb) + 0.03);
    EXPECT_GT(redness(tip), redness(limb) + 0.03);
}

TEST(Mottling, NailsAreKnownAndPaler) {
    body::Mesh limb = body::makeCone(8, 8, 20, 2);
    for (body::Anatomy& a : limb.anatomy) a.nail = 1;
    for (const glm::vec4& f : mottled(limb, darkSkin())) {
        ASSERT_EQ(f.w, 1);
        ASSERT_GT(f.g, 1);
    }
}

}  // namespace
}  // namespace inkheal::portrait
