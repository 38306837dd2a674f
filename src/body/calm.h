#pragma once
// Takes a scanner's noise off a surface without shrinking the limb, so that a stencil lies on skin and not on noise.
// Real relief finer than two millimetres goes with it; the portrait brings its own.

#include "body/mesh.h"

namespace inkheal::body {

/// Moves positions by Taubin's two alternating Laplacian steps (1995); open rims stay where they are. Normals are not
/// touched.
void calm(Mesh& mesh);

}  // namespace inkheal::body
