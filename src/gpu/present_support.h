#pragma once
// What showing pictures in a window takes of the instance and the device, asked of GLFW; glfwInit() comes first. For
// gpu's own files only.

#include <string>
#include <vector>

#include "gpu/internals.h"

namespace inkheal::gpu {

/// The instance extensions that make surfaces on this screen. @throws Error (noDevice) when the loader has none.
std::vector<const char*> surfaceExtensions();

/// What keeps the family of `physical` from showing pictures on this screen, in words; empty if nothing does.
std::string lackForWindow(VkInstance instance, VkPhysicalDevice physical, std::uint32_t family);

}  // namespace inkheal::gpu
