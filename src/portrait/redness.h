#pragma once
// The skin round a piece while it is inflamed: redder than the rest of the body by the blood that the wound calls
// there, further out than the piece's own texels go. For the vertices of the body; inside a piece its tint has its own
// blood.

#include <glm/glm.hpp>
#include <vector>

#include "body/mesh.h"
#include "portrait/portrait.h"
#include "skin/complexion.h"

namespace inkheal::portrait {

/// A factor per vertex (linear Rec. 709) on the reflectance of `skin`: 1 where nothing is inflamed, and where a piece
/// shows its own tint. Of pieces without fields nothing is known.
std::vector<glm::vec3> rednessRound(const body::Mesh& mesh, const std::vector<Piece>& pieces,
                                    const skin::Complexion& skin);

}  // namespace inkheal::portrait
