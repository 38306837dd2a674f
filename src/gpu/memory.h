#pragma once
// The one allocation scheme: blocks of 64 MiB per memory type, first fit inside them, a block of its own for what is
// larger than a quarter of one. Images and buffers never share a block, so the granularity rule holds by construction.

#include <vulkan/vulkan.h>

#include <cstdint>
#include <list>
#include <memory>
#include <string>
#include <vector>

namespace inkheal::gpu {

struct Block;

struct Allocation {
    VkDeviceMemory memory = VK_NULL_HANDLE;
    VkDeviceSize offset = 0;
    VkDeviceSize size = 0;
    std::byte* mapped = nullptr;  // where the host sees it, for host-visible memory
    Block* block = nullptr;
};

class Memory {
 public:
    Memory(VkPhysicalDevice physical, VkDevice device, std::uint64_t budgetBytes);
    ~Memory();

    enum class Use { image, buffer, staging };

    /// @throws Error naming the limit when `bytes` more would pass the budget; asks no driver.
    void expectRoomFor(std::uint64_t bytes, const std::string& name) const;

    /// @throws Error as above, or when the driver has no room.
    Allocation allocate(const VkMemoryRequirements& needs, Use use, const std::string& name);
    void free(const Allocation& allocation);

    std::uint64_t budgetBytes() const { return budgetBytes_; }
    std::uint64_t usedBytes() const { return usedBytes_; }

 private:
    std::uint32_t typeFor(std::uint32_t allowed, VkMemoryPropertyFlags wanted, VkMemoryPropertyFlags needed) const;
    Block& addBlock(std::uint32_t type, Use use, VkDeviceSize size, const std::string& name);

    VkDevice device_;
    VkPhysicalDeviceMemoryProperties types_{};
    std::uint64_t budgetBytes_, usedBytes_ = 0;
    std::list<Block> blocks_;
};

}  // namespace inkheal::gpu
