#pragma once
// What the kernels read of a light that comes from everywhere: the panorama itself and its blurs as one map
// (portrait/sky_laws.h), and the irradiance it sheds as a polynomial of the normal. The space is the light's own: x
// right, y up, z toward the viewer.

#include <array>
#include <functional>
#include <memory>
#include <vector>

#include "base/picture.h"
#include "portrait/shot_laws.h"

namespace inkheal::portrait {

/// Sums over all directions of light, and of it times the direction once and twice; one column or matrix a colour.
struct SkyMoments {
    glm::dvec3 sum{0};
    std::array<glm::dvec3, 3> once{};
    std::array<glm::dmat3, 3> twice{};

    void add(const glm::dvec3& direction, const glm::dvec3& light);
};

SkyMoments momentsOf(const Picture& panorama);

/// Irradiance over pi of a normal n is (n, 1) * (red (n, 1)): the first three bands of spherical harmonics, which hold
/// it to a few hundredths (Ramamoorthi and Hanrahan 2001). Axes and gain are those of an upright light of gain 1.
Sky skyOf(const SkyMoments& moments);

/// The same light standing in the world: its axes as columns right, up, back.
Sky standing(const Sky& sky, const glm::mat3& axes, float gain);

using SkyMap = std::vector<std::uint64_t>;  // skyWidth x skyHeight texels of rgba16f

/// The map of a panorama of any size.
std::shared_ptr<const SkyMap> skyMapOf(const Picture& panorama);

/// A small panorama of light that depends on the direction alone.
Picture panoramaOf(const std::function<glm::vec3(const glm::dvec3& direction)>& light, int height = 64);

}  // namespace inkheal::portrait
