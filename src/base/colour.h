#pragma once
// Colour as a person sees it: linear Rec. 709 light to CIE XYZ and CIELAB (D65, 2 degree observer), and differences
// between two colours. Use it to measure pictures and in tests; shaders have their own laws.

#include <glm/glm.hpp>

namespace inkheal {

/// Linear Rec. 709 (1,1,1 = white) to CIE XYZ with Y = 1 for white, and back. IEC 61966-2-1, D65.
glm::dvec3 xyzFromLinear(const glm::dvec3& rgb);
glm::dvec3 linearFromXyz(const glm::dvec3& xyz);

/// CIE 15: L* 0 to 100, a*, b*, against the D65 white of xyzFromLinear.
glm::dvec3 labFromXyz(const glm::dvec3& xyz);
glm::dvec3 labFromLinear(const glm::dvec3& rgb);

/// Y of linear Rec. 709 light, 0 to 1.
double luminance(const glm::dvec3& rgb);

/// Differences of two CIELAB colours: CIE 1976 (plain distance) and CIEDE2000 (Sharma, Wu, Dalal 2005).
double deltaE76(const glm::dvec3& lab1, const glm::dvec3& lab2);
double deltaE2000(const glm::dvec3& lab1, const glm::dvec3& lab2);

}  // namespace inkheal
