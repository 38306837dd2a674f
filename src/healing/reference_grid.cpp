#include "healing/reference_grid.h"

#include <algorithm>
#include <cmath>

#include "healing/healing_laws.h"
#include "healing/spread.h"

namespace inkheal::healing {
namespace {

using Texels = std::vector<double>;
using Kernels = std::vector<std::vector<double>>;  // one, or the least and the most of two

/// A row or a column of a grid.
struct Line {
    std::size_t first, stride;
    int count;

    std::size_t at(int n) const { return first + std::size_t(law::mirrored(n, count)) * stride; }
};

/// `share` says how far each texel's own kernel lies from the first to the second.
void spreadLine(Texels& values, const Line& line, const Kernels& kernels, const Texels& share) {
    const int reach = int(kernels[0].size()) - 1;
    Texels out(std::size_t(line.count), 0.0);
    for (int i = 0; i < line.count; ++i)
        for (int n = -reach; n <= reach; ++n) {
            const std::size_t from = line.at(i + n), away = std::size_t(std::abs(n));
            const double least = kernels.front()[away], most = kernels.back()[away];
            out[std::size_t(i)] += values[from] * (least + (most - least) * share[from]);
        }
    for (int i = 0; i < line.count; ++i) values[line.at(i)] = out[std::size_t(i)];
}

void spreadAlong(int axis, Texels& values, const skin::Grid& grid, const Kernels& kernels, const Texels& share) {
    const std::size_t width = std::size_t(grid.width);
    if (axis == 0)
        for (int y = 0; y < grid.height; ++y)
            spreadLine(values, {std::size_t(y) * width, 1, grid.width}, kernels, share);
    else
        for (int x = 0; x < grid.width; ++x) spreadLine(values, {std::size_t(x), width, grid.height}, kernels, share);
}

}  // namespace

std::size_t texelsOf(const skin::Grid& grid) {
    return std::size_t(grid.width) * std::size_t(grid.height);
}

double sampled(const Texels& values, const skin::Grid& grid, double xMm, double yMm) {
    const auto value = [&](double column, double row) {
        const int x = std::clamp(int(column), 0, grid.width - 1), y = std::clamp(int(row), 0, grid.height - 1);
        return values[std::size_t(y * grid.width + x)];
    };
    const double u = (xMm - double(grid.originMm.x)) / double(grid.texelMm) - 0.5,
                 v = (yMm - double(grid.originMm.y)) / double(grid.texelMm) - 0.5;
    const double left = std::floor(u), below = std::floor(v), s = u - left, t = v - below;
    return (1 - t) * ((1 - s) * value(left, below) + s * value(left + 1, below)) +
           t * ((1 - s) * value(left, below + 1) + s * value(left + 1, below + 1));
}

void spread(Texels& values, const skin::Grid& grid, double varianceMm2) {
    const Kernels one{heatWeights(varianceMm2 / (double(grid.texelMm) * double(grid.texelMm)))};
    const Texels none(values.size(), 0.0);
    for (const int axis : {0, 1}) spreadAlong(axis, values, grid, one, none);
}

void spreadByMetric(Texels& values, const skin::Grid& grid, double varianceMm2, const std::array<Texels, 2>& metric) {
    const double variance = varianceMm2 / (double(grid.texelMm) * double(grid.texelMm));
    for (const int axis : {0, 1}) {
        const Texels& own = metric[std::size_t(axis)];
        const auto [least, most] = std::minmax_element(own.begin(), own.end());
        Texels share(own.size());
        for (std::size_t i = 0; i < own.size(); ++i) share[i] = law::kernelShare(own[i], *least, *most - *least);
        spreadAlong(axis, values, grid, heatWeightsBetween(variance * *least, variance * *most), share);
    }
}

}  // namespace inkheal::healing
