#pragma once
// What Images and Buffers hold of Vulkan, and short recordings that run at once, for transfers and first clears. For
// gpu's own files only.

#include "gpu/image.h"
#include "gpu/internals.h"

namespace inkheal::gpu {

struct Image::Body {
    Device* device = nullptr;
    std::string name;
    ImageShape shape;
    VkImage image = VK_NULL_HANDLE;
    VkImageView stored = VK_NULL_HANDLE;   // mip 0, for storage and attachments
    VkImageView sampled = VK_NULL_HANDLE;  // all mips
    std::uint32_t mips = 1;
    Allocation memory;

    VkImageAspectFlags aspect() const {
        return isDepth(shape.format) ? VK_IMAGE_ASPECT_DEPTH_BIT : VK_IMAGE_ASPECT_COLOR_BIT;
    }
};

struct Buffer::Body {
    Device* device = nullptr;
    std::string name;
    std::uint64_t bytes = 0;
    VkBuffer buffer = VK_NULL_HANDLE;
    Allocation memory;
};

/// Orders everything recorded before against everything after.
void fullBarrier(VkCommandBuffer commands);

/// Ends the recording, submits it and waits until nothing of it runs any more, also where it throws.
void finish(const Internals& in, VkCommandBuffer commands);

/// Records with `record`, submits and waits.
template <class Record>
void runAtOnce(Device& device, Record&& record);

VkCommandBuffer beginAtOnce(Internals& in);
void endAtOnce(Internals& in, VkCommandBuffer commands);

template <class Record>
void runAtOnce(Device& device, Record&& record) {
    VkCommandBuffer commands = beginAtOnce(device.internals());
    record(commands);
    endAtOnce(device.internals(), commands);
}

}  // namespace inkheal::gpu
