#pragma once
// Distance to the nearest marked texel, exact (Felzenszwalb and Huttenlocher 2012).
// Use it to tell the halo round a tattoo, which is counted in millimetres from the ink.

#include <vector>

namespace inkheal::studio {

/// marked: width * height, row after row. In texels; 0 on marked ones; large where none is marked.
std::vector<float> distanceTo(const std::vector<bool>& marked, int width, int height);

}  // namespace inkheal::studio
