#include "portrait/white.h"

#include <charconv>
#include <cmath>

#include "base/colour.h"
#include "base/error.h"

namespace inkheal::portrait {
namespace {

constexpr double coolest = 2000, hottest = 25000;
constexpr double blackBodyTo = 3500, daylightFrom = 4500;  // kelvin; between them one fades into the other

/// Cones of CIECAM16 from XYZ (Li et al. 2017); rows.
const glm::dmat3 conesFromXyz = glm::transpose(
    glm::dmat3(0.401288, 0.650173, -0.051461, -0.250268, 1.204414, 0.045854, -0.002079, 0.048952, 0.953127));

/// CIE 15: the daylight locus.
glm::dvec2 daylight(double t) {
    const double x = t <= 7000 ? ((-4.6070e9 / t + 2.9678e6) / t + 0.09911e3) / t + 0.244063
                               : ((-2.0064e9 / t + 1.9018e6) / t + 0.24748e3) / t + 0.237040;
    return {x, (-3.000 * x + 2.870) * x - 0.275};
}

/// The Planckian locus from 1667 to 4000 K (cubics of Kim et al. 2002).
glm::dvec2 blackBody(double t) {
    const double x = ((-0.2661239e9 / t - 0.2343589e6) / t + 0.8776956e3) / t + 0.179910;
    const double y = t <= 2222 ? ((-1.1063814 * x - 1.34811020) * x + 2.18555832) * x - 0.20219683
                               : ((-0.9549476 * x - 1.37418593) * x + 2.09137015) * x - 0.16748867;
    return {x, y};
}

}  // namespace

WhiteBalance whiteBalanceNamed(const std::string& word) {
    if (word == "neutral") return {};
    if (word == "auto") return {WhiteBalance::Kind::automatic, 0};
    WhiteBalance white{WhiteBalance::Kind::kelvin, 0};
    const char* last = word.data() + word.size();
    const auto [end, trouble] = std::from_chars(word.data(), last, white.kelvin);
    const std::string rest(trouble == std::errc{} ? end : word.data(), last);
    const bool number = trouble == std::errc{} && (rest.empty() || rest == "K");
    if (!number || !(white.kelvin >= coolest && white.kelvin <= hottest))
        throw Error{
            "--white-balance: \"" + word +
                "\" is not a white; use neutral, auto, or a colour temperature from 2000 to 25000 K such as 5000.",
            Exit::usage};
    return white;
}

glm::dvec2 chromaticityOf(double kelvin) {
    if (kelvin <= blackBodyTo) return blackBody(kelvin);
    if (kelvin >= daylightFrom) return daylight(kelvin);
    return glm::mix(blackBody(std::min(kelvin, 4000.0)), daylight(std::max(kelvin, 4000.0)),
                    (kelvin - blackBodyTo) / (daylightFrom - blackBodyTo));
}

glm::mat3 balanceOf(const WhiteBalance& white, const glm::vec3& sheet) {
    if (white.kind == WhiteBalance::Kind::neutral) return glm::mat3(1);
    glm::dvec3 source = xyzFromLinear(glm::dvec3(sheet));
    if (white.kind == WhiteBalance::Kind::kelvin) {
        const glm::dvec2 at = chromaticityOf(white.kelvin);
        source = {at.x, at.y, 1 - at.x - at.y};
    }
    if (!(source.y > 0)) return glm::mat3(1);
    const glm::dvec3 gain = (conesFromXyz * xyzFromLinear(glm::dvec3(1))) / (conesFromXyz * (source / source.y));
    glm::mat3 balance;
    for (int c = 0; c < 3; ++c) {
        glm::dvec3 colour(0);
        colour[c] = 1;
        balance[c] = linearFromXyz(glm::inverse(conesFromXyz) * (gain * (conesFromXyz * xyzFromLinear(colour))));
    }
    return balance;
}

}  // namespace inkheal::portrait
