// The test strip on paper: where its marks lie, and that reading it finds them.

#include "studio/survival_chart.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace inkheal::studio {
namespace {

constexpr double texelMm = 0.0125;
const glm::dvec3 skin{0.52, 0.33, 0.25};

/// The strip as drawn: `left` of the light where it is inked.
std::vector<glm::dvec3> printed(double left) {
    const StripLayout layout = stripLayout();
    std::vector<glm::dvec3> light;
    for (int i = 0; i < int(std::ceil(layout.lengthMm / texelMm)); ++i) {
        double inked = 0;
        for (const auto& [from, to] : layout.inks)
            inked += std::max(0.0, std::min(to, (i + 1) * texelMm) - std::max(from, i * texelMm)) / texelMm;
        light.push_back(skin * (1 - (1 - left) * std::min(inked, 1.0)));
    }
    return light;
}

TEST(SurvivalChart, MarksDoNotOverlapAndSkinIsFarFromThem) {
    const StripLayout layout = stripLayout();
    ASSERT_EQ(layout.linesMm.size(), chartWidthsMm.size());
    ASSERT_EQ(layout.gapsMm.size(), chartWidthsMm.size());
    ASSERT_EQ(layout.slotsMm.size(), chartWidthsMm.size());
    double end = layout.bareMm + 3;
    for (const auto& [from, to] : layout.inks) {
        EXPECT_GE(from, end - 1e-9);
        end = to;
    }
    EXPECT_LE(end, layout.lengthMm);
    const auto inked = [&](double mm) {
        return std::any_of(layout.inks.begin(), layout.inks.end(),
                           [&](const auto& ink) { return mm > ink[0] && mm < ink[1]; });
    };
    for (std::size_t i = 0; i < chartWidthsMm.size(); ++i) {
        EXPECT_TRUE(inked(layout.linesMm[i]));
        for (const double middle : {layout.gapsMm[i], layout.slotsMm[i]}) {
            EXPECT_FALSE(inked(middle));
            for (const double way : {-0.51, 0.51}) EXPECT_TRUE(inked(middle + way * chartWidthsMm[i]));
        }
    }
    EXPECT_TRUE(inked(layout.solidMm));
    EXPECT_FALSE(inked(layout.bareMm));
}

TEST(SurvivalChart, ReadsAPrintedStripAsItWasPrinted) {
    const StripReading reading = readStrip(printed(0.3), texelMm, 400);
    EXPECT_NEAR(reading.solid, 0.7, 0.01);
    for (std::size_t i = 0; i < chartWidthsMm.size(); ++i) {
        if (chartWidthsMm[i] < 1) continue;
        EXPECT_NEAR(reading.lines[i], 0.7, 0.02) << chartWidthsMm[i];
        EXPECT_NEAR(reading.gaps[i], 0.7, 0.02) << chartWidthsMm[i];
        EXPECT_NEAR(reading.slots[i], 0.7, 0.02) << chartWidthsMm[i];
    }
    EXPECT_TRUE(std::is_sorted(reading.lines.begin(), reading.lines.begin() + 6));
    EXPECT_LT(reading.gaps.front(), 0.3) << "50 um at 400 mm";
}

TEST(SurvivalChart, FartherAwayLessIsRead) {
    const StripReading near = readStrip(printed(0.3), texelMm, 300), far = readStrip(printed(0.3), texelMm, 3000);
    EXPECT_NEAR(near.solid, far.solid, 0.01);
    for (std::size_t i = 0; i < 8; ++i) {
        EXPECT_GT(near.lines[i], far.lines[i] + 0.05);
        EXPECT_GE(near.gaps[i], far.gaps[i]);
    }
    EXPECT_GT(near.gaps[6], far.gaps[6] + 0.1);
}

TEST(SurvivalChart, APairOfLinesFusesWhereASlotBetweenSolidsIsStillSeen) {
    // Blurred by half the width, two lines and the gap between them are one hump.
    const std::size_t half = 7;
    ASSERT_EQ(chartWidthsMm[half], 0.5);
    const StripReading reading = readStrip(blurred(printed(0.3), 0.45 / texelMm), texelMm, 400);
    EXPECT_LT(reading.gaps[half], 0.05);
    EXPECT_GT(reading.slots[half], 0.15);
}

TEST(SurvivalChart, ThePhotoBlursByTheHealedEdgeAndTheYearsAlone) {
    EXPECT_NEAR(photoBlurMm(0), 0.2, 1e-9);
    EXPECT_NEAR(photoBlurMm(3652.5), std::sqrt(0.04 + 2 * 2.4e-5 * 3652.5), 1e-4);
}

}  // namespace
}  // namespace inkheal::studio
