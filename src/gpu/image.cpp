#include "gpu/image.h"

#include <bit>
#include <utility>

#include "base/check.h"
#include "gpu/resources.h"

namespace inkheal::gpu {
namespace {

VkImageUsageFlags usageOf(Format format) {
    const VkImageUsageFlags common =
        VK_IMAGE_USAGE_SAMPLED_BIT | VK_IMAGE_USAGE_TRANSFER_SRC_BIT | VK_IMAGE_USAGE_TRANSFER_DST_BIT;
    if (isDepth(format)) return common | VK_IMAGE_USAGE_DEPTH_STENCIL_ATTACHMENT_BIT;
    return common | VK_IMAGE_USAGE_STORAGE_BIT | VK_IMAGE_USAGE_COLOR_ATTACHMENT_BIT;
}

VkImageView makeView(const Image::Body& body, std::uint32_t mips) {
    const bool arrayed = body.shape.layers > 1 || body.shape.arrayed;
    VkImageViewCreateInfo info{VK_STRUCTURE_TYPE_IMAGE_VIEW_CREATE_INFO};
    info.image = body.image;
    info.viewType = arrayed ? VK_IMAGE_VIEW_TYPE_2D_ARRAY : VK_IMAGE_VIEW_TYPE_2D;
    info.format = vulkanFormat(body.shape.format);
    info.subresourceRange = {body.aspect(), 0, mips, 0, std::uint32_t(body.shape.layers)};
    VkImageView view = VK_NULL_HANDLE;
    succeed(vkCreateImageView(body.device->internals().device, &info, nullptr, &view), "vkCreateImageView");
    return view;
}

std::uint64_t bytesOf(const ImageShape& s) {
    return std::uint64_t(s.width) * std::uint64_t(s.height) * std::uint64_t(s.layers) * bytesPerTexel(s.format);
}

/// Refuses what passes the device's limits or the budget before the driver is asked for anything.
void expectFits(const Internals& in, const ImageShape& shape, const std::string& name) {
    const VkPhysicalDeviceLimits& limits = in.properties.limits;
    if (std::uint32_t(std::max(shape.width, shape.height)) > limits.maxImageDimension2D)
        throw Error{name + " would be " + std::to_string(shape.width) + " x " + std::to_string(shape.height) +
                    " texels; this device's images end at " + std::to_string(limits.maxImageDimension2D) + "."};
    if (std::uint32_t(shape.layers) > limits.maxImageArrayLayers)
        throw Error{name + " would have " + std::to_string(shape.layers) + " layers; this device's images end at " +
                    std::to_string(limits.maxImageArrayLayers) + "."};
    in.memory->expectRoomFor(bytesOf(shape), name);
}

/// Out of the undefined layout into the one it keeps, and to zero.
void settle(const Image::Body& body) {
    runAtOnce(*body.device, [&](VkCommandBuffer commands) {
        VkImageMemoryBarrier2 barrier{VK_STRUCTURE_TYPE_IMAGE_MEMORY_BARRIER_2};
        barrier.srcStageMask = barrier.dstStageMask = VK_PIPELINE_STAGE_2_ALL_COMMANDS_BIT;
        barrier.dstAccessMask = VK_ACCESS_2_MEMORY_READ_BIT | VK_ACCESS_2_MEMORY_WRITE_BIT;
        barrier.newLayout = VK_IMAGE_LAYOUT_GENERAL;
        barrier.image = body.image;
        barrier.subresourceRange = {body.aspect(), 0, body.mips, 0, std::uint32_t(body.shape.layers)};
        VkDependencyInfo info{VK_STRUCTURE_TYPE_DEPENDENCY_INFO};
        info.imageMemoryBarrierCount = 1;
        info.pImageMemoryBarriers = &barrier;
        vkCmdPipelineBarrier2(commands, &info);
        const VkClearColorValue zero{};
        const VkClearDepthStencilValue far{1.0f, 0};
        if (isDepth(body.shape.format))
            vkCmdClearDepthStencilImage(commands, body.image, VK_IMAGE_LAYOUT_GENERAL, &far, 1,
                                        &barrier.subresourceRange);
        else
            vkCmdClearColorImage(commands, body.image, VK_IMAGE_LAYOUT_GENERAL, &zero, 1, &barrier.subresourceRange);
    });
}

void destroy(Image::Body* body) {
    if (!body) return;
    Internals& in = body->device->internals();
    vkDestroyImageView(in.device, body->stored, nullptr);
    vkDestroyImageView(in.device, body->sampled, nullptr);
    vkDestroyImage(in.device, body->image, nullptr);
    in.memory->free(body->memory);
    delete body;
}

void destroy(Buffer::Body* body) {
    if (!body) return;
    Internals& in = body->device->internals();
    vkDestroyBuffer(in.device, body->buffer, nullptr);
    in.memory->free(body->memory);
    delete body;
}

}  // namespace

Image::Image(Device& device, std::string name, const ImageShape& shape) {
    check(shape.width > 0 && shape.height > 0 && shape.layers > 0, "an image has at least one texel");
    Internals& in = device.internals();
    expectFits(in, shape, name);
    auto body = std::unique_ptr<Body, void (*)(Body*)>(new Body{&device, std::move(name), shape}, destroy);
    if (shape.mips) body->mips = std::uint32_t(std::bit_width(unsigned(std::max(shape.width, shape.height))));
    VkImageCreateInfo info{VK_STRUCTURE_TYPE_IMAGE_CREATE_INFO};
    info.imageType = VK_IMAGE_TYPE_2D;
    info.format = vulkanFormat(shape.format);
    info.extent = {std::uint32_t(shape.width), std::uint32_t(shape.height), 1};
    info.mipLevels = body->mips;
    info.arrayLayers = std::uint32_t(shape.layers);
    info.samples = VK_SAMPLE_COUNT_1_BIT;
    info.tiling = VK_IMAGE_TILING_OPTIMAL;
    info.usage = usageOf(shape.format);
    succeed(vkCreateImage(in.device, &info, nullptr, &body->image), "vkCreateImage");
    VkMemoryRequirements needs;
    vkGetImageMemoryRequirements(in.device, body->image, &needs);
    body->memory = in.memory->allocate(needs, Memory::Use::image, body->name);
    succeed(vkBindImageMemory(in.device, body->image, body->memory.memory, body->memory.offset), "vkBindImageMemory");
    body->stored = makeView(*body, 1);
    body->sampled = makeView(*body, body->mips);
    in.name(VK_OBJECT_TYPE_IMAGE, reinterpret_cast<std::uint64_t>(body->image), body->name);
    in.name(VK_OBJECT_TYPE_IMAGE_VIEW, reinterpret_cast<std::uint64_t>(body->stored), body->name);
    in.name(VK_OBJECT_TYPE_IMAGE_VIEW, reinterpret_cast<std::uint64_t>(body->sampled), body->name + " (mips)");
    settle(*body);
    body_ = body.release();
}

Image::~Image() {
    destroy(body_);
}
Image::Image(Image&& other) noexcept : body_(std::exchange(other.body_, nullptr)) {}
Image& Image::operator=(Image&& other) noexcept {
    std::swap(body_, other.body_);
    return *this;
}

const std::string& Image::name() const {
    return body_->name;
}
const ImageShape& Image::shape() const {
    return body_->shape;
}
std::uint64_t Image::bytes() const {
    return bytesOf(body_->shape);
}

Buffer::Buffer(Device& device, std::string name, std::uint64_t bytes) {
    Internals& in = device.internals();
    const std::uint64_t most = in.properties.limits.maxStorageBufferRange;
    if (bytes > most)
        throw Error{name + " needs " + std::to_string(bytes >> 20) + " MiB; this device's buffers end at " +
                    std::to_string(most >> 20) + " MiB."};
    in.memory->expectRoomFor(bytes, name);
    auto body = std::unique_ptr<Body, void (*)(Body*)>(new Body{&device, std::move(name), bytes}, destroy);
    VkBufferCreateInfo info{VK_STRUCTURE_TYPE_BUFFER_CREATE_INFO};
    info.size = std::max<std::uint64_t>((bytes + 3) / 4 * 4, 16);
    info.usage = VK_BUFFER_USAGE_STORAGE_BUFFER_BIT | VK_BUFFER_USAGE_UNIFORM_BUFFER_BIT |
                 VK_BUFFER_USAGE_INDEX_BUFFER_BIT | VK_BUFFER_USAGE_INDIRECT_BUFFER_BIT |
                 VK_BUFFER_USAGE_TRANSFER_SRC_BIT | VK_BUFFER_USAGE_TRANSFER_DST_BIT;
    succeed(vkCreateBuffer(in.device, &info, nullptr, &body->buffer), "vkCreateBuffer");
    VkMemoryRequirements needs;
    vkGetBufferMemoryRequirements(in.device, body->buffer, &needs);
    body->memory = in.memory->allocate(needs, Memory::Use::buffer, body->name);
    succeed(vkBindBufferMemory(in.device, body->buffer, body->memory.memory, body->memory.offset),
            "vkBindBufferMemory");
    in.name(VK_OBJECT_TYPE_BUFFER, reinterpret_cast<std::uint64_t>(body->buffer), body->name);
    runAtOnce(device, [&](VkCommandBuffer commands) { vkCmdFillBuffer(commands, body->buffer, 0, VK_WHOLE_SIZE, 0); });
    body_ = body.release();
}

Buffer::~Buffer() {
    destroy(body_);
}
Buffer::Buffer(Buffer&& other) noexcept : body_(std::exchange(other.body_, nullptr)) {}
Buffer& Buffer::operator=(Buffer&& other) noexcept {
    std::swap(body_, other.body_);
    return *this;
}

const std::string& Buffer::name() const {
    return body_->name;
}
std::uint64_t Buffer::bytes() const {
    return body_->bytes;
}

}  // namespace inkheal::gpu
