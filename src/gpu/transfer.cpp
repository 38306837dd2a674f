#include <algorithm>
#include <cstring>

#include "base/check.h"
#include "gpu/resources.h"

namespace inkheal::gpu {
namespace {

/// A run of whole rows of one layer that fits the staging buffer.
struct Slice {
    int layer, firstRow, rows;
    std::size_t firstByte, bytes;
};

template <class Visit>
void forSlices(const ImageShape& shape, std::size_t stagingBytes, Visit&& visit) {
    const std::size_t rowBytes = std::size_t(shape.width) * bytesPerTexel(shape.format);
    const int rowsAtOnce = int(std::min<std::size_t>(std::size_t(shape.height), stagingBytes / rowBytes));
    for (int layer = 0; layer < shape.layers; ++layer)
        for (int row = 0; row < shape.height; row += rowsAtOnce) {
            const int rows = std::min(rowsAtOnce, shape.height - row);
            const std::size_t first = (std::size_t(layer) * std::size_t(shape.height) + std::size_t(row)) * rowBytes;
            visit(Slice{layer, row, rows, first, std::size_t(rows) * rowBytes});
        }
}

VkBufferImageCopy regionOf(const Image::Body& image, const Slice& slice) {
    VkBufferImageCopy region{};
    region.imageSubresource = {image.aspect(), 0, std::uint32_t(slice.layer), 1};
    region.imageOffset = {0, slice.firstRow, 0};
    region.imageExtent = {std::uint32_t(image.shape.width), std::uint32_t(slice.rows), 1};
    return region;
}

}  // namespace

void fullBarrier(VkCommandBuffer commands) {
    VkMemoryBarrier2 barrier{VK_STRUCTURE_TYPE_MEMORY_BARRIER_2};
    barrier.srcStageMask = barrier.dstStageMask = VK_PIPELINE_STAGE_2_ALL_COMMANDS_BIT;
    barrier.srcAccessMask = VK_ACCESS_2_MEMORY_WRITE_BIT;
    barrier.dstAccessMask = VK_ACCESS_2_MEMORY_READ_BIT | VK_ACCESS_2_MEMORY_WRITE_BIT;
    VkDependencyInfo info{VK_STRUCTURE_TYPE_DEPENDENCY_INFO};
    info.memoryBarrierCount = 1;
    info.pMemoryBarriers = &barrier;
    vkCmdPipelineBarrier2(commands, &info);
}

void finish(const Internals& in, VkCommandBuffer commands) {
    succeed(vkEndCommandBuffer(commands), "vkEndCommandBuffer");
    VkCommandBufferSubmitInfo one{VK_STRUCTURE_TYPE_COMMAND_BUFFER_SUBMIT_INFO};
    one.commandBuffer = commands;
    VkSubmitInfo2 submit{VK_STRUCTURE_TYPE_SUBMIT_INFO_2};
    submit.commandBufferInfoCount = 1;
    submit.pCommandBufferInfos = &one;
    succeed(vkQueueSubmit2(in.queue, 1, &submit, VK_NULL_HANDLE), "vkQueueSubmit2");
    const VkResult waited = vkQueueWaitIdle(in.queue);
    // What the device still works on must not be destroyed on the way out.
    if (waited != VK_SUCCESS) vkDeviceWaitIdle(in.device);
    succeed(waited, "vkQueueWaitIdle");
}

VkCommandBuffer beginAtOnce(Internals& in) {
    VkCommandBufferAllocateInfo allocate{VK_STRUCTURE_TYPE_COMMAND_BUFFER_ALLOCATE_INFO};
    allocate.commandPool = in.pool;
    allocate.level = VK_COMMAND_BUFFER_LEVEL_PRIMARY;
    allocate.commandBufferCount = 1;
    VkCommandBuffer commands = VK_NULL_HANDLE;
    succeed(vkAllocateCommandBuffers(in.device, &allocate, &commands), "vkAllocateCommandBuffers");
    VkCommandBufferBeginInfo begin{VK_STRUCTURE_TYPE_COMMAND_BUFFER_BEGIN_INFO};
    begin.flags = VK_COMMAND_BUFFER_USAGE_ONE_TIME_SUBMIT_BIT;
    succeed(vkBeginCommandBuffer(commands, &begin), "vkBeginCommandBuffer");
    fullBarrier(commands);
    return commands;
}

void endAtOnce(Internals& in, VkCommandBuffer commands) {
    VkMemoryBarrier2 toHost{VK_STRUCTURE_TYPE_MEMORY_BARRIER_2};
    toHost.srcStageMask = VK_PIPELINE_STAGE_2_ALL_COMMANDS_BIT;
    toHost.srcAccessMask = VK_ACCESS_2_MEMORY_WRITE_BIT;
    toHost.dstStageMask = VK_PIPELINE_STAGE_2_HOST_BIT;
    toHost.dstAccessMask = VK_ACCESS_2_HOST_READ_BIT;
    VkDependencyInfo dependency{VK_STRUCTURE_TYPE_DEPENDENCY_INFO};
    dependency.memoryBarrierCount = 1;
    dependency.pMemoryBarriers = &toHost;
    vkCmdPipelineBarrier2(commands, &dependency);
    finish(in, commands);
    vkFreeCommandBuffers(in.device, in.pool, 1, &commands);
}

void Image::upload(std::span<const std::byte> texels) {
    checkEqual(texels.size(), std::size_t(bytes()), "bytes uploaded to the image " + name());
    Internals& in = body_->device->internals();
    forSlices(body_->shape, in.stagingMemory.size, [&](const Slice& slice) {
        std::memcpy(in.stagingMemory.mapped, texels.data() + slice.firstByte, slice.bytes);
        const VkBufferImageCopy region = regionOf(*body_, slice);
        runAtOnce(*body_->device, [&](VkCommandBuffer commands) {
            vkCmdCopyBufferToImage(commands, in.staging, body_->image, VK_IMAGE_LAYOUT_GENERAL, 1, &region);
        });
    });
}

std::vector<std::byte> Image::download() const {
    Internals& in = body_->device->internals();
    std::vector<std::byte> texels(bytes());
    forSlices(body_->shape, in.stagingMemory.size, [&](const Slice& slice) {
        const VkBufferImageCopy region = regionOf(*body_, slice);
        runAtOnce(*body_->device, [&](VkCommandBuffer commands) {
            vkCmdCopyImageToBuffer(commands, body_->image, VK_IMAGE_LAYOUT_GENERAL, in.staging, 1, &region);
        });
        std::memcpy(texels.data() + slice.firstByte, in.stagingMemory.mapped, slice.bytes);
    });
    return texels;
}

void Buffer::upload(std::span<const std::byte> data) {
    checkEqual(data.size(), std::size_t(bytes()), "bytes uploaded to the buffer " + name());
    Internals& in = body_->device->internals();
    for (std::size_t at = 0; at < data.size(); at += in.stagingMemory.size) {
        const std::size_t n = std::min<std::size_t>(in.stagingMemory.size, data.size() - at);
        std::memcpy(in.stagingMemory.mapped, data.data() + at, n);
        const VkBufferCopy region{0, at, n};
        runAtOnce(*body_->device,
                  [&](VkCommandBuffer commands) { vkCmdCopyBuffer(commands, in.staging, body_->buffer, 1, &region); });
    }
}

std::vector<std::byte> Buffer::download() const {
    Internals& in = body_->device->internals();
    std::vector<std::byte> data(bytes());
    for (std::size_t at = 0; at < data.size(); at += in.stagingMemory.size) {
        const std::size_t n = std::min<std::size_t>(in.stagingMemory.size, data.size() - at);
        const VkBufferCopy region{at, 0, n};
        runAtOnce(*body_->device,
                  [&](VkCommandBuffer commands) { vkCmdCopyBuffer(commands, body_->buffer, in.staging, 1, &region); });
        std::memcpy(data.data() + at, in.stagingMemory.mapped, n);
    }
    return data;
}

}  // namespace inkheal::gpu
