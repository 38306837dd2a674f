#pragma once
// Makes a stock body out of the source figure: cut out, laid in its frame, brought to measure, smoothed, labelled. The
// build runs it once, through inkheal-bake.

#include "bake/cage.h"
#include "bake/figure.h"
#include "body/mesh.h"

namespace inkheal::bake {

/// @throws Error (badInput) when the figure is not the one figure.h describes.
body::Mesh bakeBody(const Cage& source, const Figure& figure);

/// Bakes all figures of `source` into folder/NAME.body. @throws Error.
void bakeAll(const std::filesystem::path& source, const std::filesystem::path& folder);

}  // namespace inkheal::bake
