#pragma once
// What Commands hold of Vulkan while they record: the command buffer, and the time stamps of sections. For gpu's own
// files only.

#include "gpu/commands.h"
#include "gpu/internals.h"
#include "gpu/reflect.h"

namespace inkheal::gpu {

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

    explicit Body(Device& d) : device(d), in(d.internals()) {}
    ~Body();

    /// Starts recording unless it has begun.
    void begin();

    /// Adds bytes and runs to every open section.
    void count(std::uint64_t bytes, int runs);

    std::uint32_t stamp();
    void closeLast();
    void readStamps();
    void addToTotals();
};

}  // namespace inkheal::gpu
