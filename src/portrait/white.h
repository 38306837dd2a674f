#pragma once
// White balance: which light is shown as white. Neutral takes the light as it is (white is D65); a colour temperature
// or the light that falls on the client can be made white instead, by von Kries' scaling in the cones of CIECAM16.

#include <glm/glm.hpp>
#include <string>

namespace inkheal::portrait {

struct WhiteBalance {
    enum class Kind { neutral, automatic, kelvin } kind = Kind::neutral;
    double kelvin = 6504;
};

/// "neutral", "auto" or a temperature from 2000 to 25000, with or without K. @throws Error (usage).
WhiteBalance whiteBalanceNamed(const std::string& word);

/// CIE x, y of light of a colour temperature: daylight from 4500 K up, a black body to 3500 K.
glm::dvec2 chromaticityOf(double kelvin);

/// What linear Rec. 709 light is multiplied by. `sheet` is the light on a white sheet that faces the camera.
glm::mat3 balanceOf(const WhiteBalance& white, const glm::vec3& sheet);

}  // namespace inkheal::portrait
