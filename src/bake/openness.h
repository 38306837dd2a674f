#pragma once
// How much of the sky each vertex sees past the rest of the body: what ambient light reaches it. Baked into stock
// bodies; too slow to work out when a body is loaded.

#include "body/mesh.h"

namespace inkheal::bake {

/// Fills mesh.openness: cosine-weighted share of the directions out of `mesh` that `blocker` leaves free. `blocker` is
/// the same surface, coarser. Every second core helps; the result does not hang on how many there are.
void bakeOpenness(body::Mesh& mesh, const body::Mesh& blocker);

}  // namespace inkheal::bake
