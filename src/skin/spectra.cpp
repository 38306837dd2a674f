#include "skin/spectra.h"

#include <cmath>

namespace inkheal::skin {

namespace {

// S. Prahl, omlc.org/spectra/hemoglobin, 64,500 g/mol.
const Bands oxygenated{150.23, 210.9, 65.491, 24.629,  14.788,  11.496,  14.428, 24.743,
                       20.725, 19.48, 2.6762, 0.52388, 0.24778, 0.17446, 0.1509, 0.15673};
const Bands deoxygenated{122.81, 217.94, 180.62, 20.1,   8.4257, 11.241, 17.082, 24.712,
                         27.277, 19.537, 8.8059, 3.6847, 2.3502, 1.7378, 1.291,  0.96};
const Bands dried{245.83, 168.12, 68.76, 35.34, 26.15, 24.11, 21.98, 24.04,
                  18.93,  16.94,  10.53, 9.84,  8.88,  5.51,  4.27,  3.77};

// CIE 1931 2 degree observer times D65 at 5 nm, shared to the bands by linear interpolation, to Rec. 709 primaries,
// white scaled to 1, 1, 1.
const std::array<Bands, 3> rgb{
    Bands{0.00290025, 0.0200577, 0.0378846, 0.00159425, -0.0648084, -0.128971, -0.172906, -0.0988745, 0.0776128,
          0.282929, 0.403696, 0.350099, 0.189218, 0.0723789, 0.0208543, 0.0063354},
    Bands{-0.00252726, -0.0182536, -0.0392942, -0.0185609, 0.0436902, 0.13179, 0.247348, 0.292902, 0.240168, 0.132938,
          0.030849, -0.0148133, -0.0160275, -0.00730336, -0.00221736, -0.000687267},
    Bands{0.0178558, 0.13485, 0.345937, 0.371096, 0.189866, 0.0508475, -0.00808082, -0.0297827, -0.0307177, -0.0221198,
          -0.0119421, -0.00522898, -0.00183476, -0.000556232, -0.000146112, -4.26761e-05}};

// CIE 1964 10 degree observer times D65 at 10 nm, the same way.
const std::array<Bands, 3> xyz10{
    Bands{0.00481488, 0.0315171, 0.0650352, 0.0589824, 0.018458, 0.00285434, 0.0233164, 0.0685358, 0.12084, 0.162716,
          0.169485, 0.127567, 0.0635338, 0.0226502, 0.00622766, 0.00171513},
    Bands{0.000500129, 0.00350743, 0.0115493, 0.0266563, 0.0503327, 0.0873912, 0.137404, 0.171401, 0.169851, 0.140914,
          0.101021, 0.0605608, 0.026821, 0.00899401, 0.00242999, 0.000666537},
    Bands{0.0219778, 0.151478, 0.335934, 0.342531, 0.161599, 0.0452054, 0.0120839, 0.00281853, 0.000178554, 0, 0, 0, 0,
          0, 0, 0}};

double sum(const Bands& bands) {
    double total = 0;
    for (double value : bands) total += value;
    return total;
}

double dot(const Bands& a, const Bands& b) {
    double total = 0;
    for (int i = 0; i < bandCount; ++i) total += a[i] * b[i];
    return total;
}

double labCurve(double t) {
    return t > 216.0 / 24389.0 ? std::cbrt(t) : (24389.0 / 27.0 * t + 16.0) / 116.0;
}

glm::dvec3 lab(double x, double y, double z) {
    const double fx = labCurve(x), fy = labCurve(y), fz = labCurve(z);
    return {116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)};
}

}  // namespace

const Bands& oxygenatedBlood() {
    return oxygenated;
}
const Bands& deoxygenatedBlood() {
    return deoxygenated;
}
const Bands& driedBlood() {
    return dried;
}

glm::dvec3 rgbWeight(int band) {
    static const glm::dvec3 white{sum(rgb[0]), sum(rgb[1]), sum(rgb[2])};
    return glm::dvec3(rgb[0][band], rgb[1][band], rgb[2][band]) / white;
}

glm::dvec3 linearRgb(const Bands& reflectance) {
    glm::dvec3 colour{0};
    for (int band = 0; band < bandCount; ++band) colour += rgbWeight(band) * reflectance[band];
    return colour;
}

glm::dvec3 lab10(const Bands& reflectance) {
    return lab(dot(reflectance, xyz10[0]) / sum(xyz10[0]), dot(reflectance, xyz10[1]) / sum(xyz10[1]),
               dot(reflectance, xyz10[2]) / sum(xyz10[2]));
}

double typologyAngle(const glm::dvec3& l) {
    return std::atan((l.x - 50) / l.z) * 57.29577951308232;
}

}  // namespace inkheal::skin
