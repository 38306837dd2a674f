#include <algorithm>
#include <utility>

#include "base/interrupt.h"
#include "gpu/recording.h"
#include "gpu/resources.h"

namespace inkheal::gpu {
namespace {

constexpr std::uint32_t mostSections = 4096;  // sections in one submit; two timestamps each

template <class Times>
auto named(Times& times, std::string_view name) {
    return std::find_if(times.begin(), times.end(), [&](const SectionTime& s) { return s.name == name; });
}

}  // namespace

Commands::Body::~Body() {
    vkDestroyQueryPool(in.device, stamps, nullptr);
    if (commands) vkFreeCommandBuffers(in.device, in.pool, 1, &commands);
}

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

void Commands::Body::count(std::uint64_t bytes, int runs) {
    for (const Open& o : open) {
        sections[o.section].bytes += bytes;
        sections[o.section].runs += runs;
    }
}

std::uint32_t Commands::Body::stamp() {
    begin();
    const std::uint32_t index = nextStamp++;
    if (stamps && index < mostSections * 2)
        vkCmdWriteTimestamp2(commands, VK_PIPELINE_STAGE_2_ALL_COMMANDS_BIT, stamps, index);
    return index;
}

void Commands::Body::closeLast() {
    pairs.push_back({open.back().section, open.back().stamp, stamp()});
    open.pop_back();
    if (in.endLabel) in.endLabel(commands);
}

void Commands::Body::readStamps() {
    const std::uint32_t used = std::min(nextStamp, mostSections * 2);
    if (!stamps || !used) return;
    std::vector<std::uint64_t> ticks(used);
    succeed(vkGetQueryPoolResults(in.device, stamps, 0, used, used * sizeof(std::uint64_t), ticks.data(),
                                  sizeof(std::uint64_t), VK_QUERY_RESULT_64_BIT | VK_QUERY_RESULT_WAIT_BIT),
            "vkGetQueryPoolResults");
    // A counter of fewer than 64 bits starts again at 0; the difference within its bits is right all the same.
    const std::uint64_t valid = in.timestampBits >= 64 ? ~0ull : (1ull << in.timestampBits) - 1;
    for (const Pair& pair : pairs)
        if (pair.end < used)
            times[pair.section].milliseconds += double((ticks[pair.end] - ticks[pair.begin]) & valid) *
                                                double(in.properties.limits.timestampPeriod) * 1e-6;
}

void Commands::Body::addToTotals() {
    for (const SectionTime& time : times) {
        const auto found = named(totals, time.name);
        if (found == totals.end()) {
            totals.push_back(time);
            continue;
        }
        found->milliseconds += time.milliseconds;
        found->bytes += time.bytes;
        found->runs += time.runs;
    }
}

Commands::Commands(Device& device) : body_(std::make_unique<Body>(device)) {
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

Commands::~Commands() = default;

Commands::Section::Section(Commands& commands, std::string_view name) : commands_(commands) {
    Body& body = *commands.body_;
    body.begin();
    const std::string text(name);
    if (body.in.beginLabel) {
        const VkDebugUtilsLabelEXT label{VK_STRUCTURE_TYPE_DEBUG_UTILS_LABEL_EXT, nullptr, text.c_str(), {}};
        body.in.beginLabel(body.commands, &label);
    }
    auto found = named(body.sections, name);
    if (found == body.sections.end()) found = body.sections.insert(found, {text, 0, 0, 0});
    body.open.push_back({std::size_t(found - body.sections.begin()), body.stamp()});
}

Commands::Section::~Section() {
    // A submit inside a section closed it.
    if (!commands_.body_->open.empty()) commands_.body_->closeLast();
}

void Commands::submit() {
    stopIfInterrupted();
    if (!body_->recording) return;
    while (!body_->open.empty()) body_->closeLast();
    body_->recording = false;
    fullBarrier(body_->commands);
    finish(body_->in, body_->commands);
    body_->times = std::move(body_->sections);
    body_->readStamps();
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
