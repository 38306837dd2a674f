#include "healing/spread.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"

namespace inkheal::healing {
namespace {

constexpr int mostReach = 512;
constexpr double negligible = 1e-9;  // variance that moves less than single precision can hold

/// exp(-v) I_n(v) for n = 0 .. most. The recurrence I_(n-1) = I_(n+1) + (2 n / v) I_n is stable downward from far out
/// where I is nothing (Miller), and the sum over all n is 1.
std::vector<double> besselDown(double variance, int most) {
    std::vector<double> weights(std::size_t(most) + 1);
    double above = 0, here = 1e-250, sum = 0;
    for (int n = most; n >= 0; --n) {
        weights[std::size_t(n)] = here;
        sum += n > 0 ? 2 * here : here;
        above += 2 * n / variance * here;
        std::swap(above, here);
    }
    for (double& weight : weights) weight /= sum;
    return weights;
}

}  // namespace

std::vector<double> heatWeights(double variance) {
    check(std::isfinite(variance), "a spread is finite");
    if (variance < negligible) return {1};
    std::vector<double> weights = besselDown(variance, int(12 + 9 * std::sqrt(variance)));
    double sum = weights[0];
    std::size_t count = 1;
    while (count < weights.size() && count <= mostReach && sum < 1 - 1e-7) sum += 2 * weights[count++];
    weights.resize(count);
    for (double& weight : weights) weight /= sum;
    return weights;
}

std::vector<std::vector<double>> heatWeightsBetween(double least, double most) {
    std::vector<std::vector<double>> both{heatWeights(least), heatWeights(most)};
    both[0].resize(std::max(both[0].size(), both[1].size()));
    both[1].resize(both[0].size());
    return both;
}

std::vector<float> heatKernelBetween(double least, double most) {
    std::vector<float> out;
    for (const auto& weights : heatWeightsBetween(least, most))
        for (const double weight : weights) out.push_back(float(weight));
    return out;
}

std::vector<float> heatKernel(double variance) {
    std::vector<float> out;
    for (const double weight : heatWeights(variance)) out.push_back(float(weight));
    return out;
}

}  // namespace inkheal::healing
