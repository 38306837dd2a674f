#pragma once
// Where superficial veins run under the skin of the stock bodies: from the fingers' and toes' webs over the back of the
// hand and foot, and from the heel of the palm, toward the body, meandering and joining. No two people's are alike;
// these are one person's. For the skin's colour over them.

#include <vector>

#include "body/mesh.h"

namespace inkheal::body {

/// The nearest vein of a vertex.
struct VeinNearby {
    float besideMm = 1e3f;  // from its middle, along the skin
    float wideMm = 0, depthMm = 0;
};

/// One a vertex; none near any on bodies that are no hand or foot.
std::vector<VeinNearby> veinsUnder(const Mesh& mesh);

}  // namespace inkheal::body
