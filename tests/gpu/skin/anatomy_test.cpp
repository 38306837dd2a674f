// The lasting structure that the device grows: repeatable, of the site's measures, in pieces of the right size.

#include "skin/anatomy.h"

#include <gmock/gmock.h>

#include <cmath>
#include <map>
#include <numeric>

#include "shared/language.h"
#include "support/gpu_test.h"

namespace inkheal::skin {
namespace {

namespace law {
using namespace inkheal::language;
using real = double;
#include "skin/relief_laws.h"
}  // namespace law

class Anatomy : public test::GpuTest {
 protected:
    Fields grown(const Grid& grid, const SiteConstants& site, std::uint32_t seed) {
        Fields fields = makeFields(device(), grid, std::vector<Pigment>(1), site, seed);
        growAnatomy(commands(), fields);
        return fields;
    }

    static Grid square(int texels, float texelMm) {
        const float half = -0.5f * texelMm * float(texels);
        return {texels, texels, texelMm, {half, half}};
    }
};

TEST_F(Anatomy, IsTheLawAtEverySize) {
    const SiteConstants site;
    for (int size : {1, 7, 8, 9, 65, 200}) {
        const Fields fields = grown(square(size, 0.05f), site, 3);
        const auto got = fields.anatomy.downloadAs<glm::vec4>();
        int off = 0;
        for (int y = 0; y < size; ++y)
            for (int x = 0; x < size; ++x) {
                const glm::vec2 mm = fields.grid.originMm + (glm::vec2(x, y) + 0.5f) * fields.grid.texelMm;
                const glm::vec4 texel = got[std::size_t(y * size + x)];
                const double height =
                    law::microReliefMm(double(mm.x), double(mm.y), double(site.cellMm), double(site.reliefMm), 3);
                const law::DeadPiece piece = law::pieceAt(double(mm.x), double(mm.y), double(site.cellMm), 3);
                // Where two centres are equally near, float and double may choose differently.
                off += std::abs(texel.x - height) > 0.01 * site.reliefMm || std::abs(texel.y - piece.hash) > 1e-6 ||
                       std::abs(texel.z - piece.rimMm) > 0.005;
                EXPECT_EQ(texel.w, 0);
            }
        EXPECT_LE(off, size * size / 500) << size;
    }
}

TEST_F(Anatomy, SameSeedIsTheSameBitsAndAnotherIsAnotherSkin) {
    const Grid grid = square(150, 0.05f);
    const SiteConstants site;
    const auto once = grown(grid, site, 1).anatomy.downloadAs<glm::vec4>(),
               again = grown(grid, site, 1).anatomy.downloadAs<glm::vec4>(),
               other = grown(grid, site, 2).anatomy.downloadAs<glm::vec4>();
    EXPECT_TRUE(once == again);
    int heights = 0, pieces = 0;
    for (std::size_t i = 0; i < once.size(); ++i) {
        heights += once[i].x != other[i].x;
        pieces += once[i].y != other[i].y;
    }
    EXPECT_GT(heights, int(once.size()) / 2);
    EXPECT_GT(pieces, int(once.size()) * 9 / 10);
}

TEST_F(Anatomy, BelongsToThePlaceNotToTheGrid) {
    const Grid whole{120, 80, 0.05f, {-3, -2}}, part{40, 30, 0.05f, {-3 + 0.05f * 50, -2 + 0.05f * 20}};
    const auto large = grown(whole, SiteConstants{}, 1).anatomy.downloadAs<glm::vec4>(),
               small = grown(part, SiteConstants{}, 1).anatomy.downloadAs<glm::vec4>();
    int off = 0;
    for (int y = 0; y < 30; ++y)
        for (int x = 0; x < 40; ++x) {
            const glm::vec4 a = large[std::size_t((y + 20) * 120 + x + 50)], b = small[std::size_t(y * 40 + x)];
            off += std::abs(a.x - b.x) > 1e-4f || std::abs(a.y - b.y) > 1e-6f;
        }
    EXPECT_LE(off, 3) << "but for rounding at a border between cells";
}

TEST_F(Anatomy, KeepsWhereTheNeedlePassed) {
    Fields fields = makeFields(device(), square(9, 0.05f), std::vector<Pigment>(1), SiteConstants{}, 1);
    fields.anatomy.uploadFrom(std::span<const glm::vec4>(std::vector<glm::vec4>(81, glm::vec4(7, 7, 7, 0.25f))));
    growAnatomy(commands(), fields);
    for (const glm::vec4& texel : fields.anatomy.downloadAs<glm::vec4>()) {
        EXPECT_EQ(texel.w, 0.25f);
        EXPECT_LT(texel.x, 1);
    }
}

/// Mean distance of the lines that are crossed on straight ways through the skin: descents through its mean height.
double lineSpacingMm(const std::vector<glm::vec4>& anatomy, int size, float texelMm, float meanMm) {
    const auto height = [&](int x, int y) { return anatomy[std::size_t(y * size + x)].x; };
    double across = 0, along = 0;
    for (int i = 0; i < size; ++i)
        for (int j = 1; j < size; ++j) {
            across += height(j - 1, i) >= meanMm && height(j, i) < meanMm;
            along += height(i, j - 1) >= meanMm && height(i, j) < meanMm;
        }
    return double(size) * double(size) * texelMm / std::sqrt(across * along);
}

TEST_F(Anatomy, CellsAndDepthAreTheSites) {
    for (const char* name : {"index-finger-side", "index-finger-top", "hand-back", "wrist-inner", "ankle-outer"}) {
        const SiteConstants site = siteConstants(name);
        constexpr int size = 600;
        const auto texels = grown(square(size, 0.05f), site, 5).anatomy.downloadAs<glm::vec4>();
        std::vector<float> heights;
        for (const glm::vec4& texel : texels) heights.push_back(texel.x);
        std::sort(heights.begin(), heights.end());
        EXPECT_GE(heights.front(), 0) << name;
        EXPECT_LE(heights.back(), site.reliefMm * 1.0001f) << name;
        EXPECT_GT(heights.back(), 0.98f * site.reliefMm) << name;
        EXPECT_LT(heights.front(), 0.2f * site.reliefMm) << name;
        const float mean = std::accumulate(heights.begin(), heights.end(), 0.0f) / float(heights.size());
        EXPECT_NEAR(mean, float(law::reliefMeanShare) * site.reliefMm, 0.03f * site.reliefMm) << name;
        EXPECT_NEAR(lineSpacingMm(texels, size, 0.05f, mean), site.cellMm, 0.2f * site.cellMm) << name;
    }
}

TEST_F(Anatomy, PiecesAreTwoToSixMm) {
    constexpr int size = 640;
    constexpr float texelMm = 0.125f;  // 80 mm
    const auto texels = grown(square(size, texelMm), SiteConstants{}, 1).anatomy.downloadAs<glm::vec4>();
    struct Found {
        int texels = 0;
        bool whole = true;
        float widestRimMm = 0;
    };
    std::map<float, Found> pieces;
    for (int y = 0; y < size; ++y)
        for (int x = 0; x < size; ++x) {
            const glm::vec4 texel = texels[std::size_t(y * size + x)];
            Found& piece = pieces[texel.y];
            ++piece.texels;
            piece.whole &= x > 0 && y > 0 && x < size - 1 && y < size - 1;
            piece.widestRimMm = std::max(piece.widestRimMm, texel.z);
            ASSERT_GE(texel.y, 0);
            ASSERT_LT(texel.y, 1);
            ASSERT_GE(texel.z, 0);
        }
    int whole = 0, within = 0;
    double hashes = 0;
    for (const auto& [hash, piece] : pieces) {
        if (!piece.whole) continue;
        const double acrossMm = std::sqrt(4 / 3.14159265 * piece.texels * texelMm * texelMm);
        ++whole;
        within += acrossMm >= 2 && acrossMm <= 6;
        hashes += double(hash);
        EXPECT_LT(acrossMm, 7);
        EXPECT_LT(piece.widestRimMm, 3.5f);
    }
    EXPECT_GT(whole, 400);
    EXPECT_GT(within, whole * 95 / 100);
    EXPECT_NEAR(hashes / whole, 0.5, 0.05);
}

TEST_F(Anatomy, RimFallsToNothingBetweenPieces) {
    constexpr int size = 400;
    const auto texels = grown(square(size, 0.05f), SiteConstants{}, 1).anatomy.downloadAs<glm::vec4>();
    double atBorders = 0, everywhere = 0;
    int borders = 0;
    for (int y = 0; y < size; ++y)
        for (int x = 1; x < size; ++x) {
            const glm::vec4 here = texels[std::size_t(y * size + x)], west = texels[std::size_t(y * size + x - 1)];
            everywhere += here.z;
            if (here.y == west.y) continue;
            atBorders += here.z;
            ++borders;
        }
    ASSERT_GT(borders, 1000);
    EXPECT_LT(atBorders / borders, 0.06) << "about half a texel";
    EXPECT_GT(everywhere / (size * size), 0.3);
}

}  // namespace
}  // namespace inkheal::skin
