#pragma once
// What of the marks is left on one day: each place keeps, of what was drawn there at every level, as much as the test
// strip's line or gap of that width and ink keeps. For `survive`.

#include <optional>
#include <vector>

#include "studio/survival_chart.h"
#include "studio/survival_marks.h"

namespace inkheal::studio {

/// The smallest and the largest print looked at, over the printed size.
inline constexpr double smallestScale = 0.5, largestScale = 8;
/// How far widths need to be known for that.
inline constexpr double knownMm = chartWidthsMm.back() / smallestScale;

enum class Fate : std::uint8_t { bare, stays, vanishes, merges };

/// How much of its drawn contrast an ink keeps as a line and as a gap, by width.
class Kept {
 public:
    /// `drawn` is the contrast of a solid as the artist meant it.
    Kept(const StripReading& reading, double drawn);

    float line(float widthMm) const { return at(lines_, widthMm); }
    float gap(float widthMm) const { return at(gaps_, widthMm); }

 private:
    static float at(const std::vector<float>& values, float widthMm);
    std::vector<float> lines_, gaps_;  // by even steps of width
};

/// The shares of inked skin that vanishes, and of the skin in gaps that merges.
struct Shares {
    double vanishing = 0, merging = 0;
};

class Fates {
 public:
    /// `kept` by ink of the marks, which must outlive this.
    Fates(const Marks& marks, std::vector<Kept> kept, double leastContrast);

    /// Of one texel, were the artwork printed `scale` times as large.
    Fate of(std::size_t texel, float scale = 1) const;
    std::vector<Fate> all() const;

    /// `scale` times the printed size; every `stride`-th texel of every `stride`-th row. Gaps are counted as they are
    /// at the printed size.
    Shares shares(float scale = 1, int stride = 1) const;

    /// The least scale at which no more than `most` of either is lost. Nothing where no size of print helps.
    std::optional<double> leastScale(double most) const;

 private:
    bool gapDrawn(std::size_t texel) const;

    const Marks& marks_;
    std::vector<Kept> kept_;
    float least_;
};

}  // namespace inkheal::studio
