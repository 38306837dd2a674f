#include "gpu/choose.h"

#include <algorithm>
#include <optional>

#include "gpu/offer.h"
#include "gpu/present_support.h"

namespace inkheal::gpu {
namespace {

std::vector<VkQueueFamilyProperties> familiesOf(VkPhysicalDevice physical) {
    std::uint32_t count = 0;
    vkGetPhysicalDeviceQueueFamilyProperties(physical, &count, nullptr);
    std::vector<VkQueueFamilyProperties> families(count);
    vkGetPhysicalDeviceQueueFamilyProperties(physical, &count, families.data());
    return families;
}

std::optional<std::uint32_t> computeAndGraphicsFamily(VkPhysicalDevice physical) {
    constexpr VkQueueFlags both = VK_QUEUE_COMPUTE_BIT | VK_QUEUE_GRAPHICS_BIT;
    const std::vector<VkQueueFamilyProperties> families = familiesOf(physical);
    for (std::uint32_t i = 0; i < families.size(); ++i)
        if ((families[i].queueFlags & both) == both) return i;
    return std::nullopt;
}

bool hasExtension(VkPhysicalDevice physical, std::string_view name) {
    const auto all = listedOrNone<VkExtensionProperties>([&](std::uint32_t* count, VkExtensionProperties* first) {
        return vkEnumerateDeviceExtensionProperties(physical, nullptr, count, first);
    });
    return std::any_of(all.begin(), all.end(), [&](const auto& e) { return e.extensionName == name; });
}

/// What images of a format are used for: every colour image can be stored, sampled, drawn into, copied and (unless it
/// holds whole numbers) filtered; what draws add up in can be blended too.
VkFormatFeatureFlags usesOf(Format format) {
    const VkFormatFeatureFlags common =
        VK_FORMAT_FEATURE_SAMPLED_IMAGE_BIT | VK_FORMAT_FEATURE_TRANSFER_SRC_BIT | VK_FORMAT_FEATURE_TRANSFER_DST_BIT;
    if (isDepth(format)) return common | VK_FORMAT_FEATURE_DEPTH_STENCIL_ATTACHMENT_BIT;
    const VkFormatFeatureFlags colour =
        common | VK_FORMAT_FEATURE_STORAGE_IMAGE_BIT | VK_FORMAT_FEATURE_COLOR_ATTACHMENT_BIT;
    if (format == Format::r32u || format == Format::rg32u || format == Format::rgba32u) return colour;
    const VkFormatFeatureFlags filtered = colour | VK_FORMAT_FEATURE_SAMPLED_IMAGE_FILTER_LINEAR_BIT;
    return format == Format::rg11b10f ? filtered | VK_FORMAT_FEATURE_COLOR_ATTACHMENT_BLEND_BIT : filtered;
}

std::string weakFormatOf(VkPhysicalDevice physical) {
    for (const Format format : allFormats()) {
        VkFormatProperties properties;
        vkGetPhysicalDeviceFormatProperties(physical, vulkanFormat(format), &properties);
        if ((properties.optimalTilingFeatures & usesOf(format)) != usesOf(format)) return formatName(format);
    }
    return {};
}

Offer offerOf(VkPhysicalDevice physical, const VkPhysicalDeviceProperties& properties) {
    Offer offer;
    offer.apiMajor = VK_API_VERSION_MAJOR(properties.apiVersion);
    offer.apiMinor = VK_API_VERSION_MINOR(properties.apiVersion);
    if (properties.apiVersion < VK_API_VERSION_1_3) return offer;  // it does not know the structures asked below
    VkPhysicalDeviceVulkan13Features features13{VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_VULKAN_1_3_FEATURES};
    VkPhysicalDeviceVulkan12Features features12{VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_VULKAN_1_2_FEATURES, &features13};
    VkPhysicalDeviceFeatures2 features{VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_FEATURES_2, &features12};
    vkGetPhysicalDeviceFeatures2(physical, &features);
    offer.dynamicRendering = features13.dynamicRendering;
    offer.synchronization2 = features13.synchronization2;
    offer.maintenance4 = features13.maintenance4;
    offer.scalarBlockLayout = features12.scalarBlockLayout;
    offer.extendedStorageFormats = features.features.shaderStorageImageExtendedFormats;
    offer.primitiveNumbers = features.features.geometryShader;
    offer.pushDescriptors = hasExtension(physical, VK_KHR_PUSH_DESCRIPTOR_EXTENSION_NAME);
    offer.computeAndGraphicsQueue = computeAndGraphicsFamily(physical).has_value();
    offer.storageImages = properties.limits.maxPerStageDescriptorStorageImages;
    offer.storageBuffers = properties.limits.maxPerStageDescriptorStorageBuffers;
    offer.sampledImages =
        std::min(properties.limits.maxPerStageDescriptorSampledImages, properties.limits.maxPerStageDescriptorSamplers);
    offer.threadsPerGroup =
        std::min(properties.limits.maxComputeWorkGroupInvocations, properties.limits.maxComputeWorkGroupSize[0]);
    offer.weakFormat = weakFormatOf(physical);
    return offer;
}

DeviceKind kindOf(VkPhysicalDeviceType type) {
    switch (type) {
        case VK_PHYSICAL_DEVICE_TYPE_DISCRETE_GPU:
            return DeviceKind::discrete;
        case VK_PHYSICAL_DEVICE_TYPE_INTEGRATED_GPU:
            return DeviceKind::integrated;
        case VK_PHYSICAL_DEVICE_TYPE_VIRTUAL_GPU:
            return DeviceKind::virtualised;
        case VK_PHYSICAL_DEVICE_TYPE_CPU:
            return DeviceKind::cpu;
        default:
            return DeviceKind::other;
    }
}

}  // namespace

std::vector<VkPhysicalDevice> physicalDevices(const Internals& in) {
    return listedOrNone<VkPhysicalDevice>([&](std::uint32_t* count, VkPhysicalDevice* first) {
        return vkEnumeratePhysicalDevices(in.instance, count, first);
    });
}

DeviceSummary summarise(VkPhysicalDevice physical) {
    VkPhysicalDeviceDriverProperties driver{VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_DRIVER_PROPERTIES};
    VkPhysicalDeviceProperties2 properties{VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_PROPERTIES_2, &driver};
    vkGetPhysicalDeviceProperties2(physical, &properties);
    VkPhysicalDeviceMemoryProperties memory;
    vkGetPhysicalDeviceMemoryProperties(physical, &memory);
    DeviceSummary summary;
    summary.name = properties.properties.deviceName;
    summary.driver = std::string(driver.driverName) + " " + driver.driverInfo;
    summary.kind = kindOf(properties.properties.deviceType);
    summary.apiMajor = VK_API_VERSION_MAJOR(properties.properties.apiVersion);
    summary.apiMinor = VK_API_VERSION_MINOR(properties.properties.apiVersion);
    summary.apiPatch = VK_API_VERSION_PATCH(properties.properties.apiVersion);
    for (std::uint32_t i = 0; i < memory.memoryHeapCount; ++i)
        if (memory.memoryHeaps[i].flags & VK_MEMORY_HEAP_DEVICE_LOCAL_BIT)
            summary.memoryBytes = std::max(summary.memoryBytes, std::uint64_t(memory.memoryHeaps[i].size));
    summary.lacks = lackOf(offerOf(physical, properties.properties));
    return summary;
}

void choosePhysical(Internals& in, const std::string& wanted, bool forWindow) {
    const std::vector<VkPhysicalDevice> physicals = physicalDevices(in);
    std::vector<DeviceSummary> all;
    for (VkPhysicalDevice physical : physicals) {
        all.push_back(summarise(physical));
        if (forWindow && all.back().lacks.empty())
            all.back().lacks = lackForWindow(in.instance, physical, *computeAndGraphicsFamily(physical));
    }
    const std::size_t chosen = chosenAmong(all, wanted);
    in.physical = physicals[chosen];
    in.summary = all[chosen];
    vkGetPhysicalDeviceProperties(in.physical, &in.properties);
    in.queueFamily = *computeAndGraphicsFamily(in.physical);
    in.timestampBits = familiesOf(in.physical)[in.queueFamily].timestampValidBits;
}

}  // namespace inkheal::gpu
