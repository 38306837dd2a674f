#include "studio/survival_marks.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <thread>

#include "needle/needle_laws.h"
#include "needle/response.h"
#include "needle/separation.h"
#include "studio/granulometry.h"
#include "studio/legibility.h"

namespace inkheal::studio {
namespace {

constexpr int fewestLevels = 4, mostLevels = 24;
constexpr double worthAStrip = 0.01;  // of all ink: a pigment that is used less is no ink of this artwork
constexpr double alike = 0.01;        // of the marked texels that may lie between levels that are one
constexpr float rim = 0.02f;          // of contrast, within two texels, both up and down: the slope of an edge
constexpr double diluted = 0.5;       // of the contrast of a full fill

/// What the separation says of the artwork's colours, by the nodes of its table.
class Palette {
 public:
    Palette(const Picture& picture, const std::vector<skin::Pigment>& tray, const glm::dvec3& skin, double surface)
        : tray_(tray), response_(tray), contrast_(skin + surface), skin_(skin), surface_(surface) {
        needle::Separation report;
        table_ = needle::separationFor(picture, tray, report);
        for (std::size_t node = 0; node < table_.deltaE.size(); ++node) {
            needle::Doses doses{};
            double sum = 0;
            for (std::size_t p = 0; p < tray.size(); ++p) sum += doses[p] = dose(node, p);
            contrasts_.push_back(sum > 0 ? healed(doses) : 0);
        }
    }

    double dose(std::size_t node, std::size_t pigment) const {
        return double(table_.doses[node * 2 + pigment / 4][int(pigment % 4)]);
    }

    /// Of a solid with these doses, once healed as the artist meant it.
    double healed(const needle::Doses& doses) const { return contrast_.of(skin_ * response_.ratio(doses) + surface_); }

    /// One pigment alone, as much of it as gives `share` of the contrast of a full fill.
    Ink ink(std::size_t pigment, double share) const {
        needle::Doses doses{};
        doses[pigment] = 1;
        const double wanted = share * healed(doses);
        double low = 0, high = 1;
        for (int step = 0; step < 20 && share < 1; ++step) {
            doses[pigment] = 0.5 * (low + high);
            (healed(doses) < wanted ? low : high) = doses[pigment];
        }
        const glm::dvec3 veil = response_.veil();
        const glm::dvec3 colour = (response_.ratio(doses) - veil) / (glm::dvec3(1) - veil);
        return {tray_[pigment].name, share < 1, glm::clamp(colour, 0.0, 1.0), healed(doses)};
    }

    std::size_t nearestNode(const glm::vec4& texel) const {
        std::size_t node = 0;
        for (int c = 2; c >= 0; --c)
            node = node * std::size_t(table_.nodes) +
                   std::size_t(std::lround(needle::law::tableAxis(double(texel[c])) * (table_.nodes - 1)));
        return node;
    }

    /// Between the nodes, as the needle's kernel reads them.
    double contrastOf(const glm::vec4& texel) const {
        int low[3];
        double part[3], sum = 0;
        for (int c = 0; c < 3; ++c) {
            const double axis = needle::law::tableAxis(double(texel[c])) * (table_.nodes - 1);
            low[c] = std::min(int(axis), table_.nodes - 2), part[c] = axis - low[c];
        }
        for (int corner = 0; corner < 8; ++corner) {
            const int x = corner & 1, y = corner >> 1 & 1, z = corner >> 2;
            sum += (x ? part[0] : 1 - part[0]) * (y ? part[1] : 1 - part[1]) * (z ? part[2] : 1 - part[2]) *
                   contrasts_[std::size_t(((low[2] + z) * table_.nodes + low[1] + y) * table_.nodes + low[0] + x)];
        }
        return sum * double(texel.a);
    }

 private:
    const std::vector<skin::Pigment>& tray_;
    needle::HealedResponse response_;
    Contrast contrast_;
    glm::dvec3 skin_;
    double surface_;
    needle::SeparationTable table_;
    std::vector<double> contrasts_;
};

/// The pigments that make up the artwork, the first of the tray in any case.
std::vector<std::size_t> pigmentsUsed(const Picture& picture, const Palette& palette, std::size_t tray) {
    std::vector<double> used(tray);
    double all = 0;
    for (const glm::vec4& texel : picture.texels) {
        if (texel.a <= 0) continue;
        const std::size_t node = palette.nearestNode(texel);
        for (std::size_t p = 0; p < tray; ++p) {
            const double laid = palette.dose(node, p) * double(texel.a);
            used[p] += laid, all += laid;
        }
    }
    std::vector<std::size_t> list;
    for (std::size_t p = 0; p < tray; ++p)
        if (p == 0 || used[p] >= worthAStrip * all) list.push_back(p);
    return list;
}

/// Gives every texel outside the marks what belongs to one near it: to the mark that a walk by sides meets first.
void lendToGaps(Level& level, const std::vector<bool>& inside, int width) {
    std::vector<std::uint32_t> line;
    std::vector<bool> met = inside;
    for (std::size_t i = 0; i < inside.size(); ++i)
        if (inside[i]) line.push_back(std::uint32_t(i));
    const std::size_t w = std::size_t(width);
    for (std::size_t next = 0; next < line.size(); ++next) {
        const std::size_t i = line[next];
        const auto visit = [&](std::size_t to, bool there) {
            if (!there || met[to]) return;
            met[to] = true;
            level.ink[to] = level.ink[i];
            level.besideMm[to] = level.besideMm[i];
            line.push_back(std::uint32_t(to));
        };
        visit(i - 1, i % w > 0);
        visit(i + 1, i % w + 1 < w);
        visit(i - w, i >= w);
        visit(i + w, i + w < inside.size());
    }
}

Level levelOf(const Marks& marks, const std::vector<std::uint8_t>& ink, const std::vector<bool>& inside,
              double mostMm) {
    const std::size_t n = marks.size();
    std::vector<bool> outside(n);
    for (std::size_t i = 0; i < n; ++i) outside[i] = !inside[i];
    const float texelMm = float(marks.texelMm), most = float(mostMm) / texelMm;
    Level level;
    level.ink = ink;
    level.widthsMm = localWidths(inside, marks.width, marks.height, most);
    const std::vector<float> gaps = localWidths(outside, marks.width, marks.height, most);
    for (float& width : level.widthsMm) width *= texelMm;
    level.besideMm = level.widthsMm;
    lendToGaps(level, inside, marks.width);
    for (std::size_t i = 0; i < n; ++i)
        if (!inside[i]) level.widthsMm[i] = -texelMm * gaps[i];
    return level;
}

/// Neighbouring levels that cut out the same marks, their soft rims apart.
struct AlikeLevels {
    int first = 0, count = 1;
};

/// A drawing in one ink has but one such.
std::vector<AlikeLevels> alikeLevels(const Marks& marks, int count) {
    std::vector<double> plateaus(std::size_t(count) + 1);  // texels by the levels below them, no slopes
    double marked = 0;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const float own = marks.contrast[i];
        if (marks.contrast[marks.peaks[i]] - own > rim && own - marks.contrast[marks.valleys[i]] > rim) continue;
        const int below = std::clamp(int(double(own) / marks.levelContrast + 0.5), 0, count);
        plateaus[std::size_t(below)] += 1;
        marked += below > 0;
    }
    std::vector<AlikeLevels> groups{{}};
    double apart = 0;
    for (int k = 1; k < count; ++k) {
        apart += plateaus[std::size_t(k)];  // marked on level k - 1, not on k
        if (apart <= alike * marked) {
            ++groups.back().count;
            continue;
        }
        groups.push_back({k, 1});
        apart = 0;
    }
    return groups;
}

void cutLevels(Marks& marks, const std::vector<std::uint8_t>& ink, int count, double mostMm) {
    const std::vector<AlikeLevels> groups = alikeLevels(marks, count);
    std::vector<std::vector<bool>> cuts;
    for (const AlikeLevels& group : groups) {
        const float from = float((group.first + 0.5 * group.count) * marks.levelContrast);
        cuts.emplace_back(marks.size());
        for (std::size_t i = 0; i < marks.size(); ++i) cuts.back()[i] = marks.contrast[i] >= from;
    }
    marks.levels.resize(cuts.size());
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t k = next++; k < cuts.size(); k = next++) {
            marks.levels[k] = levelOf(marks, ink, cuts[k], mostMm);
            marks.levels[k].contrast = float(groups[k].count * marks.levelContrast);
        }
    };
    std::vector<std::jthread> hands;
    for (unsigned i = 1; i < std::min(std::thread::hardware_concurrency(), unsigned(cuts.size())); ++i)
        hands.emplace_back(work);
    work();
}

/// Two steps uphill, each to the highest of nine; downhill for a sign of -1.
std::vector<std::uint32_t> peaksOf(const Marks& marks, float sign) {
    std::vector<std::uint32_t> up(marks.size()), peaks(marks.size());
    for (int y = 0; y < marks.height; ++y)
        for (int x = 0; x < marks.width; ++x) {
            std::size_t best = std::size_t(y) * std::size_t(marks.width) + std::size_t(x);
            const std::size_t own = best;
            for (int v = std::max(y - 1, 0); v <= std::min(y + 1, marks.height - 1); ++v)
                for (int u = std::max(x - 1, 0); u <= std::min(x + 1, marks.width - 1); ++u) {
                    const std::size_t at = std::size_t(v) * std::size_t(marks.width) + std::size_t(u);
                    if (sign * marks.contrast[at] > sign * marks.contrast[best]) best = at;
                }
            up[own] = std::uint32_t(best);
        }
    for (std::size_t i = 0; i < peaks.size(); ++i) peaks[i] = up[up[i]];
    return peaks;
}

/// The ink that shows most of each texel's contrast, diluted where that is nearer to what was drawn: two inks for each
/// pigment used, the full one first.
std::vector<std::uint8_t> inkOfTexels(const Marks& marks, const Picture& picture, const Palette& palette,
                                      const std::vector<std::size_t>& used, int border) {
    std::vector<std::uint8_t> ink(marks.size());
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x) {
            const glm::vec4& texel = picture.at(x, y);
            const std::size_t i = std::size_t(y + border) * std::size_t(marks.width) + std::size_t(x + border);
            if (texel.a <= 0) continue;
            const std::size_t node = palette.nearestNode(texel);
            std::size_t best = 0;
            double most = -1;
            for (std::size_t u = 0; u < used.size(); ++u) {
                const double shows = palette.dose(node, used[u]) * marks.inks[2 * u].contrast;
                if (shows > most) most = shows, best = u;
            }
            const Ink &full = marks.inks[2 * best], &pale = marks.inks[2 * best + 1];
            const double drawn = double(marks.contrast[marks.peaks[i]]);
            ink[i] = std::uint8_t(2 * best + (drawn < 0.5 * (full.contrast + pale.contrast)));
        }
    return ink;
}

/// Strikes the diluted inks that hardly any of the drawing is made of; full ones stand for them.
void strikeUnused(Marks& marks, std::vector<std::uint8_t>& ink) {
    std::vector<double> share(marks.inks.size());
    double all = 0;
    for (std::size_t i = 0; i < marks.size(); ++i)
        share[ink[i]] += double(marks.contrast[i]), all += double(marks.contrast[i]);
    std::vector<std::uint8_t> place(share.size());
    std::vector<Ink> kept;
    for (std::size_t k = 0; k < share.size(); ++k) {
        const bool stays = !marks.inks[k].diluted || share[k] >= worthAStrip * all;
        if (stays) kept.push_back(marks.inks[k]);
        place[k] = std::uint8_t(kept.size() - 1);
    }
    for (std::uint8_t& of : ink) of = place[of];
    marks.inks = std::move(kept);
}

double highest(std::vector<float> values) {
    const auto at = values.begin() + std::ptrdiff_t(values.size() - 1);
    std::nth_element(values.begin(), at, values.end());
    return double(*at);
}

}  // namespace

float marksPerMm(float widthMm) {
    return std::clamp(750 / widthMm, 20.0f, 40.0f);
}

Marks marksOf(const design::Artwork& artwork, const std::vector<skin::Pigment>& tray, const glm::dvec3& skin,
              double surface, double mostMm, double mostLevel) {
    const Picture& picture = artwork.picture;
    const Palette palette(picture, tray, skin, surface);
    Marks marks;
    marks.texelMm = double(artwork.texelMm());
    const int border = int(std::ceil(0.5 * mostMm / marks.texelMm)) + 1;
    marks.width = picture.width + 2 * border, marks.height = picture.height + 2 * border;
    marks.contrast.assign(std::size_t(marks.width) * std::size_t(marks.height), 0);
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x)
            marks.contrast[std::size_t(y + border) * std::size_t(marks.width) + std::size_t(x + border)] =
                float(palette.contrastOf(picture.at(x, y)));
    marks.peaks = peaksOf(marks, 1);
    marks.valleys = peaksOf(marks, -1);
    const std::vector<std::size_t> used = pigmentsUsed(picture, palette, tray.size());
    for (const std::size_t p : used)
        for (const double share : {1.0, diluted}) marks.inks.push_back(palette.ink(p, share));
    std::vector<std::uint8_t> ink = inkOfTexels(marks, picture, palette, used, border);
    strikeUnused(marks, ink);
    const double most = highest(marks.contrast);
    const int count = std::clamp(int(std::ceil(most / mostLevel)), fewestLevels, mostLevels);
    marks.levelContrast = most / count;
    cutLevels(marks, ink, count, mostMm);
    return marks;
}

}  // namespace inkheal::studio
