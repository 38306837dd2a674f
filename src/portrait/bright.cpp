#include "portrait/bright.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "base/colour.h"
#include "portrait/shot_laws.h"

namespace inkheal::portrait {
namespace {

namespace laws = law::frame;
using glm::dvec3;

constexpr double leastShare = 0.02;      // of all light
constexpr double mostSteradians = 0.75;  // of a region: 28 degrees in radius
constexpr double narrower = 1.25;        // step of the threshold while a region is too large
constexpr double flattest = 0.8;         // of its peak, from where on a region is none
constexpr float leastHalf = 0.008f;      // tangent of half a card: half a degree, about the sun
constexpr float roundBelow = 0.04f;      // half size from which on a lamp is taken for a disc
constexpr float farMm = 10000;           // stands for endless

struct Grid {
    const Picture& panorama;
    std::vector<double> luminance, steradians;  // of each texel; of one of each row

    explicit Grid(const Picture& p) : panorama(p) {
        for (const glm::vec4& texel : p.texels) luminance.push_back(inkheal::luminance(dvec3(texel)));
        for (int y = 0; y < p.height; ++y) steradians.push_back(laws::panoramaTexel(y, p.width, p.height));
    }
    int width() const { return panorama.width; }
    std::size_t size() const { return luminance.size(); }
    double covers(std::size_t i) const { return steradians[i / std::size_t(width())]; }
    dvec3 direction(std::size_t i) const {
        return laws::panoramaDirection((double(i % std::size_t(width())) + 0.5) / width(),
                                       (double(i / std::size_t(width())) + 0.5) / panorama.height);
    }
    double total() const {
        double sum = 0;
        for (std::size_t i = 0; i < size(); ++i) sum += luminance[i] * covers(i);
        return sum;
    }
    std::array<std::size_t, 4> neighbours(std::size_t i) const {
        const std::size_t w = std::size_t(width()), row = i / w, x = i % w;
        return {row * w + (x + 1) % w, row * w + (x + w - 1) % w, row > 0 ? i - w : i, i + w < size() ? i + w : i};
    }
};

/// Texels round `seed` that are brighter than `least`, and the mean of those just outside.
struct Region {
    std::vector<std::size_t> texels;
    double steradians = 0, outside = 0;
};

Region regionAt(const Grid& grid, std::size_t seed, double least) {
    Region region;
    std::vector<std::uint8_t> seen(grid.size());
    region.texels.push_back(seed);
    seen[seed] = 1;
    double rim = 0, rimSteradians = 0;
    for (std::size_t next = 0; next < region.texels.size() && region.steradians <= mostSteradians; ++next) {
        region.steradians += grid.covers(region.texels[next]);
        for (const std::size_t i : grid.neighbours(region.texels[next])) {
            if (seen[i]) continue;
            seen[i] = 1;
            if (grid.luminance[i] >= least) {
                region.texels.push_back(i);
            } else {
                rim += grid.luminance[i] * grid.covers(i);
                rimSteradians += grid.covers(i);
            }
        }
    }
    region.outside = rimSteradians > 0 ? rim / rimSteradians : 0;
    return region;
}

/// Texel with the most light in a little square round it, so that one odd texel is no lamp.
std::size_t brightestOf(const Grid& grid) {
    std::size_t best = 0;
    double most = -1;
    for (std::size_t i = 0; i < grid.size(); ++i) {
        double sum = 2 * grid.luminance[i];
        for (const std::size_t j : grid.neighbours(i)) sum += grid.luminance[j];
        if (sum > most) most = sum, best = i;
    }
    return best;
}

/// How the region's light lies round its middle, on the plane that touches the sphere there.
struct Spread {
    dvec3 toward{0}, right{0}, up{0};
    double across = 0, along = 0, both = 0;  // variances and covariance
};

Spread spreadOf(const Grid& grid, const Region& region, const std::vector<double>& weights) {
    Spread s;
    for (std::size_t k = 0; k < weights.size(); ++k) s.toward += weights[k] * grid.direction(region.texels[k]);
    s.toward = glm::normalize(s.toward);
    const dvec3 helper = std::abs(s.toward.y) > 0.95 ? dvec3(0, 0, 1) : dvec3(0, 1, 0);
    s.right = glm::normalize(glm::cross(helper, s.toward));
    s.up = glm::cross(s.toward, s.right);
    double sum = 0;
    for (std::size_t k = 0; k < weights.size(); ++k) {
        const dvec3 d = grid.direction(region.texels[k]);
        const double facing = std::max(glm::dot(d, s.toward), 0.2);
        const double x = glm::dot(d, s.right) / facing, y = glm::dot(d, s.up) / facing;
        s.across += weights[k] * x * x, s.along += weights[k] * y * y, s.both += weights[k] * x * y;
        sum += weights[k];
    }
    s.across /= sum, s.along /= sum, s.both /= sum;
    return s;
}

/// An even card with the same middle and spread: a rectangle's variance is a third of its half edge squared.
Lamp lampOf(const Spread& s) {
    const double mean = 0.5 * (s.across + s.along), half = 0.5 * (s.across - s.along);
    const double apart = std::hypot(half, s.both);
    const double turn = apart < 0.1 * mean ? 0 : 0.5 * std::atan2(s.both, half);
    const double wide = apart < 0.1 * mean ? s.across : mean + apart;
    const double tall = apart < 0.1 * mean ? s.along : mean - apart;
    Lamp lamp;
    lamp.toward = s.toward;
    lamp.across = std::cos(turn) * s.right + std::sin(turn) * s.up;
    lamp.halfWidth = std::max(float(std::sqrt(3 * wide)), leastHalf);
    lamp.halfHeight = std::max(float(std::sqrt(3 * std::max(tall, 0.0))), leastHalf);
    lamp.round = std::max(lamp.halfWidth, lamp.halfHeight) < roundBelow;
    if (lamp.round) lamp.halfWidth = lamp.halfHeight = std::max(float(2 * std::sqrt(mean)), leastHalf);
    lamp.distanceMm = farMm;
    return lamp;
}

}  // namespace

std::vector<Lamp> takeLamps(Picture& panorama, int most) {
    std::vector<Lamp> lamps;
    const double all = Grid(panorama).total();
    while (int(lamps.size()) < most) {
        const Grid grid(panorama);
        const std::size_t seed = brightestOf(grid);
        const double peak = grid.luminance[seed], mean = grid.total() / (4 * std::numbers::pi);
        double least = std::sqrt(peak * std::max(mean, 1e-6 * peak));
        Region region = regionAt(grid, seed, least);
        while (region.steradians > mostSteradians && least < flattest * peak)
            region = regionAt(grid, seed, least *= narrower);
        if (region.steradians > mostSteradians || least >= flattest * peak) break;
        const double floor = std::min(region.outside, least);
        std::vector<double> weights;
        double sum = 0;
        for (const std::size_t i : region.texels) {
            weights.push_back((grid.luminance[i] - floor) * grid.covers(i));
            sum += weights.back();
        }
        if (!(sum > leastShare * all)) break;
        Lamp lamp = lampOf(spreadOf(grid, region, weights));
        dvec3 light(0);
        for (const std::size_t i : region.texels) {
            glm::vec4& texel = panorama.texels[i];
            const glm::vec3 left = glm::vec3(texel) * float(floor / grid.luminance[i]);
            const double facing = glm::dot(grid.direction(i), dvec3(lamp.toward));
            light += dvec3(glm::vec3(texel) - left) * (grid.covers(i) * facing / std::numbers::pi);
            texel = glm::vec4(left, 1);
        }
        lamp.light = light;
        lamps.push_back(lamp);
    }
    return lamps;
}

}  // namespace inkheal::portrait
