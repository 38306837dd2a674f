#include "gpu/commands.h"

#include <algorithm>
#include <utility>

#include "base/check.h"
#include "base/interrupt.h"
#include "gpu/pipelines.h"
#include "gpu/resources.h"

namespace inkheal::gpu {
namespace {

constexpr std::uint32_t mostSections = 4096;  // sections in one submit; two timestamps each

}  // namespace

struct Commands::Body {
    Device& device;
    Internals& in;
    VkCommandBuffer commands = VK_NULL_HANDLE;
    VkQueryPool stamps = VK_NULL_HANDLE;
    bool recording = false;

    struct Open {
        std::size_t section;
        std::uint32_t stamp;
    };
    struct Pair {
        std::size_t section;
        std::uint32_t begin, end;
    };
    std::vector<Open> open;
    std::vector<Pair> pairs;
    std::uint32_t nextStamp = 0;
    std::vector<SectionTime> sections, times, totals;

    void addToTotals();

    void begin();
    void pushBindings(const Interface& declared, const Layout& layout, VkPipelineBindPoint point,
                      const std::string& name, std::span<const Binding> bindings);
    void pushConstants(const Interface& declared, const Layout& layout, VkShaderStageFlags stages,
                       const std::string& name, std::span<const std::byte> push);
    void count(std::uint64_t bytes, int runs);
    std::uint32_t stamp();
};

void Commands::Body::begin() {
    if (recording) return;
    VkCommandBufferBeginInfo info{VK_STRUCTURE_TYPE_COMMAND_BUFFER_BEGIN_INFO};
    info.flags = VK_COMMAND_BUFFER_USAGE_ONE_TIME_SUBMIT_BIT;
    succeed(vkBeginCommandBuffer(commands, &info), "vkBeginCommandBuffer");
    if (stamps) vkCmdResetQueryPool(commands, stamps, 0, mostSections * 2);
    recording = true;
    nextStamp = 0;
    sections.clear();
    pairs.clear();
}

std::uint32_t Commands::Body::stamp() {
    begin();
    const std::uint32_t index = nextStamp++;
    if (stamps && index < mostSections * 2)
        vkCmdWriteTimestamp2(commands, VK_PIPELINE_STAGE_2_ALL_COMMANDS_BIT, stamps, index);
    return index;
}

void Commands::Body::count(std::uint64_t bytes, int runs) {
    for (const Open& o : open) {
        sections[o.section].bytes += bytes;
        sections[o.section].runs += runs;
    }
}

void Commands::Body::pushBindings(const Interface& declared, const Layout& layout, VkPipelineBindPoint point,
                                  const std::string& name, std::span<const Binding> bindings) {
    checkEqual(bindings.size(), declared.bindings.size(), "bindings of " + name);
    std::vector<VkWriteDescriptorSet> writes(bindings.size());
    std::vector<VkDescriptorImageInfo> images(bindings.size());
    std::vector<VkDescriptorBufferInfo> buffers(bindings.size());
    std::uint64_t bytes = 0;
    for (std::size_t i = 0; i < bindings.size(); ++i) {
        const Binding& given = bindings[i];
        const Declared& d = declared.bindings[i];
        const std::string what = "binding " + std::to_string(i) + " (" + d.name + ") of " + name;
        check(given.writable || !d.writes, (what + " is written, but given as const").c_str());
        writes[i] = {VK_STRUCTURE_TYPE_WRITE_DESCRIPTOR_SET};
        writes[i].dstBinding = std::uint32_t(i);
        writes[i].descriptorCount = 1;
        if (d.kind == Kind::storageBuffer) {
            check(given.buffer && *given.buffer, (what + " wants a buffer").c_str());
            buffers[i] = {given.buffer->body().buffer, 0, VK_WHOLE_SIZE};
            writes[i].descriptorType = VK_DESCRIPTOR_TYPE_STORAGE_BUFFER;
            writes[i].pBufferInfo = &buffers[i];
            bytes += given.buffer->bytes() * (unsigned(d.reads) + unsigned(d.writes));
            continue;
        }
        check(given.image && *given.image, (what + " wants an image").c_str());
        const Image::Body& image = given.image->body();
        checkEqual(image.shape.layers > 1 || image.shape.arrayed, d.arrayed,
                   what + ", array or not, image " + image.name);
        if (d.format) checkEqual(int(image.shape.format), int(*d.format), what + ", format of image " + image.name);
        const bool stored = d.kind == Kind::storageImage;
        images[i] = {stored ? VK_NULL_HANDLE : in.sampler, stored ? image.stored : image.sampled,
                     VK_IMAGE_LAYOUT_GENERAL};
        writes[i].descriptorType =
            stored ? VK_DESCRIPTOR_TYPE_STORAGE_IMAGE : VK_DESCRIPTOR_TYPE_COMBINED_IMAGE_SAMPLER;
        writes[i].pImageInfo = &images[i];
        bytes += given.image->bytes() * (unsigned(d.reads) + unsigned(d.writes));
    }
    if (!writes.empty())
        in.pushDescriptorSet(commands, point, layout.pipeline, 0, std::uint32_t(writes.size()), writes.data());
    count(bytes, 1);
}

void Commands::Body::pushConstants(const Interface& declared, const Layout& layout, VkShaderStageFlags stages,
                                   const std::string& name, std::span<const std::byte> push) {
    if (!declared.pushBytes) return;
    checkEqual(push.size(), std::size_t(declared.pushBytes), "bytes of the push block of " + name);
    vkCmdPushConstants(commands, layout.pipeline, stages, 0, std::uint32_t(push.size()), push.data());
}

void Commands::Body::addToTotals() {
    for (const SectionTime& time : times) {
        const auto same = [&](const SectionTime& s) { return s.name == time.name; };
        const auto found = std::find_if(totals.begin(), totals.end(), same);
        if (found == totals.end()) {
            totals.push_back(time);
            continue;
        }
        found->milliseconds += time.milliseconds;
        found->bytes += time.bytes;
        found->runs += time.runs;
    }
}

Commands::Commands(Device& device) : body_(new Body{device, device.internals()}) {
    Internals& in = body_->in;
    VkCommandBufferAllocateInfo allocate{VK_STRUCTURE_TYPE_COMMAND_BUFFER_ALLOCATE_INFO};
    allocate.commandPool = in.pool;
    allocate.level = VK_COMMAND_BUFFER_LEVEL_PRIMARY;
    allocate.commandBufferCount = 1;
    succeed(vkAllocateCommandBuffers(in.device, &allocate, &body_->commands), "vkAllocateCommandBuffers");
    if (!in.timestampBits) return;
    VkQueryPoolCreateInfo info{VK_STRUCTURE_TYPE_QUERY_POOL_CREATE_INFO};
    info.queryType = VK_QUERY_TYPE_TIMESTAMP;
    info.queryCount = mostSections * 2;
    succeed(vkCreateQueryPool(in.device, &info, nullptr, &body_->stamps), "vkCreateQueryPool");
}

Commands::~Commands() {
    const Internals& in = body_->in;
    if (body_->stamps) vkDestroyQueryPool(in.device, body_->stamps, nullptr);
    vkFreeCommandBuffers(in.device, in.pool, 1, &body_->commands);
}

Commands::Section::Section(Commands& commands, std::string_view name) : commands_(commands) {
    Body& body = *commands.body_;
    body.begin();
    const std::string text(name);
    if (body.in.beginLabel) {
        const VkDebugUtilsLabelEXT label{VK_STRUCTURE_TYPE_DEBUG_UTILS_LABEL_EXT, nullptr, text.c_str(), {}};
        body.in.beginLabel(body.commands, &label);
    }
    const auto same = [&](const SectionTime& s) { return s.name == name; };
    auto found = std::find_if(body.sections.begin(), body.sections.end(), same);
    if (found == body.sections.end()) found = body.sections.insert(found, {text, 0, 0, 0});
    body.open.push_back({std::size_t(found - body.sections.begin()), body.stamp()});
}

Commands::Section::~Section() {
    Body& body = *commands_.body_;
    // A submit inside a section closed it.
    if (body.open.empty()) return;
    body.pairs.push_back({body.open.back().section, body.open.back().stamp, body.stamp()});
    body.open.pop_back();
    if (body.in.endLabel) body.in.endLabel(body.commands);
}

void Commands::runBytes(const Kernel& kernel, std::span<const std::byte> push, std::span<const Binding> bindings,
                        Extent threads) {
    const Kernel::Body& k = kernel.body();
    if (threads.x == 0) {
        const auto first = std::find_if(bindings.begin(), bindings.end(), [](const Binding& b) { return b.image; });
        check(first != bindings.end(), "a kernel without images is told how many threads it has");
        const ImageShape& shape = first->image->shape();
        threads = {shape.width, shape.height, shape.layers};
    }
    body_->begin();
    fullBarrier(body_->commands);
    vkCmdBindPipeline(body_->commands, VK_PIPELINE_BIND_POINT_COMPUTE, k.pipeline);
    body_->pushBindings(k.declared, k.layout, VK_PIPELINE_BIND_POINT_COMPUTE, k.name, bindings);
    body_->pushConstants(k.declared, k.layout, VK_SHADER_STAGE_COMPUTE_BIT, k.name, push);
    const auto groups = [](int n, std::uint32_t local) { return (std::uint32_t(n) + local - 1) / local; };
    vkCmdDispatch(body_->commands, groups(threads.x, k.declared.local[0]), groups(threads.y, k.declared.local[1]),
                  groups(threads.z, k.declared.local[2]));
}

void Commands::drawBytes(const Raster& raster, std::span<const std::byte> push, std::span<const Binding> bindings,
                         const Targets& targets, int vertices) {
    const Raster::Body& r = raster.body();
    checkEqual(targets.colours.size(), r.state.colours.size(), "colour targets of " + r.name);
    checkEqual(targets.depth != nullptr, r.state.depth, "depth target of " + r.name);
    const Image* any = targets.depth ? targets.depth : targets.colours.at(0);
    const auto attachment = [&](const Image& image) {
        checkEqual(image.width(), any->width(), "width of the targets of " + r.name);
        VkRenderingAttachmentInfo info{VK_STRUCTURE_TYPE_RENDERING_ATTACHMENT_INFO};
        info.imageView = image.body().stored;
        info.imageLayout = VK_IMAGE_LAYOUT_GENERAL;
        info.loadOp = targets.clear ? VK_ATTACHMENT_LOAD_OP_CLEAR : VK_ATTACHMENT_LOAD_OP_LOAD;
        info.storeOp = VK_ATTACHMENT_STORE_OP_STORE;
        if (image.shape().format == Format::depth32f) info.clearValue.depthStencil = {1.0f, 0};
        return info;
    };
    std::vector<VkRenderingAttachmentInfo> colours;
    for (const Image* image : targets.colours) colours.push_back(attachment(*image));
    VkRenderingAttachmentInfo depth{};
    if (targets.depth) depth = attachment(*targets.depth);
    const std::uint32_t width = std::uint32_t(any->width()), height = std::uint32_t(any->height());
    VkRenderingInfo info{VK_STRUCTURE_TYPE_RENDERING_INFO};
    info.renderArea = {{0, 0}, {width, height}};
    info.layerCount = 1;
    info.colorAttachmentCount = std::uint32_t(colours.size());
    info.pColorAttachments = colours.data();
    info.pDepthAttachment = targets.depth ? &depth : nullptr;

    body_->begin();
    fullBarrier(body_->commands);
    vkCmdBeginRendering(body_->commands, &info);
    const VkViewport viewport{0, float(height), float(width), -float(height), 0, 1};
    const VkRect2D scissor{{0, 0}, {width, height}};
    vkCmdSetViewport(body_->commands, 0, 1, &viewport);
    vkCmdSetScissor(body_->commands, 0, 1, &scissor);
    vkCmdBindPipeline(body_->commands, VK_PIPELINE_BIND_POINT_GRAPHICS, r.pipeline);
    body_->pushBindings(r.declared, r.layout, VK_PIPELINE_BIND_POINT_GRAPHICS, r.name, bindings);
    body_->pushConstants(r.declared, r.layout, rasterStages, r.name, push);
    vkCmdDraw(body_->commands, std::uint32_t(vertices), 1, 0, 0);
    vkCmdEndRendering(body_->commands);
    std::uint64_t written = targets.depth ? targets.depth->bytes() : 0;
    for (const Image* image : targets.colours) written += image->bytes();
    body_->count(written, 0);
}

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
    if (body.shape.format == Format::depth32f)
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

void Commands::submit() {
    stopIfInterrupted();
    if (!body_->recording) return;
    Internals& in = body_->in;
    while (!body_->open.empty()) {
        body_->pairs.push_back({body_->open.back().section, body_->open.back().stamp, body_->stamp()});
        body_->open.pop_back();
        if (in.endLabel) in.endLabel(body_->commands);
    }
    body_->recording = false;
    fullBarrier(body_->commands);
    succeed(vkEndCommandBuffer(body_->commands), "vkEndCommandBuffer");
    VkCommandBufferSubmitInfo one{VK_STRUCTURE_TYPE_COMMAND_BUFFER_SUBMIT_INFO};
    one.commandBuffer = body_->commands;
    VkSubmitInfo2 submit{VK_STRUCTURE_TYPE_SUBMIT_INFO_2};
    submit.commandBufferInfoCount = 1;
    submit.pCommandBufferInfos = &one;
    succeed(vkQueueSubmit2(in.queue, 1, &submit, VK_NULL_HANDLE), "vkQueueSubmit2");
    succeed(vkQueueWaitIdle(in.queue), "vkQueueWaitIdle");

    body_->times = std::move(body_->sections);
    const std::uint32_t used = std::min(body_->nextStamp, mostSections * 2);
    if (!body_->stamps || !used) return body_->addToTotals();
    std::vector<std::uint64_t> ticks(used);
    succeed(vkGetQueryPoolResults(in.device, body_->stamps, 0, used, used * sizeof(std::uint64_t), ticks.data(),
                                  sizeof(std::uint64_t), VK_QUERY_RESULT_64_BIT | VK_QUERY_RESULT_WAIT_BIT),
            "vkGetQueryPoolResults");
    for (const Body::Pair& pair : body_->pairs)
        if (pair.end < used)
            body_->times[pair.section].milliseconds +=
                double(ticks[pair.end] - ticks[pair.begin]) * double(in.properties.limits.timestampPeriod) * 1e-6;
    body_->addToTotals();
}

Device& Commands::device() const {
    return body_->device;
}

const std::vector<SectionTime>& Commands::times() const {
    return body_->times;
}
std::vector<SectionTime> Commands::takeTotals() {
    return std::exchange(body_->totals, {});
}

}  // namespace inkheal::gpu
