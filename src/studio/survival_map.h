#pragma once
// The picture that `survive --map` writes: the artwork as a grey ghost, and over it in colours that nobody mixes up
// what vanishes and what merges.

#include "base/picture.h"
#include "studio/survival_fate.h"

namespace inkheal::studio {

/// Twenty pixels a mm, with a bar of 10 mm below.
Picture8 fateMap(const Marks& marks, const std::vector<Fate>& fates);

}  // namespace inkheal::studio
