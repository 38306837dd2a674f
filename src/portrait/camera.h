#pragma once
// Where the picture is taken from: a close-up lens before the site, an orbit about it, or far enough for the whole
// limb.

#include <glm/glm.hpp>

#include "body/mesh.h"
#include "portrait/portrait.h"

namespace inkheal::portrait {

struct Camera {
    glm::vec3 eye{0}, target{0}, up{0, 1, 0};
    float tallTangent = 0.2f;  // of half the vertical angle of view
    float aspect = 16.0f / 9;
    float nearMm = 1, farMm = 1000;
    float focusMm = 200, lensMm = 0;  // to what is sharp; radius of the lens, 0: all is sharp

    /// From a place in the lens, mm to the right and up of its middle, so that what lies at focusMm stays where it is.
    glm::mat4 clipFromWorld(glm::vec2 fromMm = glm::vec2(0)) const;
    glm::vec3 direction() const;
    glm::vec3 right() const;
    glm::vec3 upward() const;
};

/// `sizeMm` is the larger edge of the design; it fills about half of the smaller side of a site view, which steps aside
/// when another part of the body stands before the site. A fit shows all of `mesh`, lying down if the picture is wide.
Camera cameraFor(const View& view, const body::Frame& focus, float sizeMm, const body::Mesh& mesh);

}  // namespace inkheal::portrait
