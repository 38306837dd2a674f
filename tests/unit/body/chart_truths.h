#pragma once
// Surfaces whose exponential map is known in closed form, to hold the chart against: plane, cylinder and cone, which
// unroll, and the sphere.

#include <functional>
#include <string>

#include "body/chart.h"

namespace inkheal::body {

/// A mesh, where the stencil is pressed on it, and where the paper truly puts a point of the skin.
struct Known {
    std::string name;
    Mesh mesh;
    Frame frame;
    std::function<glm::dvec2(glm::dvec3)> paperMm;
};

/// A frame at the point of the mesh nearest `wanted`, turned anticlockwise by turnDeg from y = up.
Frame frameNear(const Mesh& mesh, const glm::vec3& wanted, double turnDeg);

Known knownPlane(float edgeMm, double turnDeg);
Known knownCylinder(float radiusMm, float edgeMm, double turnDeg);
Known knownCone(float lowRadiusMm, float highRadiusMm, float heightMm, float edgeMm, double turnDeg);
Known knownSphere(float radiusMm, float edgeMm, double turnDeg);

/// Moves every vertex along the skin by up to share of an edge, the same way each time; `back` puts a moved vertex on
/// the surface again and tells its normal.
void jitter(Mesh& mesh, double shareMm, const std::function<glm::dvec3(glm::dvec3)>& back,
            const std::function<glm::dvec3(glm::dvec3)>& normal);

/// The worst distance between chart and truth inside radiusMm, mm. @return also how many vertices were compared.
struct Worst {
    double errorMm = 0, radiusShare = 0;  // radiusShare: error of the geodesic radius over itself
    int vertices = 0;
};
Worst worst(const Known& known, const Chart& chart, double radiusMm);

/// Points of a square of the given width round the chart's origin, 0.1 mm apart.
std::vector<glm::vec2> square(double widthMm);

}  // namespace inkheal::body
