#include "gpu/validation.h"

#include <algorithm>
#include <cstdio>
#include <string_view>

#include "gpu/present_support.h"

namespace inkheal::gpu {
namespace {

constexpr const char* layerName = "VK_LAYER_KHRONOS_validation";

constexpr int timesPrinted = 3;  // a mistake in a loop would else bury everything

VKAPI_ATTR VkBool32 VKAPI_CALL count(VkDebugUtilsMessageSeverityFlagBitsEXT, VkDebugUtilsMessageTypeFlagsEXT,
                                     const VkDebugUtilsMessengerCallbackDataEXT* said, void* internals) {
    Internals& in = *static_cast<Internals*>(internals);
    in.messages++;
    const std::lock_guard lock(in.saying);
    const int times = ++in.said[said->messageIdNumber];
    if (times <= timesPrinted) std::fprintf(stderr, "inkheal: validation: %s\n", said->pMessage);
    if (times == timesPrinted)
        std::fprintf(stderr, "inkheal: validation: further messages of this kind are only counted\n");
    return VK_FALSE;
}

bool layerInstalled() {
    const auto layers = listedOrNone<VkLayerProperties>(vkEnumerateInstanceLayerProperties);
    return std::any_of(layers.begin(), layers.end(),
                       [](const auto& l) { return std::string_view(l.layerName) == layerName; });
}

bool hasDebugUtils(bool validate) {
    const auto among = [](const char* layer) {
        const auto all = listedOrNone<VkExtensionProperties>([&](std::uint32_t* count, VkExtensionProperties* first) {
            return vkEnumerateInstanceExtensionProperties(layer, count, first);
        });
        return std::any_of(all.begin(), all.end(), [](const auto& e) {
            return std::string_view(e.extensionName) == VK_EXT_DEBUG_UTILS_EXTENSION_NAME;
        });
    };
    return among(nullptr) || (validate && among(layerName));
}

template <class Function>
Function find(const Internals& in, const char* name) {
    return reinterpret_cast<Function>(vkGetInstanceProcAddr(in.instance, name));
}

VkDebugUtilsMessengerCreateInfoEXT messengerInfo(Internals& in) {
    VkDebugUtilsMessengerCreateInfoEXT info{VK_STRUCTURE_TYPE_DEBUG_UTILS_MESSENGER_CREATE_INFO_EXT};
    info.messageSeverity =
        VK_DEBUG_UTILS_MESSAGE_SEVERITY_WARNING_BIT_EXT | VK_DEBUG_UTILS_MESSAGE_SEVERITY_ERROR_BIT_EXT;
    info.messageType = VK_DEBUG_UTILS_MESSAGE_TYPE_VALIDATION_BIT_EXT;
    info.pfnUserCallback = count;
    info.pUserData = &in;
    return info;
}

}  // namespace

void openInstance(Internals& in, bool validate, bool forWindow) {
    if (validate && !layerInstalled())
        throw Error{
            "Validation was asked for, but the Vulkan validation layers are not installed; install "
            "vulkan-validationlayers or leave --validate out.",
            Exit::noDevice};
    in.named = hasDebugUtils(validate);
    const VkApplicationInfo application{
        VK_STRUCTURE_TYPE_APPLICATION_INFO, nullptr, "inkheal", 1, "inkheal", 1, VK_API_VERSION_1_3};
    const VkValidationFeatureEnableEXT synchronization = VK_VALIDATION_FEATURE_ENABLE_SYNCHRONIZATION_VALIDATION_EXT;
    VkValidationFeaturesEXT features{VK_STRUCTURE_TYPE_VALIDATION_FEATURES_EXT};
    features.enabledValidationFeatureCount = 1;
    features.pEnabledValidationFeatures = &synchronization;
    std::vector<const char*> extensions;
    if (forWindow) extensions = surfaceExtensions();
    if (in.named) extensions.push_back(VK_EXT_DEBUG_UTILS_EXTENSION_NAME);
    VkInstanceCreateInfo info{VK_STRUCTURE_TYPE_INSTANCE_CREATE_INFO};
    info.pApplicationInfo = &application;
    info.enabledExtensionCount = std::uint32_t(extensions.size());
    info.ppEnabledExtensionNames = extensions.data();
    if (validate) {
        info.pNext = &features;
        info.enabledLayerCount = 1;
        info.ppEnabledLayerNames = &layerName;
    }
    if (vkCreateInstance(&info, nullptr, &in.instance) != VK_SUCCESS)
        throw Error{
            "No Vulkan driver could be loaded; install a Vulkan 1.3 driver (mesa-vulkan-drivers has one for any CPU).",
            Exit::noDevice};
    if (!in.named) return;
    in.setName = find<PFN_vkSetDebugUtilsObjectNameEXT>(in, "vkSetDebugUtilsObjectNameEXT");
    in.beginLabel = find<PFN_vkCmdBeginDebugUtilsLabelEXT>(in, "vkCmdBeginDebugUtilsLabelEXT");
    in.endLabel = find<PFN_vkCmdEndDebugUtilsLabelEXT>(in, "vkCmdEndDebugUtilsLabelEXT");
    if (!validate) return;
    const VkDebugUtilsMessengerCreateInfoEXT messenger = messengerInfo(in);
    const auto create = find<PFN_vkCreateDebugUtilsMessengerEXT>(in, "vkCreateDebugUtilsMessengerEXT");
    succeed(create(in.instance, &messenger, nullptr, &in.messenger), "vkCreateDebugUtilsMessengerEXT");
}

void closeInstance(Internals& in) {
    if (in.messenger)
        find<PFN_vkDestroyDebugUtilsMessengerEXT>(in, "vkDestroyDebugUtilsMessengerEXT")(in.instance, in.messenger,
                                                                                         nullptr);
    if (in.instance) vkDestroyInstance(in.instance, nullptr);
    in.instance = VK_NULL_HANDLE;
    in.messenger = VK_NULL_HANDLE;
}

}  // namespace inkheal::gpu
