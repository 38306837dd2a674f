#pragma once
// Which device is used, and why another is not: decided on plain values, apart from the driver calls that collect them
// (gpu/choose.h), so that every answer can be tested without such a device.

#include <string>
#include <vector>

#include "gpu/device.h"

namespace inkheal::gpu {

/// What a physical device offers of what the rooms need.
struct Offer {
    std::uint32_t apiMajor = 0, apiMinor = 0;
    bool dynamicRendering = false, synchronization2 = false, maintenance4 = false, scalarBlockLayout = false;
    bool extendedStorageFormats = false, primitiveNumbers = false, pushDescriptors = false,
         computeAndGraphicsQueue = false;
    std::uint32_t storageImages = 0, storageBuffers = 0, sampledImages = 0;  // in one shader
    std::uint32_t threadsPerGroup = 0;
    std::string weakFormat;  // an image format of ours that cannot be used in every way; empty if all can
};

/// What the shaders use at most.
inline constexpr std::uint32_t storageImagesNeeded = 12, storageBuffersNeeded = 12, sampledImagesNeeded = 9,
                               threadsPerGroupNeeded = 64;

/// What keeps the device from being used, in words that follow "lacks"; empty if nothing does.
std::string lackOf(const Offer& offer);

/// The index of the best usable device that `wanted` (an index, a part of a name, or nothing) allows. @throws Error
/// (noDevice) naming what there is and what it lacks.
std::size_t chosenAmong(const std::vector<DeviceSummary>& all, const std::string& wanted);

}  // namespace inkheal::gpu
