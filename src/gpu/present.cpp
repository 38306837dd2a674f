#include "gpu/present.h"

#include <algorithm>

#include "base/check.h"
#include "gpu/present_chain.h"
#include "gpu/resources.h"

namespace inkheal::gpu {
namespace {

constexpr VkImageSubresourceRange wholeImage{VK_IMAGE_ASPECT_COLOR_BIT, 0, 1, 0, 1};
// Clears and blits; acquire's semaphore is waited for in the same stages, so that the first change of layout waits too.
constexpr VkPipelineStageFlags2 filling = VK_PIPELINE_STAGE_2_ALL_TRANSFER_BIT;

void change(VkCommandBuffer commands, VkImage image, VkImageLayout from, VkImageLayout to) {
    VkImageMemoryBarrier2 barrier{VK_STRUCTURE_TYPE_IMAGE_MEMORY_BARRIER_2};
    barrier.srcStageMask = filling;
    barrier.srcAccessMask = from == VK_IMAGE_LAYOUT_UNDEFINED ? VK_ACCESS_2_NONE : VK_ACCESS_2_TRANSFER_WRITE_BIT;
    barrier.dstStageMask = filling;
    barrier.dstAccessMask = to == VK_IMAGE_LAYOUT_PRESENT_SRC_KHR ? VK_ACCESS_2_NONE : VK_ACCESS_2_TRANSFER_WRITE_BIT;
    barrier.oldLayout = from;
    barrier.newLayout = to;
    barrier.image = image;
    barrier.subresourceRange = wholeImage;
    VkDependencyInfo info{VK_STRUCTURE_TYPE_DEPENDENCY_INFO};
    info.imageMemoryBarrierCount = 1;
    info.pImageMemoryBarriers = &barrier;
    vkCmdPipelineBarrier2(commands, &info);
}

void lay(VkCommandBuffer commands, const Layer& layer, VkImage onto) {
    const Image& image = *layer.image;
    const PixelBox box = fitted(image.width(), image.height(), layer.place);
    if (box.width == 0 || box.height == 0) return;
    const bool scaled = box.width != image.width() || box.height != image.height();
    VkImageBlit region{};
    region.srcSubresource = region.dstSubresource = {VK_IMAGE_ASPECT_COLOR_BIT, 0, 0, 1};
    region.srcOffsets[1] = {image.width(), image.height(), 1};
    region.dstOffsets[0] = {box.x, box.y, 0};
    region.dstOffsets[1] = {box.x + box.width, box.y + box.height, 1};
    vkCmdBlitImage(commands, image.body().image, VK_IMAGE_LAYOUT_GENERAL, onto, VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL, 1,
                   &region, scaled ? VK_FILTER_LINEAR : VK_FILTER_NEAREST);
}

void checkLayer(const Layer& layer, VkExtent2D extent) {
    const PixelBox& p = layer.place;
    check(layer.image && *layer.image && layer.image->shape().format == Format::rgba8, "a layer is an rgba8 image");
    check(p.x >= 0 && p.y >= 0 && p.width >= 0 && p.height >= 0 && std::uint32_t(p.x + p.width) <= extent.width &&
              std::uint32_t(p.y + p.height) <= extent.height,
          "a layer lies within the window");
}

}  // namespace

PixelBox fitted(int width, int height, const PixelBox& place) {
    check(width > 0 && height > 0, "what is fitted has a shape");
    if (place.width <= 0 || place.height <= 0) return {place.x, place.y, 0, 0};
    const double scale = std::min(double(place.width) / width, double(place.height) / height);
    const int w = std::clamp(int(width * scale + 0.5), 1, place.width);
    const int h = std::clamp(int(height * scale + 0.5), 1, place.height);
    return {place.x + (place.width - w) / 2, place.y + (place.height - h) / 2, w, h};
}

struct Present::Body {
    Internals& in;
    PresentChain chain;
    VkCommandBuffer commands = VK_NULL_HANDLE;
    VkSemaphore acquired = VK_NULL_HANDLE;
    VkFence done = VK_NULL_HANDLE;

    Body(Internals& internals, GLFWwindow* window) : in(internals), chain(in, window) {}
    ~Body();

    void make();
    void record(VkImage onto, std::span<const Layer> layers, glm::vec3 background);
    void submit(VkSemaphore filled);
};

Present::Body::~Body() {
    vkQueueWaitIdle(in.queue);
    vkDestroyFence(in.device, done, nullptr);
    vkDestroySemaphore(in.device, acquired, nullptr);
    if (commands) vkFreeCommandBuffers(in.device, in.pool, 1, &commands);
}

void Present::Body::make() {
    VkCommandBufferAllocateInfo allocate{VK_STRUCTURE_TYPE_COMMAND_BUFFER_ALLOCATE_INFO};
    allocate.commandPool = in.pool;
    allocate.level = VK_COMMAND_BUFFER_LEVEL_PRIMARY;
    allocate.commandBufferCount = 1;
    succeed(vkAllocateCommandBuffers(in.device, &allocate, &commands), "vkAllocateCommandBuffers");
    const VkSemaphoreCreateInfo semaphore{VK_STRUCTURE_TYPE_SEMAPHORE_CREATE_INFO};
    succeed(vkCreateSemaphore(in.device, &semaphore, nullptr, &acquired), "vkCreateSemaphore");
    const VkFenceCreateInfo fence{VK_STRUCTURE_TYPE_FENCE_CREATE_INFO};
    succeed(vkCreateFence(in.device, &fence, nullptr, &done), "vkCreateFence");
}

void Present::Body::record(VkImage onto, std::span<const Layer> layers, glm::vec3 background) {
    VkCommandBufferBeginInfo begin{VK_STRUCTURE_TYPE_COMMAND_BUFFER_BEGIN_INFO};
    begin.flags = VK_COMMAND_BUFFER_USAGE_ONE_TIME_SUBMIT_BIT;
    succeed(vkBeginCommandBuffer(commands, &begin), "vkBeginCommandBuffer");
    fullBarrier(commands);
    change(commands, onto, VK_IMAGE_LAYOUT_UNDEFINED, VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL);
    const VkClearColorValue colour{{background.r, background.g, background.b, 1}};
    vkCmdClearColorImage(commands, onto, VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL, &colour, 1, &wholeImage);
    for (const Layer& layer : layers) {
        change(commands, onto, VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL, VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL);
        lay(commands, layer, onto);
    }
    change(commands, onto, VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL, VK_IMAGE_LAYOUT_PRESENT_SRC_KHR);
    succeed(vkEndCommandBuffer(commands), "vkEndCommandBuffer");
}

void Present::Body::submit(VkSemaphore filled) {
    VkSemaphoreSubmitInfo wait{VK_STRUCTURE_TYPE_SEMAPHORE_SUBMIT_INFO};
    wait.semaphore = acquired;
    wait.stageMask = filling;
    VkSemaphoreSubmitInfo signal{VK_STRUCTURE_TYPE_SEMAPHORE_SUBMIT_INFO};
    signal.semaphore = filled;
    signal.stageMask = VK_PIPELINE_STAGE_2_ALL_COMMANDS_BIT;
    VkCommandBufferSubmitInfo one{VK_STRUCTURE_TYPE_COMMAND_BUFFER_SUBMIT_INFO};
    one.commandBuffer = commands;
    VkSubmitInfo2 info{VK_STRUCTURE_TYPE_SUBMIT_INFO_2};
    info.waitSemaphoreInfoCount = 1;
    info.pWaitSemaphoreInfos = &wait;
    info.commandBufferInfoCount = 1;
    info.pCommandBufferInfos = &one;
    info.signalSemaphoreInfoCount = 1;
    info.pSignalSemaphoreInfos = &signal;
    succeed(vkQueueSubmit2(in.queue, 1, &info, done), "vkQueueSubmit2");
    succeed(vkWaitForFences(in.device, 1, &done, VK_TRUE, UINT64_MAX), "vkWaitForFences");
    succeed(vkResetFences(in.device, 1, &done), "vkResetFences");
}

Present::Present(Device& device, GLFWwindow* window) : body_(std::make_unique<Body>(device.internals(), window)) {
    body_->make();
}

Present::~Present() = default;

Present::Size Present::size() {
    const VkExtent2D extent = body_->chain.fit();
    return {int(extent.width), int(extent.height)};
}

bool Present::show(std::span<const Layer> layers, glm::vec3 background) {
    Body& body = *body_;
    const VkExtent2D extent = body.chain.extent();
    for (const Layer& layer : layers) checkLayer(layer, extent);
    const std::optional<std::uint32_t> index = body.chain.acquire(body.acquired);
    if (!index) return false;
    body.record(body.chain.image(*index), layers, background);
    body.submit(body.chain.filled(*index));
    return body.chain.present(*index);
}

}  // namespace inkheal::gpu
