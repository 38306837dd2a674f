#include "needle/palette.h"

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
        dear.push_back(pigment.name == "black" ? 0.02 : pigment.name == "white" ? 5.0 : 4.0);
    return dear;
}

std::optional<std::size_t> indexOf(std::span<const skin::Pigment> pigments, const std::string& name) {
    for (std::size_t p = 0; p < pigments.size(); ++p)
        if (pigments[p].name == name) return p;
    return std::nullopt;
}

/// The non-negative doses nearest to `wantedLab` from `start`, each pigment paid for by its reluctance.
Fit fitFrom(const HealedResponse& response, std::span<const double> reluctance, const glm::dvec3& wantedLab,
            const Doses& start) {
    // No ink at all has no slope: then every pigment begins with a trace.
    Doses traces = start;
    if (std::accumulate(start.begin(), start.end(), 0.0) < 0.02)
        std::fill_n(traces.begin(), response.pigmentCount(), 0.01);
    Fit best = judged(response, reluctance, wantedLab, traces);
    double damping = 1;
    for (int step = 0; step < 16; ++step) {
        const Fit next =
            judged(response, reluctance, wantedLab, stepFrom(response, reluctance, wantedLab, best, damping));
        const double gain = best.cost - next.cost;
        if (gain > 0) best = next;
        damping = gain > 0 ? std::max(damping * 0.3, 1e-3) : damping * 6;
        if (damping > 1e5 || (gain > 0 && gain < 2e-3 * (0.3 + best.cost))) break;
    }
    return best;
}

/// The fit, then once more with small doses made dearer, so that few pigments carry each colour.
Fit fewPigments(const HealedResponse& response, std::span<const double> reluctance, const glm::dvec3& wantedLab,
                const Doses& start) {
    const Fit first = fitFrom(response, reluctance, wantedLab, start);
    std::array<double, mostPigments> dear{};
    for (std::size_t p = 0; p < reluctance.size(); ++p) dear[p] = reluctance[p] * 0.5 / (first.doses[p] + 0.02);
    return fitFrom(response, {dear.data(), reluctance.size()}, wantedLab, first.doses);
}

}  // namespace

Palette::Palette(std::span<const skin::Pigment> pigments)
    : response_(pigments),
      reluctance_(reluctanceOf(pigments)),
      black_(indexOf(pigments, "black")),
      holdsWhite_(indexOf(pigments, "white").has_value()) {}

glm::dvec3 Palette::wantedRatio(const glm::dvec3& artwork) const {
    const double least = std::min({artwork.r, artwork.g, artwork.b});
    const double highlight = holdsWhite_ ? 0.16 * law::smoothstep(0.80, 1.0, least) : 0.0;
    return response_.veil() + (glm::dvec3(1.0) - response_.veil()) * artwork * (1 + highlight);
}

Palette::Mixture Palette::washOf(double lightness) const {
    double low = 0, high = 1;
    Mixture wash;
    glm::dvec3 lab{0};
    for (int step = 0; step < 18; ++step) {
        wash.doses[*black_] = 0.5 * (low + high);
        lab = labFromLinear(response_.ratio(wash.doses));
        (lab.x > lightness ? low : high) = wash.doses[*black_];
    }
    wash.lab = lab;
    return wash;
}

Palette::Mixture Palette::mixtureFor(const glm::dvec3& artwork, const Doses& near) const {
    glm::dvec3 wanted = labFromLinear(wantedRatio(artwork));
    Doses start = near;
    const glm::dvec3 drawn = labFromLinear(artwork);
    const double neutral = black_ ? 1 - law::smoothstep(9.0, 24.0, std::hypot(drawn.y, drawn.z)) : 0.0;
    if (neutral > 0) {
        const Mixture wash = washOf(wanted.x);
        wanted.y = glm::mix(wanted.y, wash.lab.y, neutral);
        wanted.z = glm::mix(wanted.z, wash.lab.z, neutral);
        if (neutral > 0.5) start = wash.doses;
    }
    Fit fit = fewPigments(response_, reluctance_, wanted, start);
    // A warm start may sit in the wrong corner of the palette: try each pigment alone when the fit is poor.
    for (int p = 0; p < response_.pigmentCount() && fit.deltaE > 5; ++p) {
        Doses alone{};
        alone[std::size_t(p)] = 0.5;
        const Fit other = fewPigments(response_, reluctance_, wanted, alone);
        if (other.deltaE < fit.deltaE - 0.5) fit = other;
    }
    return {fit.doses, labFromLinear(response_.ratio(fit.doses)), fit.deltaE};
}

}  // namespace inkheal::needle
