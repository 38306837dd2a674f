#include "healing/spread.h"

#include <cmath>

namespace inkheal::healing {
namespace {

constexpr int mostReach = 512;
constexpr double besselUntil = 200;  // beyond it the kernel is a Gaussian to single precision

double weightOf(int n, double variance) {
    if (variance < besselUntil) return std::exp(-variance) * std::cyl_bessel_i(double(n), variance);
    return std::exp(-0.5 * n * n / variance) / std::sqrt(2 * M_PI * variance);
}

}  // namespace

std::vector<float> heatKernel(double variance) {
    if (variance <= 0) return {1.0f};
    std::vector<double> weights{weightOf(0, variance)};
    double sum = weights[0];
    for (int n = 1; n <= mostReach && sum < 1 - 1e-7; ++n) {
        weights.push_back(weightOf(n, variance));
        sum += 2 * weights.back();
    }
    std::vector<float> out;
    for (const double weight : weights) out.push_back(float(weight / sum));
    return out;
}

}  // namespace inkheal::healing
