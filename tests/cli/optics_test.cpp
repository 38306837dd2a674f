// inkheal optics against Monte Carlo of black ink under skin (tests/cli/data/ink_under_skin.csv: own runs of 2 to 5
// million photons a curve; index 1.4, Henyey-Greenstein g 0.8, 0.08 mm of epidermis, ink of 20 per mm; see its README).

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <sstream>

#include "cli/child.h"

namespace inkheal::test {
namespace {

using Curve = std::vector<double>;

struct Table {
    Curve xMm;
    std::map<std::string, Curve> curves;
};

/// A table of numbers under a line of names, x first.
Table tableOf(std::istream& in) {
    std::vector<std::string> names;
    std::string line, cell;
    std::getline(in, line);
    for (std::stringstream row(line); std::getline(row, cell, ',');) names.push_back(cell);
    Table table;
    while (std::getline(in, line)) {
        std::stringstream row(line);
        for (const std::string& name : names) {
            std::getline(row, cell, ',');
            (name == "x_mm" ? table.xMm : table.curves[name]).push_back(std::stod(cell));
        }
    }
    return table;
}

const Table& monteCarlo() {
    static const Table table = [] {
        std::ifstream file(INKHEAL_SOURCE_DIR "/tests/cli/data/ink_under_skin.csv");
        return tableOf(file);
    }();
    return table;
}

const char* bandOf(char channel) {
    return channel == 'R' ? "3.13,0.83,0.033" : channel == 'G' ? "3.83,1.24,0.17" : "5.79,2.4,0.21";
}

Curve shown(char channel, const std::string& ink, const std::string& shape) {
    const Outcome outcome = inkheal({"optics", "--quiet", "--validate", "--band", bandOf(channel), "--epidermis",
                                     "0.08", "--ink", ink, "--shape", shape});
    EXPECT_EQ(outcome.exit, 0) << outcome;
    std::stringstream out(outcome.out);
    const Table table = tableOf(out);
    EXPECT_EQ(table.xMm.size(), monteCarlo().xMm.size());
    for (std::size_t i = 0; i < std::min(table.xMm.size(), monteCarlo().xMm.size()); ++i)
        EXPECT_NEAR(table.xMm[i], monteCarlo().xMm[i], 1e-3);
    return table.curves.count("reflectance") ? table.curves.at("reflectance") : Curve();
}

double meanOf(const Curve& curve) {
    double sum = 0;
    for (const double value : curve) sum += value;
    return sum / double(curve.size());
}

/// Variance of the photon noise: neighbours of a smooth curve differ by it twice.
double noiseOf(const Curve& curve) {
    double sum = 0;
    for (std::size_t i = 1; i < curve.size(); ++i) sum += std::pow(curve[i] - curve[i - 1], 2);
    return 0.5 * sum / double(curve.size() - 1);
}

/// Root mean square of the difference, without the photons' noise.
double errorOf(const Curve& ours, const Curve& theirs) {
    double sum = 0;
    for (std::size_t i = 0; i < ours.size(); ++i) sum += std::pow(ours[i] - theirs[i], 2);
    return std::sqrt(std::max(sum / double(ours.size()) - noiseOf(theirs), 0.0));
}

double near(const Curve& curve, double atMm, double halfMm) {
    double sum = 0;
    int count = 0;
    for (std::size_t i = 0; i < curve.size(); ++i)
        if (std::abs(monteCarlo().xMm[i] - atMm) <= halfMm) sum += curve[i], ++count;
    return sum / count;
}

struct InkCase {
    const char* curve;
    char channel;
    const char *ink, *shape;
};

const std::vector<InkCase>& inkCases() {
    static const std::vector<InkCase> all{
        {"G_S0_edge", 'G', "20,0,0.5", "edge"},          {"G_S0_line0.1", 'G', "20,0,0.5", "line:0.1"},
        {"G_S2_edge", 'G', "20,0.3,0.8", "edge"},        {"G_S2_line0.1", 'G', "20,0.3,0.8", "line:0.1"},
        {"G_S2_line0.5", 'G', "20,0.3,0.8", "line:0.5"}, {"G_S3_edge", 'G', "20,0.6,1.2", "edge"},
        {"G_S3_line0.5", 'G', "20,0.6,1.2", "line:0.5"}, {"R_S2_edge", 'R', "20,0.3,0.8", "edge"},
        {"B_S2_edge", 'B', "20,0.3,0.8", "edge"}};
    return all;
}

TEST(Optics, EveryEdgeAndLineIsWithinATwentiethOfItsContrast) {
    for (const InkCase& c : inkCases()) {
        const Curve ours = shown(c.channel, c.ink, c.shape), &theirs = monteCarlo().curves.at(c.curve);
        const double contrast = meanOf(shown(c.channel, c.ink, "flat")) - meanOf(shown(c.channel, c.ink, "full"));
        EXPECT_LE(errorOf(ours, theirs), 0.05 * contrast) << c.curve;
        RecordProperty(c.curve, std::to_string(errorOf(ours, theirs) / contrast));
    }
}

TEST(Optics, LineOfATenthOfAMillimetreHasItsContrast) {
    for (const auto& [curve, ink] : {std::pair{"G_S0_line0.1", "20,0,0.5"}, {"G_S2_line0.1", "20,0.3,0.8"}}) {
        const Curve ours = shown('G', ink, "line:0.1"), &theirs = monteCarlo().curves.at(curve);
        const double skin = meanOf(monteCarlo().curves.at("G_flat"));
        EXPECT_NEAR(1 - near(ours, 0, 0.03) / skin, 1 - near(theirs, 0, 0.03) / skin, 0.06) << curve;
    }
}

TEST(Optics, SolidInkAndBareSkinReflectAsTheyShould) {
    EXPECT_NEAR(meanOf(shown('G', "20,0.08,0.5", "flat")), meanOf(monteCarlo().curves.at("G_flat")), 0.01);
    EXPECT_NEAR(meanOf(shown('R', "20,0.08,0.5", "flat")), 0.402, 0.01);
    EXPECT_NEAR(meanOf(shown('B', "20,0.08,0.5", "flat")), 0.191, 0.01);
    for (const auto& [curve, ink] :
         {std::pair{"G_S0_full", "20,0,0.5"}, {"G_S2_full", "20,0.3,0.8"}, {"G_S3_full", "20,0.6,1.2"}})
        EXPECT_NEAR(meanOf(shown('G', ink, "full")), meanOf(monteCarlo().curves.at(curve)), 0.01) << curve;
    // Deeper black is paler (rendering.md section 2).
    double before = 0;
    for (const auto& [ink, expected] : {std::pair{"20,0,0.5", .005},
                                        {"20,0.08,0.5", .041},
                                        {"20,0.15,0.5", .077},
                                        {"20,0.3,0.8", .141},
                                        {"20,0.6,1.2", .207}}) {
        const double solid = meanOf(shown('G', ink, "full"));
        EXPECT_NEAR(solid, expected, 0.01) << ink;
        EXPECT_GT(solid, before) << ink;
        before = solid;
    }
}

/// Width over which a falling curve goes from nine tenths to one tenth of its left end, after a running mean.
double fallWidth(const Curve& curve, int round) {
    Curve smooth;
    for (int i = 0; i < int(curve.size()); ++i) {
        double sum = 0;
        int count = 0;
        for (int k = std::max(0, i - round); k <= std::min(int(curve.size()) - 1, i + round); ++k)
            sum += curve[std::size_t(k)], ++count;
        smooth.push_back(sum / count);
    }
    const double high = near(curve, -2.5, 0.4);
    const auto crossing = [&](double share) {
        for (std::size_t i = 1; i < smooth.size(); ++i)
            if (smooth[i] < share * high && monteCarlo().xMm[i] > -2) {
                const double part = (smooth[i - 1] - share * high) / std::max(smooth[i - 1] - smooth[i], 1e-9);
                return monteCarlo().xMm[i - 1] + 0.02 * part;
            }
        return 9.0;
    };
    return crossing(0.1) - crossing(0.9);
}

TEST(Optics, ShadowsEdgeIsAsSoftAsSkinAndSharpOverInk) {
    for (const auto& [channel, widthMm] : {std::pair{'R', 2.1}, {'G', 1.2}, {'B', 0.75}})
        EXPECT_NEAR(fallWidth(shown(channel, "20,0.08,0.5", "shadow"), 0), widthMm, 0.15 * widthMm) << channel;
    EXPECT_LT(fallWidth(shown('G', "20,0.08,0.5", "shadow-on-ink"), 0), 0.5);
    const Curve ours = shown('G', "20,0.08,0.5", "shadow"), &theirs = monteCarlo().curves.at("G_shadow");
    EXPECT_LE(errorOf(ours, theirs), 0.05 * meanOf(monteCarlo().curves.at("G_flat")));
    const Curve inked = shown('G', "20,0.08,0.5", "shadow-on-ink"), &dark = monteCarlo().curves.at("G_shadowink");
    EXPECT_LE(errorOf(inked, dark), 0.1 * 0.0408);
}

TEST(Optics, GratingIsItsLines) {
    const Curve curve = shown('G', "20,0,0.5", "grating:0.5");
    EXPECT_LT(near(curve, 0, 0.1), near(curve, 0.5, 0.1));
    EXPECT_NEAR(near(curve, 1, 0.1), near(curve, 0, 0.1), 0.002);
}

TEST(Optics, WrongCoefficientsAreRefused) {
    expectRefused(inkheal({"optics", "--band", "3.83,1.24"}), 2, {"--band", "three numbers"});
    expectRefused(inkheal({"optics", "--band", "-1,1,1"}), 2, {"--band", "0.1 to 50"});
    expectRefused(inkheal({"optics", "--ink", "20,0.5,0.3"}), 2, {"--ink", "top"});
    expectRefused(inkheal({"optics", "--ink", "20,0,0.05"}), 2, {"--ink", "epidermis"});
    expectRefused(inkheal({"optics", "--epidermis", "thick"}), 2, {"--epidermis"});
    expectRefused(inkheal({"optics", "--shape", "circle"}), 2, {"--shape", "line:MM"});
    expectRefused(inkheal({"optics", "--shape", "line:20"}), 2, {"--shape", "0.02 to 6"});
}

}  // namespace
}  // namespace inkheal::test
