#include "gpu/commands.h"

#include <algorithm>

#include "base/check.h"
#include "gpu/pipelines.h"
#include "gpu/recording.h"
#include "gpu/resources.h"

namespace inkheal::gpu {
namespace {

/// One use of a pipeline: what its shaders declare, and by what name a mistake is told.
struct Use {
    const Interface& declared;
    const Layout& layout;
    const std::string& name;
    VkPipelineBindPoint point;
    VkShaderStageFlags stages;
};

/// The image or buffer of one binding, checked against what the shader declares there.
struct Bound {
    VkWriteDescriptorSet write{VK_STRUCTURE_TYPE_WRITE_DESCRIPTOR_SET};
    VkDescriptorImageInfo image{};
    VkDescriptorBufferInfo buffer{};
};

Bound boundBuffer(const Binding& given, const std::string& what) {
    check(given.buffer && *given.buffer, (what + " wants a buffer").c_str());
    Bound bound;
    bound.buffer = {given.buffer->body().buffer, 0, VK_WHOLE_SIZE};
    bound.write.descriptorType = VK_DESCRIPTOR_TYPE_STORAGE_BUFFER;
    return bound;
}

Bound boundImage(const Binding& given, const Declared& d, const std::string& what, const Internals& in) {
    check(given.image && *given.image, (what + " wants an image").c_str());
    const Image::Body& image = given.image->body();
    checkEqual(image.shape.layers > 1 || image.shape.arrayed, d.arrayed, what + ", array or not, image " + image.name);
    if (d.format)
        checkEqual(std::string(formatName(image.shape.format)), formatName(*d.format),
                   what + ", format of image " + image.name);
    const bool stored = d.kind == Kind::storageImage;
    Bound bound;
    const VkSampler sampler = isDepth(image.shape.format) ? in.depthSampler : in.sampler;
    bound.image = {stored ? VK_NULL_HANDLE : sampler, stored ? image.stored : image.sampled, VK_IMAGE_LAYOUT_GENERAL};
    bound.write.descriptorType = stored ? VK_DESCRIPTOR_TYPE_STORAGE_IMAGE : VK_DESCRIPTOR_TYPE_COMBINED_IMAGE_SAMPLER;
    return bound;
}

/// Pushes the bindings and returns the bytes they let the shader move.
std::uint64_t pushBindings(const Internals& in, VkCommandBuffer commands, const Use& use,
                           std::span<const Binding> bindings) {
    checkEqual(bindings.size(), use.declared.bindings.size(), "bindings of " + use.name);
    std::vector<Bound> bound;
    std::vector<VkWriteDescriptorSet> writes;
    std::uint64_t bytes = 0;
    for (std::size_t i = 0; i < bindings.size(); ++i) {
        const Binding& given = bindings[i];
        const Declared& d = use.declared.bindings[i];
        const std::string what =
            "binding " + std::to_string(i) + (d.name.empty() ? "" : " (" + d.name + ")") + " of " + use.name;
        const bool buffer = d.kind == Kind::storageBuffer;
        bound.push_back(buffer ? boundBuffer(given, what) : boundImage(given, d, what, in));
        check(given.writable || !d.writes, (what + " is written, but given as const").c_str());
        const std::uint64_t whole = buffer ? given.buffer->bytes() : given.image->bytes();
        bytes += std::uint64_t(given.share * double(whole)) * (unsigned(d.reads) + unsigned(d.writes));
    }
    for (Bound& b : bound) {
        b.write.dstBinding = std::uint32_t(writes.size());
        b.write.descriptorCount = 1;
        b.write.pImageInfo = &b.image;
        b.write.pBufferInfo = &b.buffer;
        writes.push_back(b.write);
    }
    if (!writes.empty())
        in.pushDescriptorSet(commands, use.point, use.layout.pipeline, 0, std::uint32_t(writes.size()), writes.data());
    return bytes;
}

void pushConstants(VkCommandBuffer commands, const Use& use, std::span<const std::byte> push) {
    if (!use.declared.pushBytes) return;
    checkEqual(push.size(), std::size_t(use.declared.pushBytes), "bytes of the push block of " + use.name);
    vkCmdPushConstants(commands, use.layout.pipeline, use.stages, 0, std::uint32_t(push.size()), push.data());
}

/// Groups of `local` threads that hold n, within what the device can count.
std::uint32_t groupsFor(int n, std::uint32_t local, std::uint32_t most, const std::string& name) {
    check(n > 0, (name + " runs with at least one thread").c_str());
    const std::uint32_t groups = (std::uint32_t(n) + local - 1) / local;
    if (groups > most)
        throw Error{name + " would need " + std::to_string(groups) + " groups; this device counts to " +
                    std::to_string(most) + "."};
    return groups;
}

VkRenderingAttachmentInfo attachmentOf(const Image& image, bool clear) {
    VkRenderingAttachmentInfo info{VK_STRUCTURE_TYPE_RENDERING_ATTACHMENT_INFO};
    info.imageView = image.body().stored;
    info.imageLayout = VK_IMAGE_LAYOUT_GENERAL;
    info.loadOp = clear ? VK_ATTACHMENT_LOAD_OP_CLEAR : VK_ATTACHMENT_LOAD_OP_LOAD;
    info.storeOp = VK_ATTACHMENT_STORE_OP_STORE;
    if (isDepth(image.shape().format)) info.clearValue.depthStencil = {1.0f, 0};
    return info;
}

/// Any of the targets, after all of them were found to fit the pipeline and each other.
const Image& checkedTargets(const Raster::Body& r, const Targets& targets) {
    checkEqual(targets.colours.size(), r.state.colours.size(), "colour targets of " + r.name);
    checkEqual(targets.depth != nullptr, r.state.depth, "depth target of " + r.name);
    check(targets.depth || !targets.colours.empty(), (r.name + " draws into a target").c_str());
    const Image& any = targets.depth ? *targets.depth : *targets.colours[0];
    const auto expect = [&](const Image& image, Format format) {
        checkEqual(std::string(formatName(image.shape().format)), formatName(format),
                   "format of " + image.name() + ", a target of " + r.name);
        checkEqual(image.width(), any.width(), "width of the targets of " + r.name);
        checkEqual(image.height(), any.height(), "height of the targets of " + r.name);
    };
    if (targets.depth) expect(*targets.depth, r.state.depthFormat);
    for (std::size_t i = 0; i < targets.colours.size(); ++i) expect(*targets.colours[i], r.state.colours[i]);
    return any;
}

}  // namespace

void Commands::runBytes(const Kernel& kernel, std::span<const std::byte> push, std::span<const Binding> bindings,
                        Extent threads) {
    const Kernel::Body& k = kernel.body();
    if (threads.x == 0) {
        const auto first = std::find_if(bindings.begin(), bindings.end(), [](const Binding& b) { return b.image; });
        check(first != bindings.end(), "a kernel without images is told how many threads it has");
        const ImageShape& shape = first->image->shape();
        threads = {shape.width, shape.height, shape.layers};
    }
    const std::uint32_t* most = body_->in.properties.limits.maxComputeWorkGroupCount;
    const std::uint32_t x = groupsFor(threads.x, k.declared.local[0], most[0], k.name),
                        y = groupsFor(threads.y, k.declared.local[1], most[1], k.name),
                        z = groupsFor(threads.z, k.declared.local[2], most[2], k.name);
    const Use use{k.declared, k.layout, k.name, VK_PIPELINE_BIND_POINT_COMPUTE, VK_SHADER_STAGE_COMPUTE_BIT};
    body_->begin();
    fullBarrier(body_->commands);
    vkCmdBindPipeline(body_->commands, use.point, k.pipeline);
    body_->count(pushBindings(body_->in, body_->commands, use, bindings), 1);
    pushConstants(body_->commands, use, push);
    vkCmdDispatch(body_->commands, x, y, z);
}

void Commands::drawBytes(const Raster& raster, std::span<const std::byte> push, std::span<const Binding> bindings,
                         const Targets& targets, int vertices, const Buffer* indices) {
    const std::uint64_t indexBytes = std::uint64_t(vertices) * sizeof(std::uint32_t);
    check(!indices || indices->bytes() >= indexBytes,
          (raster.body().name + " has as many indices as it draws").c_str());
    const Raster::Body& r = raster.body();
    const Image& any = checkedTargets(r, targets);
    std::vector<VkRenderingAttachmentInfo> colours;
    for (const Image* image : targets.colours) colours.push_back(attachmentOf(*image, targets.clear));
    VkRenderingAttachmentInfo depth{};
    if (targets.depth) depth = attachmentOf(*targets.depth, targets.clear);
    const std::uint32_t width = std::uint32_t(any.width()), height = std::uint32_t(any.height());
    VkRenderingInfo info{VK_STRUCTURE_TYPE_RENDERING_INFO};
    info.renderArea = {{0, 0}, {width, height}};
    info.layerCount = 1;
    info.colorAttachmentCount = std::uint32_t(colours.size());
    info.pColorAttachments = colours.data();
    info.pDepthAttachment = targets.depth ? &depth : nullptr;

    const Use use{r.declared, r.layout, r.name, VK_PIPELINE_BIND_POINT_GRAPHICS, rasterStages};
    const VkCommandBuffer commands = body_->commands;
    body_->begin();
    fullBarrier(commands);
    vkCmdBeginRendering(commands, &info);
    const VkViewport viewport{0, float(height), float(width), -float(height), 0, 1};
    const VkRect2D scissor{{0, 0}, {width, height}};
    vkCmdSetViewport(commands, 0, 1, &viewport);
    vkCmdSetScissor(commands, 0, 1, &scissor);
    vkCmdBindPipeline(commands, use.point, r.pipeline);
    std::uint64_t bytes = pushBindings(body_->in, commands, use, bindings);
    pushConstants(commands, use, push);
    if (indices) {
        vkCmdBindIndexBuffer(commands, indices->body().buffer, 0, VK_INDEX_TYPE_UINT32);
        vkCmdDrawIndexed(commands, std::uint32_t(vertices), 1, 0, 0, 0);
        bytes += indexBytes;
    } else {
        vkCmdDraw(commands, std::uint32_t(vertices), 1, 0, 0);
    }
    vkCmdEndRendering(commands);
    const double share = targets.clear ? 1 : targets.touched;
    if (targets.depth) bytes += std::uint64_t(share * double(targets.depth->bytes()));
    for (const Image* image : targets.colours) bytes += std::uint64_t(share * double(image->bytes()));
    body_->count(bytes, 1);
}

}  // namespace inkheal::gpu
