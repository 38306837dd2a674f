#pragma once
// Spectra as tables over the 16 bands, and what an eye makes of them. Use with the laws in
// skin/optics.h.

#include <array>
#include <glm/glm.hpp>

#include "skin/materials.h"

namespace inkheal::skin {

using Bands = std::array<double, bandCount>;

/// Absorption of whole blood (150 g haemoglobin a litre), natural logarithm, per mm. Prahl's compilation of molar
/// extinctions, reduced to 20 nm bands as the square of the triangle-weighted mean root, which keeps the reflectance of
/// a deep layer.
const Bands& oxygenatedBlood();
const Bands& deoxygenatedBlood();

/// Dried blood of a crust, per mm: about two thirds methaemoglobin over a brown ground of its later products
/// (approximate).
const Bands& driedBlood();

/// Linear Rec. 709 under D65 (CIE 1931, 2 degrees). White is 1, 1, 1. Saturated colours may have a negative part.
glm::dvec3 linearRgb(const Bands& reflectance);
glm::dvec3 rgbWeight(int band);

/// CIELAB under D65 by the 10 degree observer that skin is measured with (base/colour.h has the 2 degree one).
glm::dvec3 lab10(const Bands& reflectance);

/// Individual typology angle, degrees.
double typologyAngle(const glm::dvec3& lab);

}  // namespace inkheal::skin
