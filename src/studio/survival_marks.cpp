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

constexpr int levelCount = 6;
constexpr double worthAStrip = 0.01;  // of all ink: a pigment that is used less is no ink of this artwork
constexpr double diluted = 0.5;       // of the contrast of a full fill

/// What the separation says of the artwork's colours, by the nodes of its table.
class Palette {
 public:
    Palette(const Picture& picture, const std::vector<skin::Pigment>& tray, const glm::dvec3& skin)
        : tray_(tray), response_(tray), contrast_(skin), skin_(skin) {
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
    double healed(const needle::Doses& doses) const { return contrast_.of(skin_ * response_.ratio(doses)); }

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

/// Gives every texel outside the marks the ink of one near it: of the mark that a walk by sides meets first.
void spreadInk(std::vector<std::uint8_t>& ink, const std::vector<bool>& inside, int width) {
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
            ink[to] = ink[i];
            line.push_back(std::uint32_t(to));
        };
        visit(i - 1, i % w > 0);
        visit(i + 1, i % w + 1 < w);
        visit(i - w, i >= w);
        visit(i + w, i + w < inside.size());
    }
}

Level levelOf(const Marks& marks, const std::vector<std::uint8_t>& ink, float from, double mostMm) {
    const std::size_t n = marks.size();
    std::vector<bool> inside(n), outside(n);
    for (std::size_t i = 0; i < n; ++i) inside[i] = marks.contrast[i] >= from, outside[i] = !inside[i];
    const float most = float(mostMm / marks.texelMm);
    Level level{localWidths(inside, marks.width, marks.height, most), ink};
    const std::vector<float> gaps = localWidths(outside, marks.width, marks.height, most);
    for (std::size_t i = 0; i < n; ++i)
        level.widthsMm[i] = float(marks.texelMm) * (inside[i] ? level.widthsMm[i] : -gaps[i]);
    spreadInk(level.ink, inside, marks.width);
    return level;
}

/// The ink that shows most of each texel's contrast, diluted where that is nearer to what was drawn.
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
            ink[i] = std::uint8_t(2 * best + (double(marks.contrast[i]) < 0.5 * (full.contrast + pale.contrast)));
        }
    return ink;
}

double highest(std::vector<float> values) {
    const auto at = values.begin() + std::ptrdiff_t(values.size() - 1);
    std::nth_element(values.begin(), at, values.end());
    return double(*at);
}

}  // namespace

float marksPerMm(float widthMm) {
    return std::clamp(1000 / widthMm, 20.0f, 40.0f);
}

Marks marksOf(const design::Artwork& artwork, const std::vector<skin::Pigment>& tray, const glm::dvec3& skin,
              double mostMm) {
    const Picture& picture = artwork.picture;
    const Palette palette(picture, tray, skin);
    Marks marks;
    marks.texelMm = double(artwork.texelMm());
    const int border = int(std::ceil(0.5 * mostMm / marks.texelMm)) + 1;
    marks.width = picture.width + 2 * border, marks.height = picture.height + 2 * border;
    marks.contrast.assign(std::size_t(marks.width) * std::size_t(marks.height), 0);
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x)
            marks.contrast[std::size_t(y + border) * std::size_t(marks.width) + std::size_t(x + border)] =
                float(palette.contrastOf(picture.at(x, y)));
    const std::vector<std::size_t> used = pigmentsUsed(picture, palette, tray.size());
    for (const std::size_t p : used)
        for (const double share : {1.0, diluted}) marks.inks.push_back(palette.ink(p, share));
    const std::vector<std::uint8_t> ink = inkOfTexels(marks, picture, palette, used, border);
    marks.levelContrast = highest(marks.contrast) / levelCount;
    marks.levels.resize(levelCount);
    std::atomic<int> next{0};
    const auto work = [&] {
        for (int k = next++; k < levelCount; k = next++)
            marks.levels[std::size_t(k)] = levelOf(marks, ink, float((k + 0.5) * marks.levelContrast), mostMm);
    };
    std::vector<std::jthread> hands;
    for (unsigned i = 1; i < std::min(std::thread::hardware_concurrency(), unsigned(levelCount)); ++i)
        hands.emplace_back(work);
    work();
    hands.clear();  // joins
    return marks;
}

}  // namespace inkheal::studio
