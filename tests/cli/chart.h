#pragma once
// The chart that measure --fields writes, read by OpenEXR itself: its channels, row 0 at the top, and its attributes.
// For tests that look into the skin, or at its light without a camera between.

#include <array>
#include <map>
#include <string>
#include <vector>

namespace inkheal::test {

struct Chart {
    int width = 0, height = 0;
    double texelMm = 0, day = 0;
    std::map<std::string, std::vector<float>> channels;

    const std::vector<float>& operator[](const std::string& name) const { return channels.at(name); }

    /// Mean of a channel within halfMm of a place in mm from the middle, x right and y down.
    double mean(const std::string& channel, double xMm, double yMm, double halfXMm, double halfYMm) const;
};

Chart readChart(const std::string& path);

using Rgb = std::array<double, 3>;

/// Linear red, green and blue of the tint within halfMm of a place, over those of the bare skin in the chart's corner.
Rgb ratioToBare(const Chart& chart, double xMm, double yMm, double halfMm);
/// The same of its luminance.
double luminanceToBare(const Chart& chart, double xMm, double yMm, double halfMm);

}  // namespace inkheal::test
