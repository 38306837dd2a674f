#include "base/check.h"
#include "gpu/image.h"
#include "gpu/internals.h"

namespace inkheal::gpu {
namespace {

struct Row {
    Format format;
    std::uint32_t bytes;
    VkFormat vulkan;
    const char* name;
};

constexpr Row rows[] = {
    {Format::r32f, 4, VK_FORMAT_R32_SFLOAT, "r32f"},
    {Format::rg32f, 8, VK_FORMAT_R32G32_SFLOAT, "rg32f"},
    {Format::rgba32f, 16, VK_FORMAT_R32G32B32A32_SFLOAT, "rgba32f"},
    {Format::r16f, 2, VK_FORMAT_R16_SFLOAT, "r16f"},
    {Format::rg16f, 4, VK_FORMAT_R16G16_SFLOAT, "rg16f"},
    {Format::rgba16f, 8, VK_FORMAT_R16G16B16A16_SFLOAT, "rgba16f"},
    {Format::rg11b10f, 4, VK_FORMAT_B10G11R11_UFLOAT_PACK32, "rg11b10f"},
    {Format::r8, 1, VK_FORMAT_R8_UNORM, "r8"},
    {Format::rgba8, 4, VK_FORMAT_R8G8B8A8_UNORM, "rgba8"},
    {Format::r32u, 4, VK_FORMAT_R32_UINT, "r32u"},
    {Format::rg32u, 8, VK_FORMAT_R32G32_UINT, "rg32u"},
    {Format::rgba32u, 16, VK_FORMAT_R32G32B32A32_UINT, "rgba32u"},
    {Format::depth16, 2, VK_FORMAT_D16_UNORM, "depth16"},
    {Format::depth32f, 4, VK_FORMAT_D32_SFLOAT, "depth32f"},
};

const Row& rowOf(Format format) {
    for (const Row& row : rows)
        if (row.format == format) return row;
    checkFailed("an unknown image format", std::source_location::current());
}

}  // namespace

std::uint32_t bytesPerTexel(Format format) {
    return rowOf(format).bytes;
}
VkFormat vulkanFormat(Format format) {
    return rowOf(format).vulkan;
}
std::span<const Format> allFormats() {
    static const std::vector<Format> all = [] {
        std::vector<Format> list;
        for (const Row& row : rows) list.push_back(row.format);
        return list;
    }();
    return all;
}
const char* formatName(Format format) {
    return rowOf(format).name;
}

}  // namespace inkheal::gpu
