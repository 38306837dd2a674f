#pragma once
// What a shader declares, read from its SPIR-V: the bindings of set 0, the push block's size, the local size.
// Kernels and Rasters make their layouts from it, Commands check every use against it.

#include <optional>
#include <string>
#include <vector>

#include "gpu/image.h"
#include "gpu/internals.h"
#include "gpu/shader_table.h"

namespace inkheal::gpu {

enum class Kind { storageImage, sampledImage, storageBuffer };

struct Declared {
    std::uint32_t binding = 0;
    Kind kind = Kind::storageBuffer;
    std::optional<Format> format;  // of a storage image
    bool arrayed = false;
    bool reads = true, writes = true;
    std::string name;  // only where the shader was compiled with -g
};

struct Interface {
    std::vector<Declared> bindings;  // by binding number, 0, 1, 2 ...
    std::uint32_t pushBytes = 0;
    std::uint32_t local[3] = {1, 1, 1};
};

/// The embedded shader "room/file.stage". Unknown: our mistake.
const EmbeddedShader& shaderNamed(const std::string& path);

Interface interfaceOf(const EmbeddedShader& shader);

/// Both stages' bindings in one list; where both declare one, it must be alike.
Interface merged(const Interface& a, const Interface& b);

/// Descriptor set layout (push descriptors) and pipeline layout of an interface; the holder destroys what was made,
/// even where making the rest failed.
struct Layout {
    VkDescriptorSetLayout set = VK_NULL_HANDLE;
    VkPipelineLayout pipeline = VK_NULL_HANDLE;
};
void makeLayout(const Internals& in, const Interface& declared, VkShaderStageFlags stages, const std::string& name,
                Layout& layout);

}  // namespace inkheal::gpu
