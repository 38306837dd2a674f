#include "needle/separation.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <string>

#include "base/colour.h"
#include "needle/needle_laws.h"

namespace inkheal::needle {

namespace {

constexpr double mostLoad = 1.25;  // of all pigments at one place: skin takes no more

struct Fit {
    Doses doses{};
    double cost = 0, deltaE = 0;
};

double overload(const Doses& doses) {
    return std::max(0.0, std::accumulate(doses.begin(), doses.end(), 0.0) - mostLoad);
}

Fit judged(const HealedResponse& response, std::span<const double> reluctance, const glm::dvec3& wantedLab,
           const Doses& doses) {
    Fit fit{doses, 0, glm::distance(labFromLinear(response.ratio(doses)), wantedLab)};
    fit.cost = fit.deltaE * fit.deltaE + 400 * overload(doses) * overload(doses);
    for (int p = 0; p < response.pigmentCount(); ++p) fit.cost += reluctance[std::size_t(p)] * doses[std::size_t(p)];
    return fit;
}

/// d(L, a, b) / d(r, g, b), by differences.
glm::dmat3 labSlope(const glm::dvec3& colour, const glm::dvec3& lab) {
    glm::dmat3 slope;
    for (int c = 0; c < 3; ++c) {
        glm::dvec3 moved = colour;
        moved[c] += 1e-4;
        slope[c] = (labFromLinear(moved) - lab) / 1e-4;
    }
    return slope;
}

/// Solves the symmetric positive system of the free pigments in place (Cholesky); `free` lists them.
void solve(std::array<std::array<double, mostPigments>, mostPigments> a, Doses& x, std::span<const int> free) {
    const int n = int(free.size());
    for (int j = 0; j < n; ++j) {
        for (int i = j; i < n; ++i) {
            double sum = a[free[i]][free[j]];
            for (int k = 0; k < j; ++k) sum -= a[free[i]][free[k]] * a[free[j]][free[k]];
            a[free[i]][free[j]] = i == j ? std::sqrt(std::max(sum, 1e-12)) : sum / a[free[j]][free[j]];
        }
    }
    for (int i = 0; i < n; ++i) {
        for (int k = 0; k < i; ++k) x[free[i]] -= a[free[i]][free[k]] * x[free[k]];
        x[free[i]] /= a[free[i]][free[i]];
    }
    for (int i = n - 1; i >= 0; --i) {
        for (int k = i + 1; k < n; ++k) x[free[i]] -= a[free[k]][free[i]] * x[free[k]];
        x[free[i]] /= a[free[i]][free[i]];
    }
}

/// One damped Gauss-Newton step over the pigments that are not held at a bound.
Doses stepFrom(const HealedResponse& response, std::span<const double> reluctance, const glm::dvec3& wantedLab,
               const Fit& now, double damping) {
    const int count = response.pigmentCount();
    std::array<glm::dvec3, mostPigments> byDose;
    const glm::dvec3 colour = response.ratio(now.doses, &byDose);
    const glm::dvec3 lab = labFromLinear(colour);
    const glm::dmat3 slope = labSlope(colour, lab);
    const glm::dvec3 off = lab - wantedLab;
    std::array<std::array<double, mostPigments>, mostPigments> normal{};
    Doses move{};
    std::array<int, mostPigments> free{};
    int frees = 0;
    for (int p = 0; p < count; ++p) {
        byDose[p] = slope * byDose[p];
        const double push = glm::dot(byDose[p], off) + 0.5 * reluctance[std::size_t(p)] + 400 * overload(now.doses);
        const bool held = (now.doses[p] <= 0 && push > 0) || (now.doses[p] >= 1 && push < 0);
        if (held) continue;
        move[p] = -push;
        free[frees++] = p;
    }
    const double crowd = overload(now.doses) > 0 ? 400 : 0;
    for (int i = 0; i < frees; ++i)
        for (int j = 0; j < frees; ++j)
            normal[free[i]][free[j]] = glm::dot(byDose[free[i]], byDose[free[j]]) + crowd + (i == j ? damping : 0);
    solve(normal, move, {free.data(), std::size_t(frees)});
    Doses next = now.doses;
    for (int i = 0; i < frees; ++i) next[free[i]] = std::clamp(next[free[i]] + move[free[i]], 0.0, 1.0);
    return next;
}

/// How dear each pigment is, in squared deltaE a full dose: black is cheap so that greys are diluted black, white is
/// dear.
std::vector<double> reluctanceOf(std::span<const skin::Pigment> pigments) {
    std::vector<double> dear;
    for (const skin::Pigment& pigment : pigments)
        dear.push_back(pigment.name == "black" ? 0.02 : pigment.name == "white" ? 12.0 : 4.0);
    return dear;
}

std::optional<std::size_t> indexOf(std::span<const skin::Pigment> pigments, const std::string& name) {
    for (std::size_t p = 0; p < pigments.size(); ++p)
        if (pigments[p].name == name) return p;
    return std::nullopt;
}

/// Lets neutral colours be the cool or warm grey that diluted black is in skin, as artists do, instead of mixing it out
/// with colours.
glm::dvec3 asWashedBlack(const HealedResponse& response, std::size_t black, const glm::dvec3& artwork,
                         const glm::dvec3& wantedLab) {
    const glm::dvec3 artworkLab = labFromLinear(artwork);
    const double neutral = 1 - law::smoothstep(9.0, 24.0, std::hypot(artworkLab.y, artworkLab.z));
    if (neutral <= 0) return wantedLab;
    double low = 0, high = 1;
    glm::dvec3 wash{0};
    for (int step = 0; step < 18; ++step) {
        Doses dose{};
        dose[black] = 0.5 * (low + high);
        wash = labFromLinear(response.ratio(dose));
        (wash.x > wantedLab.x ? low : high) = dose[black];
    }
    return {wantedLab.x, glm::mix(wantedLab.y, wash.y, neutral), glm::mix(wantedLab.z, wash.z, neutral)};
}

/// The fit, then once more with small doses made dearer, so that few pigments carry each colour.
Doses fewPigments(const HealedResponse& response, std::span<const double> reluctance, const glm::dvec3& wantedLab,
                  const Doses& start, double& deltaE) {
    const Doses first = fitDoses(response, reluctance, wantedLab, start, deltaE);
    std::array<double, mostPigments> dear{};
    for (std::size_t p = 0; p < reluctance.size(); ++p) dear[p] = reluctance[p] * 0.5 / (first[p] + 0.02);
    return fitDoses(response, {dear.data(), reluctance.size()}, wantedLab, first, deltaE);
}

std::vector<double> nodeWeights(const Picture& artwork, int nodes) {
    std::vector<double> weights(std::size_t(nodes) * nodes * nodes, 0.0);
    for (const glm::vec4& texel : artwork.texels) {
        if (texel.a <= 0.002f) continue;
        std::array<int, 3> low{};
        std::array<double, 3> part{};
        for (int c = 0; c < 3; ++c) {
            const double axis = law::tableAxis(double(texel[c])) * (nodes - 1);
            low[c] = std::min(int(axis), nodes - 2);
            part[c] = axis - low[c];
        }
        for (int corner = 0; corner < 8; ++corner) {
            const int x = corner & 1, y = (corner >> 1) & 1, z = corner >> 2;
            const double weight =
                (x ? part[0] : 1 - part[0]) * (y ? part[1] : 1 - part[1]) * (z ? part[2] : 1 - part[2]);
            // every corner is solved, a corner of no weight too: the kernel's float may land on its other side
            weights[std::size_t(((low[2] + z) * nodes + low[1] + y) * nodes + low[0] + x)] +=
                std::max(weight * texel.a, 1e-12);
        }
    }
    return weights;
}

}  // namespace

glm::dvec3 SeparationTable::colourOf(std::size_t node) const {
    const std::size_t n = std::size_t(nodes);
    const glm::dvec3 axis =
        glm::dvec3(double(node % n), double(node / n % n), double(node / (n * n))) / double(nodes - 1);
    return axis * axis;
}

glm::dvec3 wantedRatio(const glm::dvec3& artwork, const glm::dvec3& veil, bool whiteOnTray) {
    const double least = std::min({artwork.r, artwork.g, artwork.b});
    const double highlight = whiteOnTray ? 0.16 * law::smoothstep(0.80, 1.0, least) : 0.0;
    return veil + (glm::dvec3(1.0) - veil) * artwork * (1 + highlight);
}

Doses fitDoses(const HealedResponse& response, std::span<const double> reluctance, const glm::dvec3& wantedLab,
               const Doses& start, double& deltaE) {
    Fit best = judged(response, reluctance, wantedLab, start);
    double damping = 1;
    for (int step = 0; step < 24; ++step) {
        const Fit next =
            judged(response, reluctance, wantedLab, stepFrom(response, reluctance, wantedLab, best, damping));
        const double gain = best.cost - next.cost;
        if (gain > 0) best = next;
        damping = gain > 0 ? std::max(damping * 0.3, 1e-3) : damping * 6;
        if (damping > 1e5 || (gain > 0 && gain < 1e-3 * (1 + best.cost))) break;
    }
    deltaE = best.deltaE;
    return best.doses;
}

SeparationTable separationFor(const Picture& artwork, std::span<const skin::Pigment> pigments, Separation& report) {
    SeparationTable table;
    const std::size_t size = std::size_t(table.nodes) * table.nodes * table.nodes;
    table.doses.assign(size * 2, glm::vec4(0));
    table.deltaE.assign(size, 0);
    const std::vector<double> weights = nodeWeights(artwork, table.nodes);
    const HealedResponse response(pigments);
    const std::vector<double> reluctance = reluctanceOf(pigments);
    const std::optional<std::size_t> black = indexOf(pigments, "black");
    const bool white = indexOf(pigments, "white").has_value();
    double total = 0, sum = 0, unreached = 0;
    Doses near{};
    for (std::size_t node = 0; node < size; ++node) {
        if (weights[node] <= 0) continue;
        glm::dvec3 wanted = labFromLinear(wantedRatio(table.colourOf(node), response.veil(), white));
        if (black) wanted = asWashedBlack(response, *black, table.colourOf(node), wanted);
        double deltaE = 0;
        Doses doses = fewPigments(response, reluctance, wanted, near, deltaE);
        // A warm start may sit in the wrong corner of the palette: try each pigment alone when the fit is poor.
        for (int p = 0; p < response.pigmentCount() && deltaE > 5; ++p) {
            Doses alone{};
            alone[std::size_t(p)] = 0.5;
            double other = 0;
            const Doses found = fewPigments(response, reluctance, wanted, alone, other);
            if (other < deltaE - 0.5) {
                doses = found;
                deltaE = other;
            }
        }
        near = doses;
        for (int p = 0; p < mostPigments; ++p)
            table.doses[node * 2 + std::size_t(p / 4)][p % 4] = float(doses[std::size_t(p)]);
        table.deltaE[node] = float(deltaE);
        total += weights[node];
        sum += weights[node] * deltaE;
        if (deltaE > 10) unreached += weights[node];
    }
    report = total > 0 ? Separation{sum / total, unreached / total} : Separation{};
    return table;
}

}  // namespace inkheal::needle
