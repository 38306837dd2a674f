#pragma once
// The pipeline cache on disk: our header (version, driver, checksum) before the driver's bytes. What does not fit is
// ignored.

#include "gpu/internals.h"

namespace inkheal::gpu {

void openCache(Internals& in, const std::string& folder);

/// Failure to write is not an error: the next start is only slower.
void writeCache(const Internals& in);

}  // namespace inkheal::gpu
