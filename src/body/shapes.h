#pragma once
// Calibration bodies: shapes whose true answers are known, at the density of a stock body. Their axis runs along y,
// their front is +z, and they stand on y = 0 (the plane and the sphere lie round the origin).

#include "body/mesh.h"

namespace inkheal::body {

/// The longest edge of any calibration body, mm.
inline constexpr float shapeEdgeMm = 1;

/// sizeMm square facing +z. Edges at most edgeMm, as in all of these.
Mesh makePlane(float sizeMm, float edgeMm = shapeEdgeMm);

/// An open tube; lowRadiusMm at y = 0, highRadiusMm at y = heightMm. Equal radii make a cylinder.
Mesh makeCone(float lowRadiusMm, float highRadiusMm, float heightMm, float edgeMm = shapeEdgeMm);

Mesh makeSphere(float radiusMm, float edgeMm = shapeEdgeMm);

}  // namespace inkheal::body
