#include "gpu/present_support.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>
#include <string_view>

namespace inkheal::gpu {

std::vector<const char*> surfaceExtensions() {
    std::uint32_t count = 0;
    const char** names = glfwGetRequiredInstanceExtensions(&count);
    if (!names)
        throw Error{
            "The Vulkan loader here cannot show pictures in a window on this screen; `inkheal render` makes them "
            "without one.",
            Exit::noDevice};
    return {names, names + count};
}

std::string lackForWindow(VkInstance instance, VkPhysicalDevice physical, std::uint32_t family) {
    const auto all = listedOrNone<VkExtensionProperties>([&](std::uint32_t* count, VkExtensionProperties* first) {
        return vkEnumerateDeviceExtensionProperties(physical, nullptr, count, first);
    });
    const bool swapchains = std::any_of(all.begin(), all.end(), [](const VkExtensionProperties& e) {
        return std::string_view(e.extensionName) == VK_KHR_SWAPCHAIN_EXTENSION_NAME;
    });
    if (!swapchains) return "swapchains (VK_KHR_swapchain), which show pictures in a window";
    if (!glfwGetPhysicalDevicePresentationSupport(instance, physical, family))
        return "a way to show pictures in a window on this screen";
    return {};
}

}  // namespace inkheal::gpu
