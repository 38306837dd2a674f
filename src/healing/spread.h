#pragma once
// The spread of ink and mediator as exact heat kernels on texels: variances add, mass is kept, whatever the step. One
// kernel serves both directions of a separable spread.

#include <vector>

namespace inkheal::healing {

/// Weights of the discrete heat kernel exp(-v) I_n(v) for n = 0 .. reach (Lindeberg 1990); v is the variance in texels
/// squared. The full kernel (both sides) sums to 1; the reach ends where less than 1e-7 is left, at 512 texels at most.
std::vector<double> heatWeights(double variance);

/// Two of them of one reach, that of the smaller variance filled up with zeros, one after the other.
std::vector<std::vector<double>> heatWeightsBetween(double least, double most);

/// As the kernels read them: one, or two after each other.
std::vector<float> heatKernel(double variance);
std::vector<float> heatKernelBetween(double least, double most);

}  // namespace inkheal::healing
