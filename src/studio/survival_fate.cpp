#include "studio/survival_fate.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"

namespace inkheal::studio {
namespace {

constexpr float stepsPerMm = 80;
constexpr float detailMm = float(chartWidthsMm.back());  // wider is no detail: skin between two drawings, a solid
constexpr int searchSteps = 9, searchStride = 2;
constexpr float worthMissing = 2;       // times the least contrast
constexpr float alikeContrast = 0.02f;  // between neighbours that are one mark or one gap
constexpr double tips = 4;              // length over lack of width of the thinnest wedge that is a tip (14 degrees)
constexpr double channel = 0.6;         // lack of width in the mean over the greatest: 1/3 in a wedge, 1 in a channel
constexpr double mostlyTip = 0.9;       // of the places that are lost together

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

/// The least width, by the even steps, from which on at least `share` is kept; past the last where none does.
float leastOf(const std::vector<float>& kept, float share) {
    std::size_t i = kept.size();
    while (i > 0 && kept[i - 1] >= share) --i;
    return float(i) / stepsPerMm;
}

/// How many steps each lost place lies inside from a mouth, 1 at it; 0 where none leads there.
std::vector<int> stepsFrom(const FateMap& map, const std::vector<bool>& lost, const std::vector<bool>& mouths) {
    std::vector<int> steps(lost.size());
    std::vector<std::size_t> line;
    for (std::size_t i = 0; i < lost.size(); ++i)
        if (mouths[i]) steps[i] = 1, line.push_back(i);
    for (std::size_t next = 0; next < line.size(); ++next)
        map.round(line[next], [&](std::size_t to) {
            if (!lost[to] || steps[to] > 0) return;
            steps[to] = steps[line[next]] + 1;
            line.push_back(to);
        });
    return steps;
}

/// The lost places that hang together.
std::vector<std::vector<std::size_t>> piecesOf(const FateMap& map, std::vector<bool> lost) {
    std::vector<std::vector<std::size_t>> pieces;
    for (std::size_t i = 0; i < lost.size(); ++i) {
        if (!lost[i]) continue;
        lost[i] = false;
        std::vector<std::size_t> piece{i};
        for (std::size_t next = 0; next < piece.size(); ++next)
            map.round(piece[next], [&](std::size_t to) {
                if (!lost[to]) return;
                lost[to] = false;
                piece.push_back(to);
            });
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

}  // namespace

Kept::Kept(const StripReading& reading, double drawn)
    : lines_(byEvenSteps(reading.lines, std::max(drawn, 1e-6), reading.lines.front())),
      gaps_(byEvenSteps(reading.gaps, std::max(drawn, 1e-6), 0)),
      slots_(byEvenSteps(reading.slots, std::max(drawn, 1e-6), 0)) {}

float Kept::at(const std::vector<float>& values, float widthMm) {
    const float step = std::clamp(widthMm * stepsPerMm, 0.0f, float(values.size() - 1));
    const std::size_t low = std::min(std::size_t(step), values.size() - 2);
    return std::lerp(values[low], values[low + 1], step - float(low));
}

float Kept::gap(float widthMm, float besideMm) const {
    const float solid = std::clamp(besideMm / std::max(widthMm, 1e-3f) - 1, 0.0f, 1.0f);
    return std::lerp(at(gaps_, widthMm), at(slots_, widthMm), solid);
}

float Kept::leastLine(float share) const {
    return leastOf(lines_, share);
}

float Kept::leastGap(float share, float besideMm) const {
    const float pairs = leastOf(gaps_, share), solid = std::clamp(besideMm / std::max(pairs, 1e-3f) - 1, 0.0f, 1.0f);
    return std::lerp(pairs, leastOf(slots_, share), solid);
}

Fates::Fates(const Marks& marks, std::vector<Kept> kept, double leastContrast)
    : marks_(marks), kept_(std::move(kept)), least_(float(leastContrast)) {
    checkEqual(kept_.size(), marks.inks.size(), "inks that healed");
    drawnFrom_ = std::min(worthMissing * least_, 0.5f * (least_ + float(marks.highest())));
}

/// Of what is drawn at one texel, whether less than the least is left of it all or of its details.
bool Fates::vanishes(std::size_t texel, float scale) const {
    float left = 0, detail = 0, detailLeft = 0;
    for (const Level& level : marks_.levels) {
        const float width = level.widthsMm[texel] * scale;
        if (width <= 0) continue;
        const float stays = level.contrast * kept_[level.ink[texel]].line(width);
        left += stays;
        if (width < detailMm) detail += level.contrast, detailLeft += stays;
    }
    return left < least_ || (detail >= drawnFrom_ && detailLeft < least_);
}

bool Fates::merges(std::size_t texel, float scale) const {
    float gap = 0, left = 0;
    for (const Level& level : marks_.levels) {
        const float width = -level.widthsMm[texel] * scale;
        if (width < 0 || width >= detailMm) continue;
        gap += level.contrast,
            left += level.contrast * kept_[level.ink[texel]].gap(width, level.besideMm[texel] * scale);
    }
    return gap >= drawnFrom_ && left < least_;
}

Fate Fates::of(std::size_t texel, float scale) const {
    if (inked(texel) && vanishes(marks_.peaks[texel], scale)) return Fate::vanishes;
    if (gapDrawn(texel) && merges(marks_.valleys[texel], scale)) return Fate::merges;
    return inked(texel) ? Fate::stays : Fate::bare;
}

/// How much smaller than the smallest that would stay here what was lost at a texel is, as printed, mm.
double Fates::shortOf(std::size_t texel, Fate fate, float scale) const {
    const bool gap = fate == Fate::merges;
    float drawn = 0, besideMm = 0, widest = 0;
    const Kept* kept = nullptr;
    for (const Level& level : marks_.levels) {
        const float width = (gap ? -1 : 1) * scale * level.widthsMm[texel];
        if (width <= 0 || width >= detailMm) continue;
        drawn += level.contrast;
        widest = std::max(widest, width);
        besideMm = level.besideMm[texel] * scale;
        kept = &kept_[level.ink[texel]];
    }
    if (!kept) return -1;  // a solid that faded, not a tip
    const float share = least_ / drawn;
    return double(gap ? kept->leastGap(share, besideMm) : kept->leastLine(share)) - double(widest);
}

/// Strikes what is lost where all of it hangs together as tips: from where such skin is open, or such a mark stays, it
/// narrows all the way.
void Fates::forgiveTips(FateMap& map, Fate fate, float scale) const {
    const float sign = fate == Fate::merges ? 1 : -1;  // toward paler skin, or toward a darker mark
    std::vector<bool> lost(map.fates.size()), mouths(map.fates.size());
    const auto texelAt = [&](std::size_t i) { return map.texel(int(i) % map.width, int(i) / map.width, marks_); };
    for (std::size_t i = 0; i < map.fates.size(); ++i) {
        if (map.fates[i] != fate) continue;
        lost[i] = true;
        const std::size_t texel = texelAt(i);
        const float own = marks_.contrast[fate == Fate::merges ? marks_.valleys[texel] : marks_.peaks[texel]];
        map.round(i, [&](std::size_t to) {
            const float there = marks_.contrast[texelAt(to)];
            if (map.fates[to] != fate && sign * (there - own) < alikeContrast) mouths[i] = true;
        });
    }
    const std::vector<int> steps = stepsFrom(map, lost, mouths);
    const double stepMm = double(map.stride) * marks_.texelMm * double(scale);
    for (const std::vector<std::size_t>& piece : piecesOf(map, lost)) {
        double tip = 0, most = 0, sum = 0;
        for (const std::size_t i : piece) {
            const double wayMm = steps[i] * stepMm, shortMm = shortOf(texelAt(i), fate, scale);
            tip += steps[i] > 0 && wayMm <= tips * shortMm + 2 * stepMm;
            most = std::max(most, shortMm);
            sum += shortMm;
        }
        if (tip < mostlyTip * double(piece.size()) || sum > channel * most * double(piece.size())) continue;
        for (const std::size_t i : piece) map.fates[i] = inked(texelAt(i)) ? Fate::stays : Fate::bare;
    }
}

FateMap Fates::at(float scale, int stride) const {
    FateMap map{(marks_.width + stride - 1) / stride, (marks_.height + stride - 1) / stride, stride, {}};
    map.fates.reserve(std::size_t(map.width) * std::size_t(map.height));
    for (int y = 0; y < map.height; ++y)
        for (int x = 0; x < map.width; ++x) map.fates.push_back(of(map.texel(x, y, marks_), scale));
    forgiveTips(map, Fate::merges, scale);
    forgiveTips(map, Fate::vanishes, scale);
    return map;
}

/// Whether skin or a paler ink between marks was drawn here, at the printed size.
bool Fates::gapDrawn(std::size_t texel) const {
    float gap = 0;
    for (const Level& level : marks_.levels)
        if (level.widthsMm[texel] <= 0 && -level.widthsMm[texel] < detailMm) gap += level.contrast;
    return gap >= drawnFrom_;
}

Shares Fates::shares(const FateMap& map) const {
    double ink = 0, gaps = 0, vanishing = 0, merging = 0;
    for (int y = 0; y < map.height; ++y)
        for (int x = 0; x < map.width; ++x) {
            const std::size_t texel = map.texel(x, y, marks_);
            const bool gap = gapDrawn(texel);
            ink += inked(texel), gaps += gap;
            const Fate fate = map.fates[std::size_t(y) * std::size_t(map.width) + std::size_t(x)];
            vanishing += fate == Fate::vanishes;
            merging += fate == Fate::merges;
        }
    return {ink > 0 ? vanishing / ink : 0, gaps > 0 ? merging / gaps : 0};
}

std::optional<double> Fates::leastScale(double most) const {
    const auto holds = [&](double scale) {
        const Shares lost = shares(at(float(scale), searchStride));
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
