#pragma once
// Light in layers by discrete ordinates: adding and doubling in 16 directions with Henyey-Greenstein scattering (g 0.8,
// delta-M truncated) under a Fresnel surface of index 1.4. Slow, and the truth that the four fluxes are held against.

#include <vector>

namespace inkheal::skin {

struct OrdinateLayer {
    double absorb, scatter, mm;  // mu_a and mu_s' per mm; an endless layer has mm of 60 or more
};

/// Share of Lambertian light that enters a stack, given from the top, and leaves it again; the last layer is its
/// ground.
double ordinateReflectance(const std::vector<OrdinateLayer>& stack, bool blackGround = false);

/// Light that leaves at a cosine inside, for Lambertian light from all sides, over the mean of all that leaves.
struct OrdinateView {
    double insideCosine, share;
};
std::vector<OrdinateView> ordinateViews(const std::vector<OrdinateLayer>& stack, bool blackGround = false);

}  // namespace inkheal::skin
