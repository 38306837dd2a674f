// Allocations out of blocks: apart, aligned, given back, and never past the budget.

#include "gpu/memory.h"

#include <gmock/gmock.h>

#include "gpu/internals.h"
#include "refused.h"
#include "support/gpu_test.h"

namespace inkheal::gpu {
namespace {

class OwnMemory : public test::GpuTest {
 protected:
    static constexpr std::uint64_t MiB = 1 << 20;

    VkMemoryRequirements needs(VkDeviceSize size, VkDeviceSize alignment) { return {size, alignment, ~0u}; }
    Memory memory_{device().internals().physical, device().internals().device, 100 * MiB};
};

TEST_F(OwnMemory, AllocationsAreAlignedAndNeverOverlap) {
    std::vector<Allocation> held;
    const auto hold = [&](VkDeviceSize size, VkDeviceSize alignment) {
        const Allocation made = memory_.allocate(needs(size, alignment), Memory::Use::buffer, "piece");
        EXPECT_EQ(made.offset % alignment, 0U);
        for (const Allocation& other : held)
            EXPECT_TRUE(other.memory != made.memory || other.offset + other.size <= made.offset ||
                        made.offset + made.size <= other.offset);
        held.push_back(made);
    };
    for (int round = 0; round < 4; ++round) {
        for (VkDeviceSize i = 1; i < 40; ++i) hold(i * 1000 + 1, VkDeviceSize(1) << (i % 9));
        for (std::size_t i = 0; i < held.size(); i += 2) memory_.free(held[i]);
        std::vector<Allocation> left;
        for (std::size_t i = 1; i < held.size(); i += 2) left.push_back(held[i]);
        held = left;
    }
    for (const Allocation& allocation : held) memory_.free(allocation);
    EXPECT_EQ(memory_.usedBytes(), 0U);
}

TEST_F(OwnMemory, WhatIsFreedIsUsedAgain) {
    const Allocation first = memory_.allocate(needs(MiB, 256), Memory::Use::buffer, "first"),
                     second = memory_.allocate(needs(MiB, 256), Memory::Use::buffer, "second"),
                     third = memory_.allocate(needs(MiB, 256), Memory::Use::buffer, "third");
    EXPECT_EQ(first.memory, third.memory);
    memory_.free(first);
    memory_.free(second);
    const Allocation both = memory_.allocate(needs(2 * MiB, 256), Memory::Use::buffer, "both");
    EXPECT_EQ(both.memory, third.memory);
    EXPECT_EQ(both.offset, 0U);
    EXPECT_NE(memory_.allocate(needs(MiB, 256), Memory::Use::image, "image").memory, third.memory)
        << "images and buffers share no block";
}

TEST_F(OwnMemory, BudgetCountsWhatIsHeld) {
    const Allocation most = memory_.allocate(needs(90 * MiB, 256), Memory::Use::buffer, "most");
    const auto refused = refusalOf([&] { memory_.allocate(needs(11 * MiB, 256), Memory::Use::buffer, "wound"); });
    ASSERT_TRUE(refused);
    EXPECT_STREQ(refused->what(),
                 "wound needs 11 MiB, which would pass this device's limit of 100 MiB (90 MiB in use); try a lower "
                 "--quality or a smaller design.");
    EXPECT_TRUE(refusalOf([&] { memory_.allocate(needs(~VkDeviceSize(0), 256), Memory::Use::buffer, "endless"); }));
    memory_.allocate(needs(10 * MiB, 256), Memory::Use::buffer, "just");
    memory_.free(most);
    EXPECT_FALSE(refusalOf([&] { memory_.allocate(needs(90 * MiB, 256), Memory::Use::buffer, "again"); }));
}

TEST_F(OwnMemory, DeviceCountsWhatItsImagesHold) {
    const std::uint64_t before = device().usedBytes();
    {
        std::vector<Image> images;
        for (int i = 0; i < 20; ++i) images.emplace_back(device(), "many", ImageShape{100, 100 + i});
        EXPECT_GE(device().usedBytes(), before + 20 * 160000U);
        images.erase(images.begin() + 3, images.begin() + 15);
        const Image between(device(), "between", {300, 300});
        EXPECT_GE(device().usedBytes(), before + 8 * 160000U + 1440000U);
    }
    EXPECT_EQ(device().usedBytes(), before);
}

}  // namespace
}  // namespace inkheal::gpu
