#pragma once
// Names what each vertex of a stock body is part of, from where the figure's digits lie. Use it once the body is smooth
// and lies in its frame; sites are found by these names.

#include "bake/figure.h"
#include "body/mesh.h"

namespace inkheal::bake {

/// Fills mesh.anatomy. `liftMm` was added to every y after Figure::place.
void labelAnatomy(body::Mesh& mesh, const Figure& figure, float liftMm);

}  // namespace inkheal::bake
