#include "base/colour.h"

#include <cmath>
#include <numbers>

namespace inkheal {
namespace {

// Rec. 709 primaries and D65 (0.3127, 0.3290), rows X, Y, Z; IEC 61966-2-1 Annex F to seven digits.
constexpr double toXyz[3][3] = {
    {0.4123908, 0.3575843, 0.1804808}, {0.2126390, 0.7151687, 0.0721923}, {0.0193308, 0.1191948, 0.9505322}};

constexpr double degree = std::numbers::pi / 180;

glm::dmat3 columns() {
    glm::dmat3 m;
    for (int row = 0; row < 3; ++row)
        for (int column = 0; column < 3; ++column) m[column][row] = toXyz[row][column];
    return m;
}

/// The cube root of CIELAB with its straight part near black.
double lightnessRoot(double t) {
    constexpr double d = 6.0 / 29;
    return t > d * d * d ? std::cbrt(t) : t / (3 * d * d) + 4.0 / 29;
}

/// Hue angle in degrees, 0 to 360; 0 for a grey.
double hue(double a, double b) {
    if (a == 0 && b == 0) return 0;
    const double h = std::atan2(b, a) / degree;
    return h < 0 ? h + 360 : h;
}

/// Mean of two hues along the shorter way; their sum when one colour is grey (product of chromas 0).
double meanHue(double h1, double h2, double chromas) {
    if (chromas == 0) return h1 + h2;
    if (std::abs(h1 - h2) <= 180) return (h1 + h2) / 2;
    return h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2;
}

double hueStep(double h1, double h2, double chromas) {
    if (chromas == 0) return 0;
    const double d = h2 - h1;
    return d > 180 ? d - 360 : d < -180 ? d + 360 : d;
}

double root7(double c) {
    const double c7 = std::pow(c, 7), t7 = 6103515625.0;  // 25^7
    return std::sqrt(c7 / (c7 + t7));
}

}  // namespace

glm::dvec3 xyzFromLinear(const glm::dvec3& rgb) {
    return columns() * rgb;
}
glm::dvec3 linearFromXyz(const glm::dvec3& xyz) {
    return glm::inverse(columns()) * xyz;
}

glm::dvec3 labFromXyz(const glm::dvec3& xyz) {
    const glm::dvec3 white = xyzFromLinear({1, 1, 1});
    const double x = lightnessRoot(xyz.x / white.x), y = lightnessRoot(xyz.y / white.y),
                 z = lightnessRoot(xyz.z / white.z);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

glm::dvec3 labFromLinear(const glm::dvec3& rgb) {
    return labFromXyz(xyzFromLinear(rgb));
}

double luminance(const glm::dvec3& rgb) {
    return xyzFromLinear(rgb).y;
}

double deltaE76(const glm::dvec3& lab1, const glm::dvec3& lab2) {
    return glm::length(lab1 - lab2);
}

double deltaE2000(const glm::dvec3& lab1, const glm::dvec3& lab2) {
    const double meanC = (std::hypot(lab1.y, lab1.z) + std::hypot(lab2.y, lab2.z)) / 2;
    const double g = 0.5 * (1 - root7(meanC));
    const double a1 = lab1.y * (1 + g), a2 = lab2.y * (1 + g);
    const double c1 = std::hypot(a1, lab1.z), c2 = std::hypot(a2, lab2.z);
    const double h1 = hue(a1, lab1.z), h2 = hue(a2, lab2.z);
    const double dL = lab2.x - lab1.x, dC = c2 - c1;
    const double dH = 2 * std::sqrt(c1 * c2) * std::sin(hueStep(h1, h2, c1 * c2) * degree / 2);
    const double l = (lab1.x + lab2.x) / 2, c = (c1 + c2) / 2, h = meanHue(h1, h2, c1 * c2);
    const double t = 1 - 0.17 * std::cos((h - 30) * degree) + 0.24 * std::cos(2 * h * degree) +
                     0.32 * std::cos((3 * h + 6) * degree) - 0.20 * std::cos((4 * h - 63) * degree);
    const double turn = 30 * std::exp(-std::pow((h - 275) / 25, 2));
    const double sL = 1 + 0.015 * (l - 50) * (l - 50) / std::sqrt(20 + (l - 50) * (l - 50));
    const double sC = 1 + 0.045 * c, sH = 1 + 0.015 * c * t;
    const double rT = -std::sin(2 * turn * degree) * 2 * root7(c);
    const double x = dL / sL, y = dC / sC, z = dH / sH;
    return std::sqrt(x * x + y * y + z * z + rT * y * z);
}

}  // namespace inkheal
