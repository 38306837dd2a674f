#include "studio/survival_fate.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"

namespace inkheal::studio {
namespace {

constexpr float stepsPerMm = 80;
constexpr float detailMm = float(chartWidthsMm.back());  // wider is no detail: skin between two drawings, a solid
constexpr int searchSteps = 12, searchStride = 3;

/// The chart's values by even steps of width; below its least width a line stays as good, a gap goes to nothing.
std::vector<float> byEvenSteps(const std::vector<double>& values, double drawn, double atNothing) {
    std::vector<float> out;
    for (int step = 0; step <= int(detailMm * stepsPerMm); ++step) {
        const double width = step / double(stepsPerMm);
        const auto above = std::upper_bound(chartWidthsMm.begin(), chartWidthsMm.end(), width);
        const std::size_t i = std::size_t(above - chartWidthsMm.begin());
        if (i == chartWidthsMm.size()) {
            out.push_back(float(values.back() / drawn));
            continue;
        }
        const double low = i ? chartWidthsMm[i - 1] : 0, from = i ? values[i - 1] : atNothing;
        const double part = (width - low) / (chartWidthsMm[i] - low);
        out.push_back(float((from + part * (values[i] - from)) / drawn));
    }
    return out;
}

}  // namespace

Kept::Kept(const StripReading& reading, double drawn)
    : lines_(byEvenSteps(reading.lines, std::max(drawn, 1e-6), reading.lines.front())),
      gaps_(byEvenSteps(reading.gaps, std::max(drawn, 1e-6), 0)) {}

float Kept::at(const std::vector<float>& values, float widthMm) {
    const float step = std::clamp(widthMm * stepsPerMm, 0.0f, float(values.size() - 1));
    const std::size_t low = std::min(std::size_t(step), values.size() - 2);
    return std::lerp(values[low], values[low + 1], step - float(low));
}

Fates::Fates(const Marks& marks, std::vector<Kept> kept, double leastContrast)
    : marks_(marks), kept_(std::move(kept)), least_(float(leastContrast)) {
    checkEqual(kept_.size(), marks.inks.size(), "inks that healed");
}

Fate Fates::of(std::size_t texel, float scale) const {
    const float level = float(marks_.levelContrast);
    float left = 0, detail = 0, detailLeft = 0, gap = 0, gapLeft = 0;
    for (const Level& at : marks_.levels) {
        const float width = at.widthsMm[texel] * scale;
        const Kept& kept = kept_[at.ink[texel]];
        if (width > 0) {
            const float stays = level * kept.line(width);
            left += stays;
            if (width < detailMm) detail += level, detailLeft += stays;
        } else if (-width < detailMm) {
            gap += level, gapLeft += level * kept.gap(-width);
        }
    }
    const bool drawn = marks_.contrast[texel] >= least_, gapped = gap >= least_;
    if (drawn && (left < least_ || (detail >= least_ && detailLeft < least_))) return Fate::vanishes;
    if (gapped && gapLeft < least_) return Fate::merges;
    return drawn ? Fate::stays : Fate::bare;
}

std::vector<Fate> Fates::all() const {
    std::vector<Fate> fates(marks_.size());
    for (std::size_t i = 0; i < fates.size(); ++i) fates[i] = of(i);
    return fates;
}

/// Whether skin or a paler ink between marks was drawn here, at the printed size.
bool Fates::gapDrawn(std::size_t texel) const {
    float gap = 0;
    for (const Level& at : marks_.levels)
        if (at.widthsMm[texel] <= 0 && -at.widthsMm[texel] < detailMm) gap += float(marks_.levelContrast);
    return gap >= least_;
}

Shares Fates::shares(float scale, int stride) const {
    double inked = 0, gaps = 0, vanishing = 0, merging = 0;
    for (int y = 0; y < marks_.height; y += stride)
        for (int x = 0; x < marks_.width; x += stride) {
            const std::size_t i = std::size_t(y) * std::size_t(marks_.width) + std::size_t(x);
            const bool drawn = marks_.contrast[i] >= least_, gap = gapDrawn(i);
            if (!drawn && !gap) continue;
            inked += drawn, gaps += gap;
            const Fate fate = of(i, scale);
            vanishing += fate == Fate::vanishes;
            merging += fate == Fate::merges && gap;
        }
    return {inked > 0 ? vanishing / inked : 0, gaps > 0 ? merging / gaps : 0};
}

std::optional<double> Fates::leastScale(double most) const {
    const auto holds = [&](double scale) {
        const Shares lost = shares(float(scale), searchStride);
        return lost.vanishing <= most && lost.merging <= most;
    };
    if (!holds(largestScale)) return std::nullopt;
    if (holds(smallestScale)) return smallestScale;
    double low = std::log(smallestScale), high = std::log(largestScale);
    for (int step = 0; step < searchSteps; ++step) {
        const double middle = 0.5 * (low + high);
        (holds(std::exp(middle)) ? high : low) = middle;
    }
    return std::exp(high);
}

}  // namespace inkheal::studio
