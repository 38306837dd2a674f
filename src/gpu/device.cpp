#include "gpu/device.h"

#include <algorithm>

#include "gpu/cache.h"
#include "gpu/choose.h"
#include "gpu/internals.h"
#include "gpu/validation.h"

namespace inkheal::gpu {
namespace {

constexpr std::uint64_t stagingBytes = std::uint64_t(32) << 20;
constexpr std::uint64_t cpuBudgetBytes = std::uint64_t(2) << 30;

void openDevice(Internals& in, bool forWindow) {
    const float priority = 1;
    VkDeviceQueueCreateInfo queue{VK_STRUCTURE_TYPE_DEVICE_QUEUE_CREATE_INFO};
    queue.queueFamilyIndex = in.queueFamily;
    queue.queueCount = 1;
    queue.pQueuePriorities = &priority;
    VkPhysicalDeviceVulkan13Features features13{VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_VULKAN_1_3_FEATURES};
    features13.dynamicRendering = features13.synchronization2 = VK_TRUE;
    features13.maintenance4 = VK_TRUE;  // glslc writes local sizes as LocalSizeId
    VkPhysicalDeviceVulkan12Features features12{VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_VULKAN_1_2_FEATURES, &features13};
    features12.scalarBlockLayout = VK_TRUE;
    VkPhysicalDeviceFeatures2 features{VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_FEATURES_2, &features12};
    features.features.shaderStorageImageExtendedFormats = VK_TRUE;
    features.features.geometryShader = VK_TRUE;  // for gl_PrimitiveID in fragment shaders
    const char* extensions[] = {VK_KHR_PUSH_DESCRIPTOR_EXTENSION_NAME, VK_KHR_SWAPCHAIN_EXTENSION_NAME};
    VkDeviceCreateInfo info{VK_STRUCTURE_TYPE_DEVICE_CREATE_INFO, &features};
    info.queueCreateInfoCount = 1;
    info.pQueueCreateInfos = &queue;
    info.enabledExtensionCount = forWindow ? 2 : 1;
    info.ppEnabledExtensionNames = extensions;
    succeed(vkCreateDevice(in.physical, &info, nullptr, &in.device), "vkCreateDevice", Exit::noDevice);
    vkGetDeviceQueue(in.device, in.queueFamily, 0, &in.queue);
    in.pushDescriptorSet =
        reinterpret_cast<PFN_vkCmdPushDescriptorSetKHR>(vkGetDeviceProcAddr(in.device, "vkCmdPushDescriptorSetKHR"));
}

void makeShared(Internals& in) {
    VkCommandPoolCreateInfo pool{VK_STRUCTURE_TYPE_COMMAND_POOL_CREATE_INFO};
    pool.flags = VK_COMMAND_POOL_CREATE_RESET_COMMAND_BUFFER_BIT;
    pool.queueFamilyIndex = in.queueFamily;
    succeed(vkCreateCommandPool(in.device, &pool, nullptr, &in.pool), "vkCreateCommandPool");

    VkSamplerCreateInfo sampler{VK_STRUCTURE_TYPE_SAMPLER_CREATE_INFO};
    sampler.magFilter = sampler.minFilter = VK_FILTER_LINEAR;
    sampler.mipmapMode = VK_SAMPLER_MIPMAP_MODE_LINEAR;
    sampler.addressModeU = sampler.addressModeV = sampler.addressModeW = VK_SAMPLER_ADDRESS_MODE_CLAMP_TO_EDGE;
    sampler.maxLod = VK_LOD_CLAMP_NONE;
    succeed(vkCreateSampler(in.device, &sampler, nullptr, &in.sampler), "vkCreateSampler");
    in.name(VK_OBJECT_TYPE_SAMPLER, reinterpret_cast<std::uint64_t>(in.sampler), "linear clamp");
    sampler.magFilter = sampler.minFilter = VK_FILTER_NEAREST;  // depth need not be filterable
    sampler.mipmapMode = VK_SAMPLER_MIPMAP_MODE_NEAREST;
    succeed(vkCreateSampler(in.device, &sampler, nullptr, &in.depthSampler), "vkCreateSampler");
    in.name(VK_OBJECT_TYPE_SAMPLER, reinterpret_cast<std::uint64_t>(in.depthSampler), "nearest clamp");

    VkBufferCreateInfo staging{VK_STRUCTURE_TYPE_BUFFER_CREATE_INFO};
    staging.size = stagingBytes;
    staging.usage = VK_BUFFER_USAGE_TRANSFER_SRC_BIT | VK_BUFFER_USAGE_TRANSFER_DST_BIT;
    succeed(vkCreateBuffer(in.device, &staging, nullptr, &in.staging), "vkCreateBuffer");
    VkMemoryRequirements needs;
    vkGetBufferMemoryRequirements(in.device, in.staging, &needs);
    in.stagingMemory = in.memory->allocate(needs, Memory::Use::staging, "staging");
    succeed(vkBindBufferMemory(in.device, in.staging, in.stagingMemory.memory, in.stagingMemory.offset),
            "vkBindBufferMemory");
    in.name(VK_OBJECT_TYPE_BUFFER, reinterpret_cast<std::uint64_t>(in.staging), "staging");
}

/// Undoes openInstance, openDevice and makeShared, as far as they came.
void close(Internals& in) {
    if (in.device) {
        vkDestroyPipelineCache(in.device, in.cache, nullptr);
        vkDestroyBuffer(in.device, in.staging, nullptr);
        in.memory.reset();
        vkDestroySampler(in.device, in.sampler, nullptr);
        vkDestroySampler(in.device, in.depthSampler, nullptr);
        vkDestroyCommandPool(in.device, in.pool, nullptr);
        vkDestroyDevice(in.device, nullptr);
        in.device = VK_NULL_HANDLE;
    }
    closeInstance(in);
}

std::uint64_t budgetOf(const DeviceSummary& summary) {
    const std::uint64_t most = summary.memoryBytes / 10 * 8;
    return summary.kind == DeviceKind::cpu ? std::min(most, cpuBudgetBytes) : most;
}

}  // namespace

void succeed(VkResult result, const char* call, Exit exit) {
    if (result == VK_SUCCESS) return;
    std::string why = "answered error " + std::to_string(int(result));
    if (result == VK_ERROR_DEVICE_LOST) why = "lost the device (it was reset or its driver failed)";
    if (result == VK_ERROR_OUT_OF_DEVICE_MEMORY) why = "is out of device memory";
    if (result == VK_ERROR_OUT_OF_HOST_MEMORY) why = "is out of host memory";
    if (result == VK_ERROR_INITIALIZATION_FAILED) why = "could not be initialised";
    throw Error{std::string("The Vulkan driver failed in ") + call + ": it " + why + ".", exit};
}

void Internals::name(VkObjectType type, std::uint64_t handle, const std::string& text) const {
    if (!setName) return;
    const VkDebugUtilsObjectNameInfoEXT info{VK_STRUCTURE_TYPE_DEBUG_UTILS_OBJECT_NAME_INFO_EXT, nullptr, type, handle,
                                             text.c_str()};
    setName(device, &info);
}

Device::Device(const DeviceChoice& choice) : internals_(std::make_unique<Internals>()) {
    Internals& in = *internals_;
    bool validate = choice.validate;
#ifdef INKHEAL_VALIDATE_BY_DEFAULT
    validate = true;
#endif
    try {
        openInstance(in, validate, choice.forWindow);
        choosePhysical(in, choice.wanted, choice.forWindow);
        openDevice(in, choice.forWindow);
        in.memory = std::make_unique<Memory>(in.physical, in.device, budgetOf(in.summary));
        openCache(in, choice.cacheFolder);
        makeShared(in);
    } catch (...) {
        close(in);
        throw;
    }
}

Device::~Device() {
    vkDeviceWaitIdle(internals_->device);
    saveCache();
    close(*internals_);
}

std::vector<DeviceSummary> Device::list() {
    Internals in;
    try {
        openInstance(in, false);
    } catch (const Error&) {
        return {};
    }
    std::vector<DeviceSummary> all;
    for (VkPhysicalDevice physical : physicalDevices(in)) all.push_back(summarise(physical));
    closeInstance(in);
    return all;
}

const DeviceSummary& Device::summary() const {
    return internals_->summary;
}
std::uint64_t Device::budgetBytes() const {
    return internals_->memory->budgetBytes();
}
std::uint64_t Device::usedBytes() const {
    return internals_->memory->usedBytes();
}
int Device::validationMessages() const {
    return internals_->messages;
}
void Device::saveCache() {
    writeCache(*internals_);
}

}  // namespace inkheal::gpu
