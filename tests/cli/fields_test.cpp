// The chart that measure --fields writes: every channel, its attributes, the right way up, and the same truth as the
// JSON beside it.

#include <gmock/gmock.h>

#include "cli/chart.h"
#include "cli/quick.h"
#include "cli/readings.h"

namespace inkheal::test {
namespace {

double sumOfInk(const Chart& chart, const std::string& ending) {
    double sum = 0;
    for (const auto& [name, samples] : chart.channels)
        if (name.starts_with("ink.") && name.ends_with(ending))
            for (const float sample : samples) sum += double(sample);
    return sum;
}

/// Mean of a channel over the treated area.
double overInk(const Chart& chart, const std::string& name) {
    double sum = 0, count = 0;
    for (std::size_t i = 0; i < chart["coverage"].size(); ++i)
        if (chart["coverage"][i] >= 0.5f) sum += double(chart[name][i]), ++count;
    return sum / count;
}

class FieldsOnDisk : public Cli {};

TEST_F(FieldsOnDisk, HaveAllChannelsAndAttributes) {
    const Json all =
        measured(Words{"--days", "0,12h", "--fields", at("charts"), "--style", "black-and-grey"} + quick());
    const Chart chart = readChart(at("charts/day-0.5.exr"));
    EXPECT_EQ(chart.day, 0.5);
    EXPECT_EQ(readChart(at("charts/day-0.exr")).day, 0);
    EXPECT_NEAR(chart.texelMm, all["texelMm"].get<double>(), 1e-6);
    Words channels;
    for (const auto& [name, samples] : chart.channels) channels.push_back(name);
    EXPECT_THAT(channels,
                testing::UnorderedElementsAre("tint.R", "tint.G", "tint.B", "height", "gloss", "blood", "film", "crust",
                                              "flake", "epidermis", "coverage", "deltaE", "ink.black.dermal",
                                              "ink.black.epidermal", "ink.white.dermal", "ink.white.epidermal"));
    for (const auto& [name, samples] : chart.channels)
        for (const float sample : samples) ASSERT_TRUE(std::isfinite(sample)) << name;
}

TEST_F(FieldsOnDisk, SayWhatTheJsonSays) {
    const Json all = measured(Words{"--days", "0,2,5", "--fields", at("."), "--style", "geometric"} + quick());
    const Chart fresh = readChart(at("day-0.exr")), wet = readChart(at("day-2.exr")), dry = readChart(at("day-5.exr"));
    const Json &second = all["days"][1], &fifth = all["days"][2];
    double inkedMm2 = 0;
    for (const float share : dry["coverage"]) inkedMm2 += share >= 0.5f ? dry.texelMm * dry.texelMm : 0;
    EXPECT_NEAR(inkedMm2, 25, 2.5) << "a square of 5 mm";
    EXPECT_NEAR(1000 * overInk(wet, "film"), second["filmUm"].get<double>(), 0.01);
    EXPECT_NEAR(overInk(dry, "epidermis"), fifth["barrier"].get<double>(), 1e-4);
    const double laid = sumOfInk(fresh, ".dermal") + sumOfInk(fresh, ".epidermal");
    EXPECT_NEAR(sumOfInk(dry, ".dermal") / laid, fifth["inkDermal"].get<double>(), 1e-4);
    EXPECT_NEAR(sumOfInk(dry, ".epidermal") / laid, fifth["inkEpidermal"].get<double>(), 1e-4);
    EXPECT_LT(overInk(fresh, "tint.G"), 0.5 * double(fresh["tint.G"][0])) << "black ink is darker than the corner";
    EXPECT_GT(overInk(dry, "crust"), 0.02) << "mm";
}

TEST_F(FieldsOnDisk, LieTheRightWayUp) {
    const std::string corner =
        R"(<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100">)"
        R"(<rect x="10" y="10" width="80" height="20"/><rect x="10" y="10" width="20" height="80"/></svg>)";
    measured({"--design", write("corner.svg", corner), "--width", "5", "--quality", "draft", "--body", "plane",
              "--days", "0", "--fields", at(".")});
    const Chart chart = readChart(at("day-0.exr"));
    std::map<std::pair<bool, bool>, double> inkIn;  // top, left
    for (int y = 0; y < chart.height; ++y)
        for (int x = 0; x < chart.width; ++x)
            inkIn[{2 * y < chart.height, 2 * x < chart.width}] +=
                double(chart["coverage"][std::size_t(y) * std::size_t(chart.width) + std::size_t(x)]);
    const double topLeft = inkIn[{true, true}], topRight = inkIn[{true, false}], lowLeft = inkIn[{false, true}];
    EXPECT_GT(topLeft, 1.2 * topRight);
    EXPECT_NEAR(topRight, lowLeft, 0.2 * topRight);
    EXPECT_LT((inkIn[{false, false}]), 0.1 * topRight);
}

/// Variance of the black right of the middle about (xMm, 0), across and along the chart, mm2.
std::pair<double, double> spreadAbout(const Chart& chart, double xMm) {
    double mass = 0, across = 0, along = 0;
    for (int row = 0; row < chart.height; ++row)
        for (int column = chart.width / 2; column < chart.width; ++column) {
            const std::size_t i = std::size_t(row) * std::size_t(chart.width) + std::size_t(column);
            const double ink = double(chart["ink.black.dermal"][i]);
            const double x = (column + 0.5 - 0.5 * chart.width) * chart.texelMm - xMm;
            const double y = (row + 0.5 - 0.5 * chart.height) * chart.texelMm;
            mass += ink, across += ink * x * x, along += ink * y * y;
        }
    return {across / mass, along / mass};
}

TEST_F(FieldsOnDisk, InkSpreadsByTheSkinAndNotByThePaper) {
    // Paper on a ball lies true outward from its middle and is squeezed round it by sin(a) / a, so that what spreads
    // evenly on the skin spreads farther round the middle on paper. Dots 6.6 mm out on a ball of 8 mm, and on a plane.
    const std::string dots = R"(<svg xmlns="http://www.w3.org/2000/svg" width="1400" height="200">)"
                             R"(<circle cx="40" cy="100" r="40"/><circle cx="1360" cy="100" r="40"/></svg>)";
    write("dots.svg", dots);
    const auto gained = [&](const char* body) {
        measured({"--design", at("dots.svg"), "--width", "14", "--quality", "draft", "--style", "fine-line", "--body",
                  body, "--days", "0,10y", "--fields", at(".")});
        const auto young = spreadAbout(readChart(at("day-0.exr")), 6.6),
                   old = spreadAbout(readChart(at("day-3652.5.exr")), 6.6);
        return std::pair(old.first - young.first, old.second - young.second);
    };
    const auto plane = gained("plane"), ball = gained("sphere:8");
    EXPECT_NEAR(plane.second / plane.first, 1, 0.02);
    const double angle = 6.6 / 8, squeezed = std::sin(angle) / angle;
    EXPECT_NEAR(ball.second / ball.first, 1 / (squeezed * squeezed), 0.08);
}

TEST_F(FieldsOnDisk, BrownSkinIsDarkerBesideTheInkForMonthsAndLightSkinIsNot) {
    const auto dimmed = [&](const char* tone) {  // on day 28 against year three, 1.2 mm beside the ink
        measured(Words{"--tone", tone, "--style", "geometric", "--days", "28,3y", "--fields", at(".")} + quick());
        const auto light = [&](const char* file) { return luminanceToBare(readChart(at(file)), 3.7, 0, 0.3); };
        return light("day-1095.75.exr") - light("day-28.exr");
    };
    EXPECT_GT(dimmed("monk-7"), 0.04);
    EXPECT_NEAR(dimmed("monk-1"), 0, 0.02);
}

}  // namespace
}  // namespace inkheal::test
