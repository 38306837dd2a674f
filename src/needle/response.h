#pragma once
// What a mixture of pigments looks like once healed in a reference skin, fast enough to be asked a hundred thousand
// times: per band, reflectance over bare skin against the mixture's mu_a and mu_s', tabulated from skin/optics.h.

#include <array>
#include <glm/glm.hpp>
#include <span>
#include <vector>

#include "skin/optics.h"

namespace inkheal::needle {

inline constexpr int mostPigments = 8;
using Doses = std::array<double, mostPigments>;

class HealedResponse {
 public:
    explicit HealedResponse(std::span<const skin::Pigment> pigments);

    int pigmentCount() const { return count_; }

    /// Linear Rec. 709 of the healed mixture over that of bare skin; with `slope`, also its derivatives by each dose.
    glm::dvec3 ratio(const Doses& doses, std::array<glm::dvec3, mostPigments>* slope = nullptr) const;

    /// The same ratio of perfectly black ink: what the skin above it sends back whatever is below.
    glm::dvec3 veil() const { return veil_; }

 private:
    static constexpr int absorbSteps = 40, scatterSteps = 14;
    struct Band {
        std::array<double, absorbSteps * scatterSteps> reflectance;
        double between = 0;  // of the skin between clusters of ink
        glm::dvec3 light;    // its weight in the ratio
        std::array<double, mostPigments> absorb{}, scatter{};
    };
    std::vector<Band> bands_;
    glm::dvec3 veil_{0};
    int count_ = 0;
};

}  // namespace inkheal::needle
