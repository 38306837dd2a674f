// Lets one header be read by C++ and by GLSL. A laws header writes its functions with `real` and the functions below;
// a struct header uses float, int, uint, vec2, vec4, mat4. In GLSL real is float. In C++ a laws header is included
// inside a namespace where `real` names float or double, and `LAW` makes the functions inline.
#ifdef __cplusplus
#pragma once
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <glm/glm.hpp>

namespace inkheal::language {
using glm::mat4;
using glm::vec2;
using glm::vec4;
using uint = std::uint32_t;
using std::abs;
using std::cos;
using std::exp;
using std::floor;
using std::log;
using std::pow;
using std::sin;
using std::sqrt;

template <class A, class B>
constexpr auto max(A a, B b) {
    return a > b ? a : static_cast<A>(b);
}
template <class A, class B>
constexpr auto min(A a, B b) {
    return a < b ? a : static_cast<A>(b);
}
template <class A, class B, class C>
constexpr A clamp(A x, B lo, C hi) {
    return x < lo ? static_cast<A>(lo) : x > hi ? static_cast<A>(hi) : x;
}
template <class A, class B, class C>
constexpr A mix(A a, B b, C t) {
    return a + (b - a) * t;
}
template <class A, class B, class C>
constexpr C smoothstep(A a, B b, C x) {
    const C t = clamp((x - a) / (b - a), 0, 1);
    return t * t * (3 - 2 * t);
}
}  // namespace inkheal::language
#define LAW inline
#else
#ifndef INKHEAL_LANGUAGE_H
#define INKHEAL_LANGUAGE_H
#define real float
#define LAW
#endif
#endif
