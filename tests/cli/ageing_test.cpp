// Whether healing is more than a blurred photograph: our day 11 and year three of the colours of one ankle, against the
// ratios to bare skin measured there (science.md section 7), beside the best that a blur of day 0 can do.

#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>

#include "cli/chart.h"
#include "cli/quick.h"
#include "cli/readings.h"

namespace inkheal::test {
namespace {

struct Solid {
    const char* name;
    const char* drawn;  // in the artwork that was tattooed
    Rgb day0, day11;    // photographed
};

const Solid solids[] = {{"black", "#000000", {.03, .05, .07}, {.04, .07, .12}},
                        {"blue", "#0000bf", {.03, .10, .38}, {.17, .46, .97}},
                        {"navy", "#003f69", {.04, .11, .22}, {.08, .19, .38}},
                        {"cyan", "#00bfbf", {.05, .37, .76}, {.15, .60, .96}},
                        {"green", "#00bf00", {.01, .31, .09}, {.02, .52, .26}},
                        {"red", "#bf0000", {.88, .07, .09}, {1.31, .32, .33}},
                        {"magenta", "#bf00bf", {.72, .09, .39}, {1.19, .41, .96}},
                        {"yellow", "#bfbf00", {1.07, .85, .11}, {1.19, 1.03, .33}},
                        {"purple", "#410077", {.06, .06, .21}, {.10, .10, .43}}};
const Rgb blackInYearThree{.10, .18, .28};

constexpr double sideMm = 3.5, pitchMm = 5.5;  // of the patches, three by three

class Ageing : public Cli {
 protected:
    std::string patches() const {
        std::string svg = R"(<svg xmlns="http://www.w3.org/2000/svg" width="165" height="165">)";
        for (int i = 0; i < 9; ++i)
            svg += "<rect x=\"" + std::to_string(10 + 55 * (i % 3)) + "\" y=\"" + std::to_string(10 + 55 * (i / 3)) +
                   "\" width=\"35\" height=\"35\" fill=\"" + solids[i].drawn + "\"/>";
        return write("patches.svg", svg + "</svg>");
    }
    Chart chartOf(const char* day) const { return readChart(at(std::string("day-") + day + ".exr")); }
};

Rgb patchOf(const Chart& chart, int i) {
    return ratioToBare(chart, pitchMm * (i % 3 - 1), pitchMm * (i / 3 - 1), 0.3 * sideMm);
}

/// Root mean square over solids and channels.
class Error {
 public:
    void add(const Rgb& predicted, const Rgb& photographed) {
        for (std::size_t c = 0; c < 3; ++c, ++count_) sum_ += std::pow(predicted[c] - photographed[c], 2);
    }
    double rms() const { return std::sqrt(sum_ / count_); }

 private:
    double sum_ = 0, count_ = 0;
};

Rgb moved(const Rgb& from, const Rgb& before, const Rgb& after) {
    return {from[0] + after[0] - before[0], from[1] + after[1] - before[1], from[2] + after[2] - before[2]};
}

TEST_F(Ageing, IsPredictedBetterThanByAnyBlurOfDayZero) {
    // A blur leaves the middle of a solid as it is, so whatever its width it predicts day 0 once more. Both predictions
    // start from the same day 0: the photographed one, moved by what our healing changes, and then our own.
    measured({"--design", patches(), "--width", "14.5", "--quality", "draft", "--site", "ankle-inner", "--tone",
              "ita:45", "--style", "colour", "--days", "0,11,1015", "--fields", at(".")});
    const Chart fresh = chartOf("0"), clouded = chartOf("11"), old = chartOf("1015");
    Error ours, blur, oursFromPhotograph, blurOfPhotograph;
    int won = 0;
    for (int i = 0; i < 9; ++i) {
        const Solid& solid = solids[i];
        const Rgb before = patchOf(fresh, i), after = patchOf(clouded, i);
        ours.add(after, solid.day11);
        blur.add(before, solid.day11);
        Error own, blurred;
        own.add(moved(solid.day0, before, after), solid.day11);
        blurred.add(solid.day0, solid.day11);
        oursFromPhotograph.add(moved(solid.day0, before, after), solid.day11);
        blurOfPhotograph.add(solid.day0, solid.day11);
        won += own.rms() < blurred.rms();
        std::printf("%-8s day 11 from its day 0: ours %.3f, blurred %.3f\n", solid.name, own.rms(), blurred.rms());
    }
    std::printf("all, from the photograph of day 0: ours %.3f, blurred %.3f\n", oursFromPhotograph.rms(),
                blurOfPhotograph.rms());
    std::printf("all, from our own day 0: ours %.3f, blurred %.3f\n", ours.rms(), blur.rms());
    EXPECT_LT(oursFromPhotograph.rms(), 0.8 * blurOfPhotograph.rms());
    EXPECT_LT(ours.rms(), 0.85 * blur.rms());
    EXPECT_GE(won, 7) << "of nine";

    Error healed, healedBlur;
    healed.add(patchOf(old, 0), blackInYearThree);
    healedBlur.add(solids[0].day0, blackInYearThree);
    std::printf("black in year three: ours %.3f, blurred %.3f\n", healed.rms(), healedBlur.rms());
    EXPECT_LT(healed.rms(), 0.3 * healedBlur.rms());
}

TEST_F(Ageing, ClosesTheGapsBetweenFineLines) {
    // Bars of 1 mm and of 0.35 mm with equal gaps. In the photographs the fine ones merge by day 83, the broad do not.
    const std::string bars =
        R"(<svg xmlns="http://www.w3.org/2000/svg" width="900" height="320"><path d="M10 10h100v300h-100z)"
        R"(M210 10h100v300h-100zM410 10h100v300h-100zM710 10h35v300h-35zM780 10h35v300h-35zM850 10h35v300h-35z"/></svg>)";
    constexpr double widthMm = 8.75;
    measured({"--design", write("bars.svg", bars), "--width", "8.75", "--quality", "standard", "--site", "ankle-inner",
              "--tone", "ita:45", "--style", "geometric", "--days", "0,83,1015", "--fields", at(".")});
    // Green light at mm from the left end, of bare skin.
    const auto light = [&](const Chart& chart, double mm) {
        return chart.mean("tint.G", mm - 0.5 * widthMm, 0, 0.04, 0.8) / double(chart["tint.G"][0]);
    };
    const auto contrast = [](double bar, double gap) { return (gap - bar) / (gap + bar); };
    const auto broad = [&](const Chart& chart) { return contrast(light(chart, 2.5), light(chart, 3.5)); };
    const auto fine = [&](const Chart& chart) { return contrast(light(chart, 7.875), light(chart, 8.225)); };
    const Chart fresh = chartOf("0"), healed = chartOf("83"), old = chartOf("1015");
    std::printf("contrast of 1 mm: %.2f, %.2f, %.2f; of 0.35 mm: %.2f, %.2f, %.2f on days 0, 83, 1015\n", broad(fresh),
                broad(healed), broad(old), fine(fresh), fine(healed), fine(old));
    EXPECT_GT(fine(fresh), 0.6);
    EXPECT_LT(fine(healed), 0.5 * fine(fresh));
    EXPECT_LT(light(healed, 8.225), 0.5) << "the gap is more ink than skin";
    EXPECT_GT(light(healed, 3.5), 0.65) << "of 1 mm it is still skin";
    EXPECT_LT(fine(old), 0.65 * fine(healed));
    EXPECT_GT(broad(old), 0.85 * broad(healed));
}

}  // namespace
}  // namespace inkheal::test
