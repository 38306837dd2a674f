#pragma once
// Grows the lasting structure of a chart's skin: micro-relief, the pieces in which dead skin comes off, and pores.
// Once, before the needle; it depends on the site and the seed only.

#include "gpu/commands.h"
#include "skin/fields.h"

namespace inkheal::skin {

/// Writes x, y and z of fields.anatomy (w stays) and fields.pores, and waits for it.
void growAnatomy(gpu::Commands& commands, Fields& fields);

}  // namespace inkheal::skin
