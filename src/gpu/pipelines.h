#pragma once
// What Kernels and Rasters hold of Vulkan, for gpu's own files only.

#include "gpu/kernel.h"
#include "gpu/reflect.h"

namespace inkheal::gpu {

struct Kernel::Body {
    Device* device = nullptr;
    std::string name;
    Interface declared;
    Layout layout;
    VkPipeline pipeline = VK_NULL_HANDLE;
};

struct Raster::Body {
    Device* device = nullptr;
    std::string name;
    Interface declared;
    Layout layout;
    RasterState state;
    VkPipeline pipeline = VK_NULL_HANDLE;
};

inline constexpr VkShaderStageFlags rasterStages = VK_SHADER_STAGE_VERTEX_BIT | VK_SHADER_STAGE_FRAGMENT_BIT;

}  // namespace inkheal::gpu
