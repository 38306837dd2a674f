#include "support/flip.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <glm/glm.hpp>
#include <numbers>
#include <numeric>

#include "base/check.h"

namespace inkheal::test {
namespace {

using glm::dvec2;
using glm::dvec3;

// All constants as published; sections are those of the publication.
constexpr double colourPower = 0.7, colourKnee = 0.4, kneeShown = 0.95;  // 4.1.3
constexpr double featureWidthDeg = 0.082, featurePower = 0.5;            // 4.2
constexpr double pi = std::numbers::pi;

/// Sensitivity to contrast of one channel, two Gaussians of spatial frequency: a e^(-b f^2), f in cycles a degree
/// (4.1.1).
struct Sensitivity {
    std::array<double, 2> a, b;
};
constexpr std::array<Sensitivity, 3> channels{
    {{{1, 0}, {0.0047, 1e-5}}, {{1, 0}, {0.0053, 1e-5}}, {{34.1, 13.5}, {0.04, 0.025}}}};

/// One value of three a pixel.
struct Plane {
    int width = 0, height = 0;
    std::vector<dvec3> at;

    const dvec3& clamped(int x, int y) const {
        x = std::clamp(x, 0, width - 1), y = std::clamp(y, 0, height - 1);
        return at[std::size_t(y) * std::size_t(width) + std::size_t(x)];
    }
};

dvec3 each(const std::function<double(double)>& f, const dvec3& v) {
    return {f(v.x), f(v.y), f(v.z)};
}

// Linear Rec. 709 to XYZ, by columns; the white is that of (1, 1, 1).
const glm::dmat3 toXyz(dvec3(10135552.0 / 24577794, 871024.0 / 4096299, 79184.0 / 4096299),
                       dvec3(8788810.0 / 24577794, 8788810.0 / 12288897, 4394405.0 / 36866691),
                       dvec3(4435075.0 / 24577794, 887015.0 / 12288897, 70074185.0 / 73733382));
const dvec3 white = toXyz * dvec3(1);

dvec3 opponentOf(const dvec3& linear) {  // Y, Cx, Cz
    const dvec3 xyz = toXyz * linear / white;
    return {116 * xyz.y - 16, 500 * (xyz.x - xyz.y), 200 * (xyz.y - xyz.z)};
}

dvec3 linearOf(const dvec3& opponent) {
    const double y = (opponent.x + 16) / 116;
    return glm::inverse(toXyz) * (white * dvec3(y + opponent.y / 500, y, y - opponent.z / 200));
}

/// CIELAB with chroma as strong as it is light (Hunt's effect, 4.1.2).
dvec3 huntLab(const dvec3& linear) {
    constexpr double delta = 6.0 / 29;
    const dvec3 f =
        each([](double t) { return t > delta * delta * delta ? std::cbrt(t) : t / (3 * delta * delta) + 4.0 / 29; },
             toXyz * linear / white);
    const double lightness = 116 * f.y - 16;
    return {lightness, 0.01 * lightness * 500 * (f.x - f.y), 0.01 * lightness * 200 * (f.y - f.z)};
}

/// Distance of large differences: city block in lightness, straight in chroma.
double hyab(const dvec3& p, const dvec3& q) {
    return std::abs(p.x - q.x) + std::hypot(p.y - q.y, p.z - q.z);
}

/// What the eye resolves, back in linear light within 0 and 1.
Plane seen(const Plane& opponent, double pixelsPerDegree) {
    double widest = 0;
    for (const Sensitivity& s : channels) widest = std::max({widest, s.b[0], s.b[1]});
    const int radius = int(std::ceil(3 * std::sqrt(widest / (2 * pi * pi)) * pixelsPerDegree)), side = 2 * radius + 1;
    std::vector<dvec3> kernel(std::size_t(side * side));
    dvec3 all(0);
    for (int y = -radius; y <= radius; ++y)
        for (int x = -radius; x <= radius; ++x) {
            const double far = double(x * x + y * y) / (pixelsPerDegree * pixelsPerDegree);
            dvec3& weight = kernel[std::size_t((y + radius) * side + x + radius)];
            for (int c = 0; c < 3; ++c)
                for (std::size_t i = 0; i < 2; ++i) {
                    const Sensitivity& s = channels[std::size_t(c)];
                    weight[c] += s.a[i] * std::sqrt(pi / s.b[i]) * std::exp(-pi * pi * far / s.b[i]);
                }
            all += weight;
        }
    Plane out = opponent;
    for (int y = 0; y < out.height; ++y)
        for (int x = 0; x < out.width; ++x) {
            dvec3 sum(0);
            for (int j = -radius; j <= radius; ++j)
                for (int i = -radius; i <= radius; ++i)
                    sum += kernel[std::size_t((j + radius) * side + i + radius)] * opponent.clamped(x + i, y + j);
            out.at[std::size_t(y) * std::size_t(out.width) + std::size_t(x)] =
                glm::clamp(linearOf(sum / all), 0.0, 1.0);
        }
    return out;
}

/// Weights of a derivative of a Gaussian along one axis, those above and those below zero summing to 1 each once spread
/// across it.
struct Derivative {
    std::vector<double> along, across;
};

Derivative derivative(int order, double sigma) {
    const int radius = int(std::ceil(3 * sigma));
    Derivative d;
    for (int i = -radius; i <= radius; ++i) {
        const double g = std::exp(-0.5 * i * i / (sigma * sigma));
        d.across.push_back(g);
        d.along.push_back(order == 1 ? -i * g : (i * i / (sigma * sigma) - 1) * g);
    }
    double up = 0, down = 0;
    const double across = std::accumulate(d.across.begin(), d.across.end(), 0.0);
    for (const double w : d.along) (w > 0 ? up : down) += std::abs(w);
    for (double& w : d.along) w /= w > 0 ? up : down;
    for (double& w : d.across) w /= across;
    return d;
}

/// How strong edges (order 1) or points (order 2) are at a pixel, of the achromatic channel, 0 to 1.
double feature(const Plane& opponent, const Derivative& d, int x, int y) {
    const int radius = int(d.along.size() / 2);
    dvec2 sum(0);
    for (int j = -radius; j <= radius; ++j)
        for (int i = -radius; i <= radius; ++i) {
            const double light = (opponent.clamped(x + i, y + j).x + 16) / 116;
            const auto at = std::size_t(i + radius), row = std::size_t(j + radius);
            sum += light * dvec2(d.along[at] * d.across[row], d.across[at] * d.along[row]);
        }
    return glm::length(sum);
}

Plane opponentPlane(const Picture8& picture) {
    Plane plane{picture.width, picture.height, {}};
    for (std::size_t i = 0; i + 3 < picture.rgba.size(); i += 4) {
        const auto linear = [&](std::size_t c) {
            const double code = picture.rgba[i + c] / 255.0;
            return code > 0.04045 ? std::pow((code + 0.055) / 1.055, 2.4) : code / 12.92;
        };
        plane.at.push_back(opponentOf({linear(0), linear(1), linear(2)}));
    }
    return plane;
}

}  // namespace

std::vector<double> flip(const Picture8& reference, const Picture8& other, double pixelsPerDegree) {
    checkEqual(reference.width, other.width, "width of the pictures");
    checkEqual(reference.height, other.height, "height of the pictures");
    const Plane a = opponentPlane(reference), b = opponentPlane(other);
    const Plane seenA = seen(a, pixelsPerDegree), seenB = seen(b, pixelsPerDegree);
    const double sigma = 0.5 * featureWidthDeg * pixelsPerDegree;
    const Derivative edge = derivative(1, sigma), point = derivative(2, sigma);
    const double most = std::pow(hyab(huntLab({0, 1, 0}), huntLab({0, 0, 1})), colourPower), knee = colourKnee * most;
    std::vector<double> values;
    for (int y = 0; y < a.height; ++y)
        for (int x = 0; x < a.width; ++x) {
            const double colour =
                std::pow(hyab(huntLab(seenA.clamped(x, y)), huntLab(seenB.clamped(x, y))), colourPower);
            const double shown = colour < knee ? colour * kneeShown / knee
                                               : kneeShown + (colour - knee) / (most - knee) * (1 - kneeShown);
            const double edges = std::abs(feature(a, edge, x, y) - feature(b, edge, x, y));
            const double points = std::abs(feature(a, point, x, y) - feature(b, point, x, y));
            const double features = std::pow(std::max(edges, points) / std::numbers::sqrt2, featurePower);
            values.push_back(std::pow(shown, 1 - features));
        }
    return values;
}

double meanOf(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / double(std::max<std::size_t>(values.size(), 1));
}

double percentileOf(std::vector<double> values, double percentile) {
    check(!values.empty(), "there are values to take a percentile of");
    std::sort(values.begin(), values.end());
    const auto at = std::size_t(std::ceil(percentile * double(values.size())));
    return values[std::clamp<std::size_t>(at, 1, values.size()) - 1];
}

}  // namespace inkheal::test
