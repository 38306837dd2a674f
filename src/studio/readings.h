#pragma once
// What the simulation says of one piece on one day, in the clinic's words: worked out on the CPU from the fields and
// the look.

#include <filesystem>

#include "base/json.h"
#include "portrait/portrait.h"
#include "skin/fields.h"
#include "studio/surface_readings.h"

namespace inkheal::studio {

/// What does not change with the day: which texels were treated, how far each lies from the ink, what the tone looks
/// like.
class Readings {
 public:
    Readings(const skin::Fields& fields, const skin::Tone& tone, glm::vec3 bareTint);

    /// One entry of cli.md's `days`.
    Json day(double day, const skin::Fields& fields, const portrait::Look& look) const;

    /// cli.md's EXR of the chart.
    void writeFields(const std::filesystem::path& file, double day, const skin::Fields& fields,
                     const portrait::Look& look) const;

    /// Share of all deposited ink, by pigment; the unit of the days' "pigments" too.
    Json deposited(const skin::Fields& fields) const;

 private:
    double rednessAt(float bloodExcess) const;
    /// Mean luminance of the darkest tenth of the treated texels, and the mean light of all of them.
    std::pair<double, glm::dvec3> inkedLight(const std::vector<glm::vec4>& tint) const;

    std::vector<float> awayMm_;      // from the nearest treated texel, 0 inside
    std::vector<float> aOverBlood_;  // CIELAB a* of bare skin over excess blood 0..1
    std::vector<double> doses_;      // deposited, by pigment
    double laid_ = 1;                // the sum of them
    GreenSkin green_;
    double reliefMm_ = 0.03;
    glm::dvec3 skinLab_{0};
    double pedestal_ = 0, bareA_ = 0, skinY_ = 0;
    skin::Tone tone_;
};

}  // namespace inkheal::studio
