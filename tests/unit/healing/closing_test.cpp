// A wound closes from what is left in it, from its pores and from the skin beside it: what the design has to do with
// how soon.

#include <gtest/gtest.h>

#include <cmath>
#include <functional>

#include "healing/healing_laws.h"
#include "patch.h"

namespace inkheal::healing {
namespace {

const std::vector<CareEvent> cream{moistureFrom(0, 0.6)};

/// Day 0 of 6 x 6 mm of which `wounded` says where; xMm and yMm from the middle.
ReferenceState woundedWhere(const std::function<bool(double xMm, double yMm)>& wounded, float texelMm = 0.1f) {
    const int size = int(std::lround(6 / texelMm));
    ReferenceState skin = inkedPatch(size, size);
    skin.grid = {size, size, texelMm, {-3, -3}};
    const std::size_t blocks = std::size_t(skin::migrationGrid(skin.grid).width);
    skin.roundAbout.assign(blocks * blocks, 1.0);
    skin.blockMean = skin.roundAbout;
    for (int y = 0; y < size; ++y)
        for (int x = 0; x < size; ++x) {
            if (wounded((x + 0.5) * texelMm - 3, (y + 0.5) * texelMm - 3)) continue;
            const std::size_t i = std::size_t(y * size + x);
            skin.injury[i] = skin.dead[i] = skin.dose[0][i] = 0;
            skin.integrity[i] = 1;
        }
    return skin;
}

/// Hours until the texel at (xMm, yMm) is closed to `until` of what was open there.
double hoursToClose(ReferenceState skin, double xMm, double yMm, double until) {
    const double texel = double(skin.grid.texelMm);
    const std::size_t at = std::size_t(int((yMm + 3) / texel) * skin.grid.width + int((xMm + 3) / texel));
    const double open = 1 - skin.integrity[at];
    for (double hours = 2; hours < 480; hours += 2)
        if (1 - healed(skin, carePlan(cream), hours / 24).integrity[at] <= (1 - until) * open) return hours;
    return 480;
}

TEST(Closing, WithoutPoresOrEdgesItIsTheLogisticOne) {
    for (const double moisture : {0.2, 0.6, 1.0})
        for (const double from : {0.1, 0.7})
            EXPECT_DOUBLE_EQ(law::integrityNear(from, moisture, 1, 0, 0.25), law::integrityAfter(from, moisture, 0.25));
    EXPECT_DOUBLE_EQ(law::integrityNear(1, 0.6, 1, -1, 3650), 1);
}

TEST(Closing, SurplusRoundAboutSpeedsItUpAndALackSlowsIt) {
    const double even = law::integrityNear(0.3, 0.6, 1, 0, 0.5);
    EXPECT_GT(law::integrityNear(0.3, 0.6, 1, 0.4, 0.5), even + 0.05);
    EXPECT_LT(law::integrityNear(0.3, 0.6, 1, -0.3, 0.5), even);
    EXPECT_GE(law::integrityNear(0.3, 0.6, 0, -1, 0.5), 0.3) << "closing never goes back";
    // Among intact skin (E + surplus = 1) with nothing of its own the place fills at the rate r at first.
    EXPECT_NEAR(law::integrityNear(0, 0.6, 0, 1, 1e-4), 1e-4 * law::closeRate(0.6), 1e-8);
}

TEST(Closing, AChannelOfATenthOfAMillimetreClosesAsMicroneedlesDo) {
    // Volar forearm: half closed after 20 +- 12 h, closed after 58 +- 17 h.
    const ReferenceState channel =
        woundedWhere([](double x, double y) { return std::abs(x) < 0.05 && std::abs(y) < 0.05; }, 0.05f);
    EXPECT_NEAR(hoursToClose(channel, 0.01, 0.01, 0.5), 20, 12);
    EXPECT_NEAR(hoursToClose(channel, 0.01, 0.01, 0.85), 58, 17);
}

TEST(Closing, LinesCloseSoonerThanSolidsAndSolidsFromTheirEdges) {
    const ReferenceState line = woundedWhere([](double x, double) { return std::abs(x) < 0.15; });
    const ReferenceState solid = woundedWhere([](double x, double y) { return std::hypot(x, y) < 2; });
    const double ofLine = hoursToClose(line, 0, 0, 0.9), inside = hoursToClose(solid, 0, 0, 0.9);
    const double atEdge = hoursToClose(solid, 1.85, 0, 0.9);
    EXPECT_LT(ofLine, inside - 24);
    EXPECT_LT(atEdge, inside - 12);
    EXPECT_NEAR(inside, 24 * 5.0, 6) << "far from the edge it is row 4";
}

TEST(Closing, StepsAndTexelsHardlyCount) {
    const auto wounded = [](double x, double y) {
        return std::abs(x - std::round(x / 1.2) * 1.2) < 0.2 && std::abs(y) < 2.4;
    };
    const auto mean = [](const ReferenceState& skin) {
        double sum = 0;
        for (const double e : skin.integrity) sum += e;
        return sum / double(skin.integrity.size());
    };
    const auto openOn = [&](double day, float texelMm, int steps) {
        return 1 - mean(healed(woundedWhere(wounded, texelMm), carePlan(cream), day, steps));
    };
    const double fresh = openOn(0, 0.1f, 4);
    for (const double day : {0.5, 1.0, 2.0, 4.0}) {
        EXPECT_NEAR(openOn(day, 0.1f, 4), openOn(day, 0.1f, 8), 0.005 * fresh) << day;
        EXPECT_NEAR(openOn(day, 0.1f, 4), openOn(day, 0.05f, 4), 0.01 * fresh) << day;
    }
}

TEST(Closing, PoresHealSkinAsMuchAsThereAreOfThem) {
    for (const double perMm2 : {0.5, 1.7, 4.0}) {
        double sum = 0, highest = 0, lowest = 99;
        for (int y = 0; y < 400; ++y)
            for (int x = 0; x < 400; ++x) {
                const double here = law::poresAt(0.05 * x, 0.05 * y, perMm2, 3);
                sum += here;
                highest = std::max(highest, here);
                lowest = std::min(lowest, here);
            }
        EXPECT_NEAR(sum / 160000, perMm2 / 1.7, 0.04 * perMm2) << perMm2;
        EXPECT_GT(highest, 4 * lowest) << "islands, not an even glow";
    }
}

}  // namespace
}  // namespace inkheal::healing
