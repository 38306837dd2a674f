#pragma once
// The Vulkan instance, with the validation layers when asked for and debug names where the loader has them.
// A validation message is counted, and printed the first three times it comes.

#include "gpu/internals.h"

namespace inkheal::gpu {

/// @throws Error (noDevice) without a loader that speaks Vulkan 1.3, or when validation is asked for and not installed,
/// or when pictures cannot be shown in a window and it is forWindow.
void openInstance(Internals& in, bool validate, bool forWindow = false);
void closeInstance(Internals& in);

}  // namespace inkheal::gpu
