#pragma once
// The spread of ink and mediator as exact heat kernels on texels: variances add, mass is kept, whatever the step. One
// kernel serves both directions of a separable spread.

#include <vector>

namespace inkheal::healing {

/// Weights of the discrete heat kernel exp(-v) I_n(v) for n = 0 .. reach (Lindeberg 1990); v is the variance in texels
/// squared. The full kernel (both sides) sums to 1; the reach ends where less than 1e-7 is left, at 512 texels at most.
std::vector<double> heatWeights(double variance);

/// The same as the kernels read them.
std::vector<float> heatKernel(double variance);

}  // namespace inkheal::healing
