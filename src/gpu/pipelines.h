#pragma once
// What Kernels and Rasters hold of Vulkan, freed with them also where making them fails half way. For gpu's own files
// only.

#include "gpu/kernel.h"
#include "gpu/reflect.h"

namespace inkheal::gpu {

void destroyPipeline(Device& device, const Layout& layout, VkPipeline pipeline);

/// A shader module for as long as a pipeline is made from it.
class Module {
 public:
    Module(const Internals& in, const EmbeddedShader& shader);
    ~Module() { vkDestroyShaderModule(device_, module_, nullptr); }
    Module(const Module&) = delete;
    Module& operator=(const Module&) = delete;

    VkPipelineShaderStageCreateInfo stage(VkShaderStageFlagBits stage) const;

 private:
    VkDevice device_;
    VkShaderModule module_ = VK_NULL_HANDLE;
};

struct Kernel::Body {
    Device* device = nullptr;
    std::string name;
    Interface declared;
    Layout layout;
    VkPipeline pipeline = VK_NULL_HANDLE;
    ~Body() { destroyPipeline(*device, layout, pipeline); }
};

struct Raster::Body {
    Device* device = nullptr;
    std::string name;
    Interface declared;
    Layout layout;
    RasterState state;
    VkPipeline pipeline = VK_NULL_HANDLE;
    ~Body() { destroyPipeline(*device, layout, pipeline); }
};

inline constexpr VkShaderStageFlags rasterStages = VK_SHADER_STAGE_VERTEX_BIT | VK_SHADER_STAGE_FRAGMENT_BIT;

}  // namespace inkheal::gpu
