#pragma once
// How a skin's colour changes with what is in it: more or less blood and melanin than its tone has, or a vein under it.
// Factors on the reflectance of the tone at its site, from the layers of skin/optics.h, so that every mottle, freckle
// and vein is of the tone it lies in.

#include <glm/glm.hpp>
#include <vector>

#include "skin/materials.h"

namespace inkheal::skin {

/// A superficial vein: clear dermis above it, and how thick it is.
struct Vein {
    float depthMm = 1.5f, thickMm = 1.5f;
};

class Complexion {
 public:
    Complexion(const Tone& tone, const SiteConstants& site);

    /// Factors on linear Rec. 709, for natural logarithms of the multiples of blood and melanin; beyond what the table
    /// holds its rim is taken.
    glm::vec3 factor(float blood, float melanin) const;

    /// Over the middle of a vein so wide that no light passes beside it.
    glm::vec3 over(const Vein& vein) const;

    /// Untouched skin of the tone at the site, linear Rec. 709.
    glm::vec3 bare() const { return bare_; }

    static constexpr float mostBlood = 1.5f, mostMelanin = 1.8f;  // of the table, either way

 private:
    static constexpr int steps = 12;  // either way
    Tone tone_;
    SiteConstants site_;
    glm::vec3 bare_{0};
    std::vector<glm::vec3> logs_;  // of the factors, melanin after melanin
};

/// Share of a vein's darkness seen at `besideMm` from its middle: what light from its depth finds in its way. A vein
/// narrower than light spreads on the way is as much paler.
float veinShare(const Vein& vein, float wideMm, float besideMm);

}  // namespace inkheal::skin
