#include "gpu/choose.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace inkheal::gpu {
namespace {

std::optional<std::uint32_t> computeAndGraphicsFamily(VkPhysicalDevice physical) {
    std::uint32_t count = 0;
    vkGetPhysicalDeviceQueueFamilyProperties(physical, &count, nullptr);
    std::vector<VkQueueFamilyProperties> families(count);
    vkGetPhysicalDeviceQueueFamilyProperties(physical, &count, families.data());
    for (std::uint32_t i = 0; i < count; ++i)
        if ((families[i].queueFlags & VK_QUEUE_COMPUTE_BIT) && (families[i].queueFlags & VK_QUEUE_GRAPHICS_BIT))
            return i;
    return std::nullopt;
}

bool hasExtension(VkPhysicalDevice physical, std::string_view name) {
    std::uint32_t count = 0;
    vkEnumerateDeviceExtensionProperties(physical, nullptr, &count, nullptr);
    std::vector<VkExtensionProperties> all(count);
    vkEnumerateDeviceExtensionProperties(physical, nullptr, &count, all.data());
    return std::any_of(all.begin(), all.end(), [&](const auto& e) { return e.extensionName == name; });
}

/// What keeps the device from being used, in words; empty if nothing does.
std::string lackOf(VkPhysicalDevice physical, const VkPhysicalDeviceProperties& properties) {
    if (properties.apiVersion < VK_API_VERSION_1_3)
        return "Vulkan 1.3 (it offers " + std::to_string(VK_API_VERSION_MAJOR(properties.apiVersion)) + "." +
               std::to_string(VK_API_VERSION_MINOR(properties.apiVersion)) + ")";
    VkPhysicalDeviceVulkan13Features features13{VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_VULKAN_1_3_FEATURES};
    VkPhysicalDeviceVulkan12Features features12{VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_VULKAN_1_2_FEATURES, &features13};
    VkPhysicalDeviceFeatures2 features{VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_FEATURES_2, &features12};
    vkGetPhysicalDeviceFeatures2(physical, &features);
    if (!features13.dynamicRendering) return "dynamic rendering";
    if (!features13.synchronization2) return "synchronization2";
    if (!features13.maintenance4) return "maintenance4";
    if (!features12.scalarBlockLayout) return "the scalar block layout";
    if (!features.features.shaderStorageImageExtendedFormats) return "the extended storage image formats";
    if (!hasExtension(physical, VK_KHR_PUSH_DESCRIPTOR_EXTENSION_NAME))
        return "push descriptors (VK_KHR_push_descriptor)";
    if (!computeAndGraphicsFamily(physical)) return "a queue for both compute and graphics";
    return {};
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

int rank(DeviceKind kind) {
    switch (kind) {
        case DeviceKind::discrete:
            return 0;
        case DeviceKind::integrated:
            return 1;
        case DeviceKind::virtualised:
            return 2;
        case DeviceKind::other:
            return 3;
        case DeviceKind::cpu:
            return 4;
    }
    return 5;
}

bool matches(const DeviceSummary& summary, std::size_t index, const std::string& wanted) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(wanted.data(), wanted.data() + wanted.size(), number);
    if (error == std::errc{} && end == wanted.data() + wanted.size()) return number == index;
    const auto same = [](char a, char b) { return std::tolower(a) == std::tolower(b); };
    return std::search(summary.name.begin(), summary.name.end(), wanted.begin(), wanted.end(), same) !=
           summary.name.end();
}

[[noreturn]] void refuse(const std::vector<DeviceSummary>& all, const std::string& wanted) {
    if (all.empty())
        throw Error{
            "No Vulkan device was found; install a Vulkan 1.3 driver (mesa-vulkan-drivers has one for any CPU).",
            Exit::noDevice};
    std::string names, lacks;
    for (std::size_t i = 0; i < all.size(); ++i) {
        names += (i ? ", " : "") + std::to_string(i) + " " + all[i].name;
        if (!all[i].lacks.empty()) lacks += " " + all[i].name + " lacks " + all[i].lacks + ".";
    }
    if (lacks.empty() || std::none_of(all.begin(), all.end(), [&](const auto& s) {
            return !s.lacks.empty() && (wanted.empty() || matches(s, std::size_t(&s - all.data()), wanted));
        }))
        throw Error{"No Vulkan device matches \"" + wanted + "\"; there are: " + names + ".", Exit::noDevice};
    throw Error{"No usable Vulkan device:" + lacks, Exit::noDevice};
}

}  // namespace

std::vector<VkPhysicalDevice> physicalDevices(const Internals& in) {
    std::uint32_t count = 0;
    vkEnumeratePhysicalDevices(in.instance, &count, nullptr);
    std::vector<VkPhysicalDevice> all(count);
    vkEnumeratePhysicalDevices(in.instance, &count, all.data());
    return all;
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
    summary.lacks = lackOf(physical, properties.properties);
    return summary;
}

void choosePhysical(Internals& in, const std::string& wanted) {
    const std::vector<VkPhysicalDevice> physicals = physicalDevices(in);
    std::vector<DeviceSummary> all;
    for (VkPhysicalDevice physical : physicals) all.push_back(summarise(physical));
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!all[i].lacks.empty() || (!wanted.empty() && !matches(all[i], i, wanted))) continue;
        if (!best || rank(all[i].kind) < rank(all[*best].kind)) best = i;
    }
    if (!best) refuse(all, wanted);
    in.physical = physicals[*best];
    in.summary = all[*best];
    vkGetPhysicalDeviceProperties(in.physical, &in.properties);
    in.queueFamily = *computeAndGraphicsFamily(in.physical);
    std::uint32_t count = 0;
    vkGetPhysicalDeviceQueueFamilyProperties(in.physical, &count, nullptr);
    std::vector<VkQueueFamilyProperties> families(count);
    vkGetPhysicalDeviceQueueFamilyProperties(in.physical, &count, families.data());
    in.timestampBits = families[in.queueFamily].timestampValidBits;
}

}  // namespace inkheal::gpu
