// Rows 4 to 6, 8 and 9 of science.md section 10, through the executable: black ink on a light-skinned ankle, as its
// light returns and as its pigment stays. Row 7 is timeline_test.cpp's; rows 1 to 3 are those of bare skin, in
// tests/unit/skin.

#include <gtest/gtest.h>

#include <cmath>

#include "cli/chart.h"
#include "cli/quick.h"
#include "cli/readings.h"

namespace inkheal::test {
namespace {

const Words ankle{"--site", "ankle-inner", "--tone", "ita:45", "--style", "geometric"};

class Acceptance : public Cli {
 protected:
    /// Measures and leaves the charts of the days in the folder.
    Json inked(const std::string& design, const char* widthMm, const char* quality, const char* days) const {
        return measured(
            Words{"--design", design, "--width", widthMm, "--quality", quality, "--days", days, "--fields", at(".")} +
            ankle);
    }
    Chart chartOf(const std::string& day) const { return readChart(at("day-" + day + ".exr")); }
};

void expectRatio(const Rgb& ratio, const Rgb& wanted, double tolerance) {
    for (std::size_t c = 0; c < 3; ++c) EXPECT_NEAR(ratio[c], wanted[c], tolerance) << "channel " << c;
}

TEST_F(Acceptance, ABlackFillFreshAndHealed) {
    const Json all = inked(at("square.png"), "8", "draft", "0,1,3,7,14,28,42,60,115,1015,10y");
    const auto black = [&](const std::string& day) { return ratioToBare(chartOf(day), 0, 0, 2.5); };
    // Row 4.
    expectRatio(black("0"), {.03, .05, .07}, .03);
    expectRatio(black("1015"), {.10, .18, .28}, .06);
    for (const char* day : {"0", "60", "115", "1015", "3652.5"}) {
        const Rgb ratio = black(day);
        EXPECT_TRUE(ratio[0] < ratio[1] && ratio[1] < ratio[2]) << "bluer on day " << day;
    }
    // Row 5.
    const auto light = [&](const std::string& day) { return luminanceToBare(chartOf(day), 0, 0, 2.5); };
    EXPECT_NEAR(light("0"), 0.047, 0.05);
    EXPECT_NEAR(light("1015"), 0.17, 0.05);
    const auto haze = courseOf(all, "haze");
    EXPECT_LT(haze.at(60), 0.01) << "the cloudy phase is over";
    EXPECT_LE(light("60"), light("115"));
    EXPECT_LE(light("115"), light("1015"));
    EXPECT_LE(light("1015"), light("3652.5"));
    // Row 6.
    const auto lost = courseOf(all, "inkLost"), epidermal = courseOf(all, "inkEpidermal");
    EXPECT_NEAR(1 - lost.at(42), 0.67, 0.07);
    EXPECT_LT(epidermal.at(28), 0.05 * epidermal.at(0));
    // Row 8, loss of water against that of intact skin.
    const auto barrier = courseOf(all, "barrier");
    const auto waterLoss = [&](double day) { return 1 + 7 * (1 - barrier.at(day)); };
    EXPECT_NEAR(waterLoss(0), 7.5, 0.15 * 7.5);
    EXPECT_LE(waterLoss(7), 1.3);
    EXPECT_NEAR(waterLoss(14), 1, 0.15);
}

/// How an error function through an edge is blurred: across the profile's middle at edgeMm, by least squares.
double edgeSigmaMm(const std::vector<double>& xMm, const std::vector<double>& light) {
    double best = 1e9, sigma = 0;
    for (double s = 0.02; s < 0.8; s += 0.005)
        for (double edge = xMm.front() + 0.5; edge < xMm.back() - 0.5; edge += 0.01) {
            double n = 0, u = 0, uu = 0, y = 0, uy = 0, yy = 0;
            for (std::size_t i = 0; i < xMm.size(); ++i) {
                const double step = 0.5 * (1 + std::erf((xMm[i] - edge) / (s * std::sqrt(2.0))));
                n += 1, u += step, uu += step * step, y += light[i], uy += step * light[i], yy += light[i] * light[i];
            }
            const double rise = (n * uy - u * y) / (n * uu - u * u), low = (y - rise * u) / n;
            const double error = yy - low * y - rise * uy;
            if (error < best) best = error, sigma = s;
        }
    return sigma;
}

TEST_F(Acceptance, TheEdgeOfABarWidensOverYears) {
    const std::string bar = R"(<svg xmlns="http://www.w3.org/2000/svg" width="60" height="90">)"
                            R"(<rect x="10" y="10" width="40" height="70"/></svg>)";
    inked(write("bar.svg", bar), "4", "standard", "0,83,115,1015,10y");
    const auto sigma = [&](const std::string& day) {
        const Chart chart = chartOf(day);
        std::vector<double> xMm, light;
        for (double x = 0.7; x < 3.5; x += chart.texelMm) {
            xMm.push_back(x);
            light.push_back(chart.mean("tint.G", x, 0, 0.5 * chart.texelMm, 1));
        }
        return edgeSigmaMm(xMm, light);
    };
    // Row 9; the photograph of day 0 has 0.16 to 0.21.
    EXPECT_NEAR(sigma("0"), 0.185, 0.08);
    EXPECT_NEAR(sigma("83"), 0.20, 0.08);
    EXPECT_NEAR(sigma("115"), 0.20, 0.08);
    EXPECT_NEAR(sigma("1015"), 0.29, 0.08);
    EXPECT_NEAR(sigma("3652.5"), 0.46, 0.08);
}

TEST_F(Acceptance, RednessIsThatOfTheSkinsTone) {
    // The same wound, hardly seen on dark skin: a* rises by less than 1 where light skin shows 4 to 6 (science.md).
    const auto redness = [&](const char* tone) {
        return measured(Words{"--days", "1", "--style", "geometric", "--tone", tone} +
                        quick())["days"][0]["erythemaDeltaA"]
            .get<double>();
    };
    EXPECT_NEAR(redness("ita:45"), 5, 1);
    EXPECT_GT(redness("ita:20"), 3);
    EXPECT_LT(redness("ita:-48.5"), 1) << "the mean of the dark class";
    EXPECT_LT(redness("ita:-45"), 0.25 * redness("ita:45"));
}

}  // namespace
}  // namespace inkheal::test
