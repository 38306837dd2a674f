#pragma once
// Finds the lamps of a panorama: its brightest compact regions become cards, which cast shadows with soft edges, and
// their light is taken out of the panorama to the last bit. For lights made of a file.

#include <vector>

#include "base/picture.h"
#include "portrait/lamp.h"

namespace inkheal::portrait {

/// At most `most` lamps, brightest first; what is left stays in `panorama`. A region counts that is compact and gives
/// at least a fiftieth of all light.
std::vector<Lamp> takeLamps(Picture& panorama, int most);

}  // namespace inkheal::portrait
