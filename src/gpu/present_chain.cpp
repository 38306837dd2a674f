#include "gpu/present_chain.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>

namespace inkheal::gpu {
namespace {

constexpr std::uint64_t patienceNs = 200'000'000;  // for an image; a hidden window may never give one back

[[noreturn]] void refuse(const Internals& in, const std::string& lack) {
    throw Error{"The device " + in.summary.name + " cannot show pictures in this window: it lacks " + lack + ".",
                Exit::noDevice};
}

/// A format that keeps bytes as they are: pictures are sRGB-encoded already, so an sRGB format would encode them twice.
VkSurfaceFormatKHR plainFormat(const Internals& in, VkSurfaceKHR surface) {
    const auto formats = listedOrNone<VkSurfaceFormatKHR>([&](std::uint32_t* count, VkSurfaceFormatKHR* first) {
        return vkGetPhysicalDeviceSurfaceFormatsKHR(in.physical, surface, count, first);
    });
    for (const VkFormat wanted : {VK_FORMAT_B8G8R8A8_UNORM, VK_FORMAT_R8G8B8A8_UNORM, VK_FORMAT_A8B8G8R8_UNORM_PACK32,
                                  VK_FORMAT_A2B10G10R10_UNORM_PACK32, VK_FORMAT_A2R10G10B10_UNORM_PACK32}) {
        VkFormatProperties able;
        vkGetPhysicalDeviceFormatProperties(in.physical, wanted, &able);
        if (!(able.optimalTilingFeatures & VK_FORMAT_FEATURE_BLIT_DST_BIT)) continue;
        for (const VkSurfaceFormatKHR& format : formats)
            if (format.format == wanted && format.colorSpace == VK_COLOR_SPACE_SRGB_NONLINEAR_KHR) return format;
    }
    refuse(in, "a plain 8-bit sRGB format");
}

VkCompositeAlphaFlagBitsKHR alphaOf(VkCompositeAlphaFlagsKHR able) {
    for (const auto wanted : {VK_COMPOSITE_ALPHA_OPAQUE_BIT_KHR, VK_COMPOSITE_ALPHA_INHERIT_BIT_KHR,
                              VK_COMPOSITE_ALPHA_PRE_MULTIPLIED_BIT_KHR})
        if (able & wanted) return wanted;
    return VK_COMPOSITE_ALPHA_POST_MULTIPLIED_BIT_KHR;
}

}  // namespace

PresentChain::PresentChain(Internals& in, GLFWwindow* window) : in_(in), window_(window) {
    try {
        makeSurface();
    } catch (...) {
        dropSurface();  // the instance goes after its surfaces
        throw;
    }
}

PresentChain::~PresentChain() {
    dropSurface();
}

void PresentChain::makeSurface() {
    succeed(glfwCreateWindowSurface(in_.instance, window_, nullptr, &surface_), "glfwCreateWindowSurface");
    VkBool32 able = VK_FALSE;
    succeed(vkGetPhysicalDeviceSurfaceSupportKHR(in_.physical, in_.queueFamily, surface_, &able),
            "vkGetPhysicalDeviceSurfaceSupportKHR");
    if (!able) refuse(in_, "a queue for it");
    format_ = plainFormat(in_, surface_);
    surfaceLost_ = false;
    stale_ = true;
}

VkExtent2D PresentChain::extentFor(const VkSurfaceCapabilitiesKHR& able) const {
    constexpr std::uint32_t windowSays = 0xFFFFFFFF;
    if (able.currentExtent.width != windowSays) return able.currentExtent;
    int width = 0, height = 0;
    glfwGetFramebufferSize(window_, &width, &height);
    if (width <= 0 || height <= 0) return {0, 0};
    return {std::clamp(std::uint32_t(width), able.minImageExtent.width, able.maxImageExtent.width),
            std::clamp(std::uint32_t(height), able.minImageExtent.height, able.maxImageExtent.height)};
}

void PresentChain::makeSwapchain(const VkSurfaceCapabilitiesKHR& able, VkExtent2D extent) {
    if (!(able.supportedUsageFlags & VK_IMAGE_USAGE_TRANSFER_DST_BIT)) refuse(in_, "windows that are copied into");
    VkSwapchainCreateInfoKHR info{VK_STRUCTURE_TYPE_SWAPCHAIN_CREATE_INFO_KHR};
    info.surface = surface_;
    info.minImageCount = able.minImageCount + 1;
    if (able.maxImageCount) info.minImageCount = std::min(info.minImageCount, able.maxImageCount);
    info.imageFormat = format_.format;
    info.imageColorSpace = format_.colorSpace;
    info.imageExtent = extent;
    info.imageArrayLayers = 1;
    info.imageUsage = VK_IMAGE_USAGE_TRANSFER_DST_BIT;
    info.preTransform = able.currentTransform;
    info.compositeAlpha = alphaOf(able.supportedCompositeAlpha);
    info.presentMode = VK_PRESENT_MODE_FIFO_KHR;
    info.clipped = VK_TRUE;
    info.oldSwapchain = swapchain_;
    VkSwapchainKHR made = VK_NULL_HANDLE;
    const VkResult result = vkCreateSwapchainKHR(in_.device, &info, nullptr, &made);
    drop();
    surfaceLost_ = result == VK_ERROR_SURFACE_LOST_KHR;
    if (surfaceLost_) return;
    succeed(result, "vkCreateSwapchainKHR");
    swapchain_ = made;
    extent_ = extent;
    images_ = listedOrNone<VkImage>([&](std::uint32_t* count, VkImage* first) {
        succeed(vkGetSwapchainImagesKHR(in_.device, swapchain_, count, first), "vkGetSwapchainImagesKHR");
        return VK_SUCCESS;
    });
    const VkSemaphoreCreateInfo semaphore{VK_STRUCTURE_TYPE_SEMAPHORE_CREATE_INFO};
    filled_.resize(images_.size(), VK_NULL_HANDLE);
    for (VkSemaphore& filled : filled_)
        succeed(vkCreateSemaphore(in_.device, &semaphore, nullptr, &filled), "vkCreateSemaphore");
}

/// Lets go of the swapchain after all that may still use it.
void PresentChain::drop() {
    vkQueueWaitIdle(in_.queue);
    for (VkSemaphore filled : filled_) vkDestroySemaphore(in_.device, filled, nullptr);
    filled_.clear();
    images_.clear();
    vkDestroySwapchainKHR(in_.device, swapchain_, nullptr);
    swapchain_ = VK_NULL_HANDLE;
    extent_ = {};
}

void PresentChain::dropSurface() {
    drop();
    vkDestroySurfaceKHR(in_.instance, surface_, nullptr);
    surface_ = VK_NULL_HANDLE;
}

/// False when the surface was lost on the way.
bool PresentChain::remake() {
    if (surfaceLost_) {
        dropSurface();
        makeSurface();
    }
    VkSurfaceCapabilitiesKHR able;
    const VkResult result = vkGetPhysicalDeviceSurfaceCapabilitiesKHR(in_.physical, surface_, &able);
    surfaceLost_ = result == VK_ERROR_SURFACE_LOST_KHR;
    if (surfaceLost_) return false;
    succeed(result, "vkGetPhysicalDeviceSurfaceCapabilitiesKHR");
    const VkExtent2D extent = extentFor(able);
    if (extent.width == 0 || extent.height == 0) {
        drop();
        return true;
    }
    makeSwapchain(able, extent);
    stale_ = surfaceLost_;
    return !surfaceLost_;
}

VkExtent2D PresentChain::fit() {
    int width = 0, height = 0;
    glfwGetFramebufferSize(window_, &width, &height);
    if (width <= 0 || height <= 0) return {};
    if (width != madeForWidth_ || height != madeForHeight_) stale_ = true;
    madeForWidth_ = width, madeForHeight_ = height;
    constexpr int tries = 3;
    for (int i = 0; stale_ && i < tries; ++i)
        if (remake()) break;
    if (surfaceLost_) throw Error{"The window lost its surface and a new one was lost as well."};
    return extent_;
}

std::optional<std::uint32_t> PresentChain::acquire(VkSemaphore acquired) {
    if (!swapchain_ || stale_) return std::nullopt;
    std::uint32_t index = 0;
    const VkResult result = vkAcquireNextImageKHR(in_.device, swapchain_, patienceNs, acquired, VK_NULL_HANDLE, &index);
    if (result == VK_TIMEOUT || result == VK_NOT_READY) return std::nullopt;
    stale_ = result != VK_SUCCESS;
    surfaceLost_ = result == VK_ERROR_SURFACE_LOST_KHR;
    if (result == VK_ERROR_OUT_OF_DATE_KHR || surfaceLost_) return std::nullopt;
    if (result != VK_SUBOPTIMAL_KHR) succeed(result, "vkAcquireNextImageKHR");
    return index;
}

bool PresentChain::present(std::uint32_t index) {
    VkPresentInfoKHR info{VK_STRUCTURE_TYPE_PRESENT_INFO_KHR};
    info.waitSemaphoreCount = 1;
    info.pWaitSemaphores = &filled_[index];
    info.swapchainCount = 1;
    info.pSwapchains = &swapchain_;
    info.pImageIndices = &index;
    const VkResult result = vkQueuePresentKHR(in_.queue, &info);
    if (result == VK_SUCCESS) return true;
    stale_ = true;
    surfaceLost_ = result == VK_ERROR_SURFACE_LOST_KHR;
    if (result == VK_ERROR_OUT_OF_DATE_KHR || surfaceLost_) return false;
    if (result != VK_SUBOPTIMAL_KHR) succeed(result, "vkQueuePresentKHR");
    return true;
}

}  // namespace inkheal::gpu
