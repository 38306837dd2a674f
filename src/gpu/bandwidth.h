#pragma once
// How fast this device copies its own memory: the yardstick of `inkheal bench`, which gives each pass the share of it
// that the pass reaches.

#include "gpu/device.h"

namespace inkheal::gpu {

/// Bytes read plus bytes written a second by copies between two buffers of at most 64 MiB: the median of nine goes,
/// timed by the device, by the wall clock where it has no timestamps. Takes under a second and 128 MiB of the budget
/// while it runs.
double copyBytesPerSecond(Device& device);

}  // namespace inkheal::gpu
