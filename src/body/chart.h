#pragma once
// The map from stencil paper to skin, in millimetres: a discrete exponential map with upwind averaging from a frame (Schmidt,
// Grimm, Wyvill 2006; upwind average Schmidt 2013). Chart (0,0) is the frame's origin, x and y along the frame's axes. One
// chart a piece.

#include <optional>
#include <vector>

#include "body/mesh.h"

namespace inkheal::body {

/// How paper is stretched to lie on skin: singular values of the map from chart millimetres to skin millimetres, 1 = true.
struct Stretch {
    double largest = 1, smallest = 1, mean = 1;
    double areaRatioMean = 1;
    double shearMaxDeg = 0;
    double coveredFraction = 1;  // of the asked points that lie on skin
};

class Chart {
   public:
    /// Covers every vertex nearer than radiusMm along the skin. @throws Error (badInput) when the disc meets itself behind the limb inside
    /// `neededMm` (the half-diagonal of the ink): the sentence says the largest width that fits.
    Chart(const Mesh& mesh, const Frame& frame, float radiusMm, float neededMm);

    const Frame& frame() const { return frame_; }

    /// Per vertex of the mesh: chart position in mm; nothing outside the chart.
    const std::vector<std::optional<glm::vec2>>& vertexMm() const { return vertexMm_; }

    /// Triangles with all three vertices inside, unflipped.
    const std::vector<std::uint32_t>& triangles() const { return triangles_; }

    /// The skin under chart point p, if any.
    std::optional<SurfacePoint> at(glm::vec2 pMm) const;

    /// Stretch over the chart points given (the inked texels).
    Stretch stretch(const Mesh& mesh, const std::vector<glm::vec2>& pointsMm) const;

   private:
    Frame frame_;
    std::vector<std::optional<glm::vec2>> vertexMm_;
    std::vector<std::uint32_t> triangles_;
    // a uniform grid over the chart for at()
    float cellMm_ = 1;
    int cells_ = 0;
    float reachMm_ = 0;
    std::vector<std::uint32_t> cellStart_, cellTriangle_;
};

}  // namespace inkheal::body
