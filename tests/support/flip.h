#pragma once
// LDR-FLIP: how different two pictures look when they are shown in turn, 0 to 1 a pixel (Andersson et al., FLIP: A
// Difference Evaluator for Alternating Images, 2020). For holding the frame against its reference.

#include <vector>

#include "base/picture.h"

namespace inkheal::test {

/// Of a screen 0.7 m wide with 3840 pixels at 0.7 m, the usual one of the publication.
inline constexpr double usualPixelsPerDegree = 67.0206;

/// A value a pixel, row by row. The pictures are of one size.
std::vector<double> flip(const Picture8& reference, const Picture8& other,
                         double pixelsPerDegree = usualPixelsPerDegree);

/// What a map comes to. `percentile` is 0 to 1: the value that this share of the pixels does not exceed.
double meanOf(const std::vector<double>& values);
double percentileOf(std::vector<double> values, double percentile);

}  // namespace inkheal::test
