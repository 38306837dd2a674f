#pragma once
// How wide a drawing is at every place: the largest disc that fits inside the marks and covers it (the local thickness
// of Hildebrand and Ruegsegger 1997). Of the skin between marks it is the width of the gap.

#include <vector>

namespace inkheal::studio {

/// Diameters in texels, to half a texel, `most` where a disc of that size or a larger one fits; 0 where `inside` does
/// not hold. Beyond the border nothing is known: a disc may reach over it.
std::vector<float> localWidths(const std::vector<bool>& inside, int width, int height, float most);

}  // namespace inkheal::studio
