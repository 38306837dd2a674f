#pragma once
// The physical devices of an instance: what each one is, and the one that gpu/offer.h chooses. The driver
// is asked here, and judged there.

#include <string>
#include <vector>

#include "gpu/internals.h"

namespace inkheal::gpu {

std::vector<VkPhysicalDevice> physicalDevices(const Internals& in);
DeviceSummary summarise(VkPhysicalDevice physical);

/// Sets physical, properties, queueFamily, timestampBits and summary. @throws Error (noDevice).
void choosePhysical(Internals& in, const std::string& wanted, bool forWindow);

}  // namespace inkheal::gpu
