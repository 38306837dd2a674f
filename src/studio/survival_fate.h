#pragma once
// What of the marks is left on one day: each place keeps, of what was drawn there at every level, as much as the test
// strip's line or gap of that width and ink keeps. For `survive`.

#include <algorithm>
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
    /// Beside a mark of `besideMm`: between the chart's lines as wide as the gap and its solids.
    float gap(float widthMm, float besideMm) const;

    /// The smallest that keep at least `share`.
    float leastLine(float share) const;
    float leastGap(float share, float besideMm) const;

 private:
    static float at(const std::vector<float>& values, float widthMm);
    std::vector<float> lines_, gaps_, slots_;  // by even steps of width
};

/// The shares of inked skin that vanishes, and of the skin in gaps that merges.
struct Shares {
    double vanishing = 0, merging = 0;
};

/// Fates of every `stride`-th texel of every `stride`-th row.
struct FateMap {
    int width = 0, height = 0, stride = 1;
    std::vector<Fate> fates;

    std::size_t texel(int x, int y, const Marks& marks) const {
        return std::size_t(y * stride) * std::size_t(marks.width) + std::size_t(x * stride);
    }

    /// Calls visit with each of the up to nine places round `i`.
    template <class Visit>
    void round(std::size_t i, Visit&& visit) const {
        const int x = int(i % std::size_t(width)), y = int(i / std::size_t(width));
        for (int v = std::max(y - 1, 0); v <= std::min(y + 1, height - 1); ++v)
            for (int u = std::max(x - 1, 0); u <= std::min(x + 1, width - 1); ++u)
                visit(std::size_t(v) * std::size_t(width) + std::size_t(u));
    }
};

class Fates {
 public:
    /// `kept` by ink of the marks, which must outlive this.
    Fates(const Marks& marks, std::vector<Kept> kept, double leastContrast);

    /// Were the artwork printed `scale` times as large. The tip of a wedge of skin fills, and the end of a taper fades,
    /// at any size: what narrows so fast that it is but a tip of what stays is not counted.
    FateMap at(float scale = 1, int stride = 1) const;

    /// Gaps are counted as they are at the printed size.
    Shares shares(const FateMap& map) const;

    /// The least scale at which no more than `most` of either is lost. Nothing where no size of print helps.
    std::optional<double> leastScale(double most) const;

 private:
    Fate of(std::size_t texel, float scale) const;
    bool vanishes(std::size_t texel, float scale) const;
    bool merges(std::size_t texel, float scale) const;
    bool inked(std::size_t texel) const { return marks_.contrast[texel] >= drawnFrom_; }
    bool gapDrawn(std::size_t texel) const;
    double shortOf(std::size_t texel, Fate fate, float scale) const;
    void forgiveTips(FateMap& map, Fate fate, float scale) const;

    const Marks& marks_;
    std::vector<Kept> kept_;
    float least_;
    float drawnFrom_;  // contrast from which what was drawn counts: nobody misses what hardly showed
};

}  // namespace inkheal::studio
