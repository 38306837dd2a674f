#pragma once
// Which physical device: what each one lacks, and the best usable one.

#include <string>
#include <vector>

#include "gpu/internals.h"

namespace inkheal::gpu {

std::vector<VkPhysicalDevice> physicalDevices(const Internals& in);
DeviceSummary summarise(VkPhysicalDevice physical);

/// Sets physical, properties, queueFamily, timestampBits and summary. @throws Error (noDevice).
void choosePhysical(Internals& in, const std::string& wanted);

}  // namespace inkheal::gpu
