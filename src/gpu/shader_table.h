#pragma once
// The SPIR-V compiled by glslc at build time and embedded in the executable. Kernels and Rasters look their shaders up
// here by the path below shaders/, e.g. "healing/inflame.comp".

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace inkheal::gpu {

struct EmbeddedShader {
    std::string_view path;
    std::span<const std::uint32_t> words;
};

/// All embedded shaders, in the order of their paths.
std::span<const EmbeddedShader> shaderTable();

}  // namespace inkheal::gpu
