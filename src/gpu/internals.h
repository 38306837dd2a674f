#pragma once
// The Vulkan handles behind a Device, and how a call that fails becomes a sentence. For gpu's own files only: no other
// room sees Vulkan.

#include <vulkan/vulkan.h>

#include <atomic>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <vector>

#include "base/error.h"
#include "gpu/device.h"
#include "gpu/image.h"
#include "gpu/memory.h"

namespace inkheal::gpu {

struct Internals {
    DeviceSummary summary;
    VkInstance instance = VK_NULL_HANDLE;
    VkDebugUtilsMessengerEXT messenger = VK_NULL_HANDLE;
    VkPhysicalDevice physical = VK_NULL_HANDLE;
    VkPhysicalDeviceProperties properties{};
    VkDevice device = VK_NULL_HANDLE;
    VkQueue queue = VK_NULL_HANDLE;
    std::uint32_t queueFamily = 0;
    std::uint32_t timestampBits = 0;
    VkCommandPool pool = VK_NULL_HANDLE;
    VkSampler sampler = VK_NULL_HANDLE, depthSampler = VK_NULL_HANDLE;
    VkPipelineCache cache = VK_NULL_HANDLE;
    std::filesystem::path cacheFile;
    std::unique_ptr<Memory> memory;
    std::uint64_t cacheChecksum = 0;  // of the driver's bytes in that file
    std::atomic<int> messages{0};
    std::mutex saying;
    std::map<std::int32_t, int> said;  // how often each message came, by its id
    bool named = false;                // debug utils are there

    PFN_vkCmdPushDescriptorSetKHR pushDescriptorSet = nullptr;
    PFN_vkSetDebugUtilsObjectNameEXT setName = nullptr;
    PFN_vkCmdBeginDebugUtilsLabelEXT beginLabel = nullptr;
    PFN_vkCmdEndDebugUtilsLabelEXT endLabel = nullptr;

    // One host-visible staging buffer, reused by every transfer.
    VkBuffer staging = VK_NULL_HANDLE;
    Allocation stagingMemory;

    void name(VkObjectType type, std::uint64_t handle, const std::string& text) const;
};

/// @throws Error naming the call and what the driver answered, unless it succeeded.
void succeed(VkResult result, const char* call, Exit exit = Exit::failed);

/// All that the driver lists in answer to ask(count, first); nothing where it fails to.
template <class T, class Ask>
std::vector<T> listedOrNone(Ask&& ask) {
    std::uint32_t count = 0;
    if (ask(&count, nullptr) != VK_SUCCESS) return {};
    std::vector<T> all(count);
    if (const VkResult result = ask(&count, all.data()); result != VK_SUCCESS && result != VK_INCOMPLETE) return {};
    all.resize(count);
    return all;
}

VkFormat vulkanFormat(Format format);
const char* formatName(Format format);
std::span<const Format> allFormats();

}  // namespace inkheal::gpu
