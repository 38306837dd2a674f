#pragma once
// The classical Runge-Kutta integration that the closed forms of the healing laws are held against. `rate(day, state)`
// is the right hand side of the rows of the science notes, written anew in the tests.

#include <array>
#include <cmath>
#include <cstddef>

namespace inkheal::healing {

template <std::size_t N, class Rate>
std::array<double, N> integrated(std::array<double, N> state, double fromDay, double toDay, double most, Rate rate) {
    using State = std::array<double, N>;
    const int steps = int(std::ceil((toDay - fromDay) / most));
    const double h = (toDay - fromDay) / steps;
    const auto moved = [](State from, const State& by, double much) {
        for (std::size_t i = 0; i < N; ++i) from[i] += much * by[i];
        return from;
    };
    for (int n = 0; n < steps; ++n) {
        const double t = fromDay + n * h;
        const State a = rate(t, state), b = rate(t + 0.5 * h, moved(state, a, 0.5 * h));
        const State c = rate(t + 0.5 * h, moved(state, b, 0.5 * h)), d = rate(t + h, moved(state, c, h));
        for (std::size_t i = 0; i < N; ++i) state[i] += h / 6 * (a[i] + 2 * b[i] + 2 * c[i] + d[i]);
    }
    return state;
}

}  // namespace inkheal::healing
