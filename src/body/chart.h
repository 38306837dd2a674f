#pragma once
// The map from stencil paper to skin, in millimetres: the exponential map from a frame (see exponential.h). Chart (0,0)
// is the frame's origin, x and y along the frame's axes. One chart a piece.

#include <array>
#include <optional>
#include <vector>

#include "body/mesh.h"

namespace inkheal::body {

/// How paper is stretched to lie on skin: singular values of the map from chart millimetres to skin millimetres, 1 =
/// true.
struct Stretch {
    double largest = 1, smallest = 1, mean = 1;
    double areaRatioMean = 1;
    double shearMaxDeg = 0;
    double coveredFraction = 1;  // of the asked points that lie on skin
};

class Chart {
 public:
    /// Covers every vertex nearer than radiusMm along the skin, but nothing that the paper reaches from two sides.
    /// @throws Error (badInput) when the disc meets itself behind the limb inside `neededMm` (the half-diagonal of the
    /// ink): the sentence says the largest width that fits.
    Chart(const Mesh& mesh, const Frame& frame, float radiusMm, float neededMm);

    const Frame& frame() const { return frame_; }

    /// Per vertex of the mesh: chart position in mm; nothing outside the chart. A triangle whose three vertices have
    /// one is in triangles().
    const std::vector<std::optional<glm::vec2>>& vertexMm() const { return vertexMm_; }

    /// Triangles of the mesh with all three vertices inside, unflipped.
    const std::vector<std::uint32_t>& triangles() const { return triangles_; }

    /// How far from the origin the paper first meets itself behind the limb, mm; nothing if it does not inside the
    /// radius.
    std::optional<float> meetsItselfAtMm() const { return meetsItselfAtMm_; }

    /// The skin under chart point p, if any.
    std::optional<SurfacePoint> at(glm::vec2 pMm) const;

    /// What spreads evenly on skin, as paper has it at p: variance along the paper's x and y over that on skin (the
    /// diagonal of the inverse metric; 1 where paper lies true). Nothing outside.
    std::optional<glm::vec2> inverseMetricAt(const Mesh& mesh, glm::vec2 pMm) const;

    /// Stretch over the chart points given (the inked texels).
    Stretch stretch(const Mesh& mesh, const std::vector<glm::vec2>& pointsMm) const;

 private:
    struct Hit {
        std::uint32_t place;  // in triangles_
        glm::vec3 barycentric;
    };
    std::optional<Hit> find(glm::vec2 pMm) const;
    void layGrid();

    Frame frame_;
    std::vector<std::optional<glm::vec2>> vertexMm_;
    std::vector<std::uint32_t> triangles_;
    std::vector<std::array<glm::vec2, 3>> cornersMm_;  // of each of triangles_
    std::optional<float> meetsItselfAtMm_;
    // a uniform grid over the chart for find(): the triangles that touch each cell, as one list
    float cellMm_ = 1, reachMm_ = 0;
    int cells_ = 0;
    std::vector<std::uint32_t> cellStart_, cellTriangle_;
};

}  // namespace inkheal::body
