// What becomes of drawings whose marks and gaps are known, under laws that are known.

#include "studio/survival_fate.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "studio/survival_map.h"

namespace inkheal::studio {
namespace {

constexpr float perMm = 30;
const glm::dvec3 skin{0.52, 0.33, 0.25};

/// An artwork of widthMm x heightMm; `colour` by place in mm: rgb and cover.
design::Artwork drawing(float widthMm, float heightMm, const std::function<glm::vec4(float, float)>& colour) {
    design::Artwork artwork;
    artwork.widthMm = widthMm, artwork.heightMm = heightMm;
    artwork.picture = Picture(int(std::lround(widthMm * perMm)), int(std::lround(heightMm * perMm)));
    for (int y = 0; y < artwork.picture.height; ++y)
        for (int x = 0; x < artwork.picture.width; ++x)
            artwork.picture.at(x, y) = colour((float(x) + 0.5f) / perMm, (float(y) + 0.5f) / perMm);
    return artwork;
}

Marks marksOfDrawing(const design::Artwork& artwork) {
    return marksOf(artwork, {skin::pigmentNamed("black")}, skin, 0, knownMm, 0.05);
}

const glm::vec4 black{0, 0, 0, 1}, bare{0, 0, 0, 0};

/// Two bars 1 mm wide, `gapMm` between.
design::Artwork pair(float gapMm) {
    return drawing(2 + gapMm, 6, [=](float x, float) { return x < 1 || x > 1 + gapMm ? black : bare; });
}

/// Lines of lineMm and gaps of gapMm reach a contrast of 0.1, wider ones in proportion more, up to the solid's.
Kept keptFrom(double lineMm, double gapMm, double solid) {
    StripReading reading;
    reading.solid = solid;
    for (const double width : chartWidthsMm) {
        reading.lines.push_back(std::min(0.1 * width / lineMm, solid));
        reading.gaps.push_back(std::min(0.1 * width / gapMm, solid));
        reading.slots.push_back(std::min(0.1 * width / gapMm, solid));
    }
    return Kept(reading, 0.9);
}

Fates fatesOf(const Marks& marks, double lineMm, double gapMm, double solid = 0.9) {
    return {marks, std::vector<Kept>(marks.inks.size(), keptFrom(lineMm, gapMm, solid)), 0.1};
}

std::size_t count(const FateMap& map, Fate fate) {
    return std::size_t(std::count(map.fates.begin(), map.fates.end(), fate));
}

TEST(SurvivalMarks, BarsAndTheGapBetweenHaveTheirWidths) {
    const Marks marks = marksOfDrawing(pair(0.5f));
    ASSERT_EQ(marks.levels.size(), 1u) << "one ink has one outline";
    ASSERT_EQ(marks.inks.size(), 1u);
    EXPECT_EQ(marks.inks[0].pigment, "black");
    EXPECT_GT(marks.inks[0].contrast, 0.7);
    const Level& level = marks.levels[0];
    EXPECT_NEAR(double(level.contrast), marks.highest(), 1e-6);
    const std::size_t row = std::size_t(marks.height / 2) * std::size_t(marks.width),
                      middle = std::size_t(marks.width / 2);
    EXPECT_NEAR(level.widthsMm[row + middle], -0.5f, 0.04f);
    EXPECT_NEAR(level.besideMm[row + middle], 1, 0.04f);
    EXPECT_NEAR(level.widthsMm[row + middle + std::size_t(0.75f * perMm)], 1, 0.04f);
    EXPECT_NEAR(double(level.widthsMm[row]), -knownMm, 0.01) << "skin without end";
}

TEST(SurvivalMarks, AWashIsDilutedInkAndShadingIsManyLevels) {
    const Marks wash = marksOfDrawing(drawing(4, 4, [](float, float) { return glm::vec4(0.35f, 0.35f, 0.35f, 1); }));
    ASSERT_EQ(wash.inks.size(), 2u);
    EXPECT_TRUE(wash.inks[1].diluted);
    EXPECT_NEAR(wash.inks[1].contrast, 0.5 * wash.inks[0].contrast, 0.02);
    const Marks ramp = marksOfDrawing(drawing(8, 4, [](float x, float) { return glm::vec4(glm::vec3(x / 8), 1); }));
    EXPECT_GT(ramp.levels.size(), 8u);
}

TEST(SurvivalFate, AGapMergesBelowTheSmallestAndStaysAboveIt) {
    const Marks marks = marksOfDrawing(pair(0.5f));
    const FateMap merged = fatesOf(marks, 0.05, 0.7).at(), open = fatesOf(marks, 0.05, 0.4).at();
    EXPECT_NEAR(double(count(merged, Fate::merges)), 0.5 * perMm * 6 * perMm, 0.2 * 0.5 * perMm * 6 * perMm);
    EXPECT_EQ(count(merged, Fate::vanishes), 0u);
    EXPECT_EQ(count(open, Fate::merges), 0u);
    EXPECT_EQ(count(open, Fate::vanishes), 0u);
}

TEST(SurvivalFate, ALineVanishesBelowTheSmallestAndASolidWhereItFaded) {
    const Marks line = marksOfDrawing(drawing(0.5f, 6, [](float, float) { return black; }));
    EXPECT_EQ(fatesOf(line, 0.4, 0.1).shares(fatesOf(line, 0.4, 0.1).at()).vanishing, 0);
    EXPECT_GT(fatesOf(line, 0.7, 0.1).shares(fatesOf(line, 0.7, 0.1).at()).vanishing, 0.95);
    const Marks solid = marksOfDrawing(drawing(8, 8, [](float, float) { return black; }));
    EXPECT_EQ(fatesOf(solid, 0.4, 0.1, 0.15).shares(fatesOf(solid, 0.4, 0.1, 0.15).at()).vanishing, 0);
    EXPECT_EQ(fatesOf(solid, 0.4, 0.1, 0.05).shares(fatesOf(solid, 0.4, 0.1, 0.05).at()).vanishing, 1);
    EXPECT_EQ(fatesOf(solid, 0.4, 0.1, 0.05).leastScale(0.01), std::nullopt) << "no print is large enough";
}

TEST(SurvivalFate, TheLeastScaleMakesTheGapAsWideAsTheSmallest) {
    const Marks marks = marksOfDrawing(pair(0.4f));
    EXPECT_NEAR(*fatesOf(marks, 0.05, 0.8).leastScale(0.01), 2, 0.2);
    EXPECT_NEAR(*fatesOf(marks, 0.05, 1.6).leastScale(0.01), 4, 0.4);
    EXPECT_EQ(*fatesOf(marks, 0.05, 0.1).leastScale(0.01), smallestScale);
}

TEST(SurvivalFate, TheTipOfAWedgeIsNotAGapThatMerges) {
    // Two bars that meet at 30 degrees: skin between them narrows to nothing.
    const Marks marks = marksOfDrawing(
        drawing(6, 6, [](float x, float y) { return std::abs(x - 3) < 0.268f * (6 - y) - 0.3f ? bare : black; }));
    EXPECT_LT(fatesOf(marks, 0.05, 0.5).shares(fatesOf(marks, 0.05, 0.5).at()).merging, 0.02);
}

TEST(SurvivalFate, FaintTextureInShadingIsNotMissed) {
    const Marks marks = marksOfDrawing(drawing(6, 6, [](float x, float y) {
        const float grey = 0.3f + 0.03f * std::sin(20 * x) * std::sin(20 * y);
        return glm::vec4(glm::vec3(grey), 1);
    }));
    const FateMap map = fatesOf(marks, 1, 1).at();
    const int border = (map.width - int(6 * perMm)) / 2 + int(1.5f * perMm);  // corners are rounded off, the middle not
    for (int y = border; y < map.height - border; ++y)
        for (int x = border; x < map.width - border; ++x)
            ASSERT_EQ(int(map.fates[std::size_t(y * map.width + x)]), int(Fate::stays)) << x << ", " << y;
}

TEST(SurvivalMap, ShowsWhatMergesInBlueAndWhatStaysInGrey) {
    const Marks marks = marksOfDrawing(pair(0.5f));
    const Picture8 map = fateMap(marks, fatesOf(marks, 0.05, 0.7).at().fates);
    EXPECT_NEAR(map.width, double(marks.width) * marks.texelMm * 20, 1);
    const auto pixel = [&](double mm) {  // from the middle
        const std::size_t x = std::size_t(map.width / 2 + int(std::lround(mm * 20))), y = std::size_t(map.height / 2);
        return glm::ivec3(map.rgba[4 * (y * std::size_t(map.width) + x)],
                          map.rgba[4 * (y * std::size_t(map.width) + x) + 1],
                          map.rgba[4 * (y * std::size_t(map.width) + x) + 2]);
    };
    EXPECT_EQ(pixel(0), glm::ivec3(0, 114, 178));
    EXPECT_EQ(pixel(0.75).r, pixel(0.75).b);
    EXPECT_LT(pixel(0.75).r, 160);
    EXPECT_EQ(pixel(2.2), glm::ivec3(255));
}

}  // namespace
}  // namespace inkheal::studio
