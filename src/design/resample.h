#pragma once
// Cutting out and averaging down, over area, in linear light, weighted by alpha: a hairline keeps its share of ink. For
// artwork; a texel is never made up.

#include "base/picture.h"

namespace inkheal::design {

struct Box {
    int x = 0, y = 0, width = 0, height = 0;

    bool empty() const { return width <= 0 || height <= 0; }
};

/// The smallest box with every texel of more than `alpha`.
Box inkedBox(const Picture& picture, float alpha);

/// The box at width x height texels, neither more than the box has.
Picture averagedDown(const Picture& picture, const Box& box, int width, int height);

}  // namespace inkheal::design
