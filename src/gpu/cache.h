#pragma once
// The pipeline cache on disk: our header (device, driver version, checksum) before the driver's bytes. What does not
// fit is ignored.

#include "gpu/internals.h"

namespace inkheal::gpu {

void openCache(Internals& in, const std::string& folder);

/// Writes what has changed since the cache was read. Failure is not an error: the next start is only slower.
void writeCache(Internals& in);

}  // namespace inkheal::gpu
