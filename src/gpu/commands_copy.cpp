#include <algorithm>

#include "base/check.h"
#include "gpu/recording.h"
#include "gpu/resources.h"

namespace inkheal::gpu {

void Commands::copy(const Image& from, Image& to) {
    const ImageShape &a = from.shape(), &b = to.shape();
    check(a.width == b.width && a.height == b.height && a.layers == b.layers && a.format == b.format,
          "images copied are of one shape");
    body_->begin();
    fullBarrier(body_->commands);
    VkImageCopy region{};
    region.srcSubresource = region.dstSubresource = {from.body().aspect(), 0, 0, std::uint32_t(a.layers)};
    region.extent = {std::uint32_t(a.width), std::uint32_t(a.height), 1};
    vkCmdCopyImage(body_->commands, from.body().image, VK_IMAGE_LAYOUT_GENERAL, to.body().image,
                   VK_IMAGE_LAYOUT_GENERAL, 1, &region);
    body_->count(from.bytes() * 2, 1);
}

void Commands::copy(const Buffer& from, Buffer& to) {
    checkEqual(from.bytes(), to.bytes(), "bytes of buffers copied");
    body_->begin();
    fullBarrier(body_->commands);
    const VkBufferCopy region{0, 0, from.bytes()};
    vkCmdCopyBuffer(body_->commands, from.body().buffer, to.body().buffer, 1, &region);
    body_->count(from.bytes() * 2, 1);
}

void Commands::clear(Image& image, float r, float g, float b, float a) {
    body_->begin();
    fullBarrier(body_->commands);
    const Image::Body& body = image.body();
    const VkImageSubresourceRange range{body.aspect(), 0, body.mips, 0, std::uint32_t(body.shape.layers)};
    const VkClearDepthStencilValue depth{r, 0};
    VkClearColorValue colour{};
    colour.float32[0] = r, colour.float32[1] = g, colour.float32[2] = b, colour.float32[3] = a;
    if (isDepth(body.shape.format))
        vkCmdClearDepthStencilImage(body_->commands, body.image, VK_IMAGE_LAYOUT_GENERAL, &depth, 1, &range);
    else
        vkCmdClearColorImage(body_->commands, body.image, VK_IMAGE_LAYOUT_GENERAL, &colour, 1, &range);
    body_->count(image.bytes(), 1);
}

void Commands::makeMips(Image& image) {
    const Image::Body& body = image.body();
    check(body.shape.mips, "the image was made with mips");
    body_->begin();
    int width = body.shape.width, height = body.shape.height;
    for (std::uint32_t mip = 1; mip < body.mips; ++mip) {
        fullBarrier(body_->commands);
        const int w = std::max(width / 2, 1), h = std::max(height / 2, 1);
        VkImageBlit region{};
        region.srcSubresource = {body.aspect(), mip - 1, 0, std::uint32_t(body.shape.layers)};
        region.dstSubresource = {body.aspect(), mip, 0, std::uint32_t(body.shape.layers)};
        region.srcOffsets[1] = {width, height, 1};
        region.dstOffsets[1] = {w, h, 1};
        vkCmdBlitImage(body_->commands, body.image, VK_IMAGE_LAYOUT_GENERAL, body.image, VK_IMAGE_LAYOUT_GENERAL, 1,
                       &region, VK_FILTER_LINEAR);
        width = w, height = h;
    }
    body_->count(image.bytes() * 5 / 3, 1);
}

}  // namespace inkheal::gpu
