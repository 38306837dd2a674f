#pragma once
// Plain numbers on a grid of texels for the reference: looked up between texels, and spread by exact heat kernels. For
// reference.cpp and the tests of it.

#include <array>
#include <vector>

#include "skin/fields.h"

namespace inkheal::healing {

std::size_t texelsOf(const skin::Grid& grid);

/// The value of a grid at a place: linear between texel centres, held beyond the outermost.
double sampled(const std::vector<double>& values, const skin::Grid& grid, double xMm, double yMm);

/// Spread by that variance per axis; nothing crosses the border.
void spread(std::vector<double>& values, const skin::Grid& grid, double varianceMm2);

/// Spread by that variance on the skin, where paper lies on it as `metric` says (see skin::Fields), along x and y: each
/// texel by its own kernel, between that of the least and of the most metric.
void spreadByMetric(std::vector<double>& values, const skin::Grid& grid, double varianceMm2,
                    const std::array<std::vector<double>, 2>& metric);

}  // namespace inkheal::healing
