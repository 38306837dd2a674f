#include "gpu/memory.h"

#include <algorithm>
#include <optional>

#include "base/error.h"
#include "gpu/internals.h"

namespace inkheal::gpu {

/// A stretch of device memory and its free ranges, in order of offset.
struct Block {
    struct Range {
        VkDeviceSize offset, size;
    };
    VkDeviceMemory memory = VK_NULL_HANDLE;
    VkDeviceSize size = 0;
    std::uint32_t type = 0;
    Memory::Use use = Memory::Use::buffer;
    std::byte* mapped = nullptr;
    std::vector<Range> free;

    std::optional<VkDeviceSize> take(VkDeviceSize bytes, VkDeviceSize alignment) {
        for (auto range = free.begin(); range != free.end(); ++range) {
            const VkDeviceSize start = (range->offset + alignment - 1) / alignment * alignment;
            const VkDeviceSize end = range->offset + range->size;
            if (start + bytes > end) continue;
            const Range before{range->offset, start - range->offset}, after{start + bytes, end - start - bytes};
            range = free.erase(range);
            if (after.size) range = free.insert(range, after);
            if (before.size) free.insert(range, before);
            return start;
        }
        return std::nullopt;
    }

    void give(VkDeviceSize offset, VkDeviceSize bytes) {
        auto next = std::find_if(free.begin(), free.end(), [&](const Range& r) { return r.offset > offset; });
        next = free.insert(next, {offset, bytes});
        if (auto after = next + 1; after != free.end() && next->offset + next->size == after->offset) {
            next->size += after->size;
            free.erase(after);
        }
        if (next != free.begin())
            if (auto before = next - 1; before->offset + before->size == next->offset) {
                before->size += next->size;
                free.erase(next);
            }
    }
};

namespace {
constexpr VkDeviceSize blockBytes = VkDeviceSize(64) << 20;
}

Memory::Memory(VkPhysicalDevice physical, VkDevice device, std::uint64_t budgetBytes)
    : device_(device), budgetBytes_(budgetBytes) {
    vkGetPhysicalDeviceMemoryProperties(physical, &types_);
}

Memory::~Memory() {
    for (const Block& block : blocks_) vkFreeMemory(device_, block.memory, nullptr);
}

std::uint32_t Memory::typeFor(std::uint32_t allowed, VkMemoryPropertyFlags wanted, VkMemoryPropertyFlags needed) const {
    for (const VkMemoryPropertyFlags flags : {wanted | needed, needed})
        for (std::uint32_t i = 0; i < types_.memoryTypeCount; ++i)
            if ((allowed >> i & 1) && (types_.memoryTypes[i].propertyFlags & flags) == flags) return i;
    throw Error{"The Vulkan driver offers no memory of the kind that is needed.", Exit::noDevice};
}

Block& Memory::addBlock(std::uint32_t type, Use use, VkDeviceSize size, const std::string& name) {
    VkMemoryAllocateInfo info{VK_STRUCTURE_TYPE_MEMORY_ALLOCATE_INFO, nullptr, size, type};
    Block block;
    const VkResult result = vkAllocateMemory(device_, &info, nullptr, &block.memory);
    if (result != VK_SUCCESS)
        throw Error{"The device has no room for " + std::to_string(size >> 20) + " MiB more (" + name +
                    "); try a lower --quality or a smaller design."};
    block.size = size, block.type = type, block.use = use;
    block.free = {{0, size}};
    blocks_.push_back(std::move(block));
    if (use == Use::staging) {
        void* mapped = nullptr;
        succeed(vkMapMemory(device_, blocks_.back().memory, 0, VK_WHOLE_SIZE, 0, &mapped), "vkMapMemory");
        blocks_.back().mapped = static_cast<std::byte*>(mapped);
    }
    return blocks_.back();
}

void Memory::expectRoomFor(std::uint64_t bytes, const std::string& name) const {
    if (bytes <= budgetBytes_ - std::min(usedBytes_, budgetBytes_)) return;
    throw Error{name + " needs " + std::to_string(bytes >> 20) + " MiB, which would pass this device's limit of " +
                std::to_string(budgetBytes_ >> 20) + " MiB (" + std::to_string(usedBytes_ >> 20) +
                " MiB in use); try a lower --quality or a smaller design."};
}

Allocation Memory::allocate(const VkMemoryRequirements& needs, Use use, const std::string& name) {
    expectRoomFor(needs.size, name);
    const std::uint32_t type = use == Use::staging
                                   ? typeFor(needs.memoryTypeBits, VK_MEMORY_PROPERTY_HOST_CACHED_BIT,
                                             VK_MEMORY_PROPERTY_HOST_VISIBLE_BIT | VK_MEMORY_PROPERTY_HOST_COHERENT_BIT)
                                   : typeFor(needs.memoryTypeBits, VK_MEMORY_PROPERTY_DEVICE_LOCAL_BIT, 0);
    const auto within = [&](Block& block) -> std::optional<Allocation> {
        if (block.type != type || block.use != use) return std::nullopt;
        const std::optional<VkDeviceSize> offset = block.take(needs.size, needs.alignment);
        if (!offset) return std::nullopt;
        usedBytes_ += needs.size;
        return Allocation{block.memory, *offset, needs.size, block.mapped ? block.mapped + *offset : nullptr, &block};
    };
    for (Block& block : blocks_)
        if (const auto found = within(block)) return *found;
    return *within(addBlock(type, use, needs.size > blockBytes / 4 ? needs.size : blockBytes, name));
}

void Memory::free(const Allocation& allocation) {
    if (!allocation.block) return;
    Block& block = *allocation.block;
    block.give(allocation.offset, allocation.size);
    usedBytes_ -= allocation.size;
    if (block.free.size() != 1 || block.free.front().size != block.size) return;
    vkFreeMemory(device_, block.memory, nullptr);
    blocks_.remove_if([&](const Block& b) { return &b == &block; });
}

}  // namespace inkheal::gpu
