// Opening a device: by wish, without a driver, with a cache that is whole, damaged or foreign; its limits, its budget
// and its validation.

#include "gpu/device.h"

#include <gmock/gmock.h>
#include <vulkan/vulkan.h>

#include <cstdlib>
#include <fstream>
#include <functional>
#include <optional>

#include "base/file.h"
#include "gpu/resources.h"
#include "support/gpu_test.h"

namespace inkheal::gpu {
namespace {

using testing::HasSubstr;

std::optional<Error> refusalOf(const std::function<void()>& work) {
    try {
        work();
    } catch (const Error& error) {
        return error;
    }
    return std::nullopt;
}

class Opening : public test::GpuTest {
 protected:
    std::string open(const std::string& wanted) const {
        return Device({.wanted = wanted, .cacheFolder = folder.path()}).summary().name;
    }

    test::TempFolder folder;
};

TEST_F(Opening, ListShowsWhatIsOpened) {
    const std::vector<DeviceSummary> all = Device::list();
    ASSERT_FALSE(all.empty());
    const DeviceSummary& opened = device().summary();
    EXPECT_EQ(opened.lacks, "");
    EXPECT_GE(opened.apiMinor, 3U);
    EXPECT_GT(opened.memoryBytes, 0U);
    EXPECT_NE(opened.driver, " ");
    EXPECT_EQ(std::count_if(all.begin(), all.end(), [&](const auto& s) { return s.name == opened.name; }), 1);
}

TEST_F(Opening, ByIndexAndByPartOfTheName) {
    const std::vector<DeviceSummary> all = Device::list();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!all[i].lacks.empty()) continue;
        EXPECT_EQ(open(std::to_string(i)), all[i].name);
        std::string part = all[i].name.substr(1, 6);
        std::transform(part.begin(), part.end(), part.begin(), ::toupper);
        EXPECT_THAT(open(part), HasSubstr(all[i].name.substr(1, 6)));
    }
    const auto refused = refusalOf([&] { open("voodoo"); });
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->exit, Exit::noDevice);
    EXPECT_THAT(refused->what(), HasSubstr("matches \"voodoo\"; there are: 0 " + all[0].name));
    EXPECT_TRUE(refusalOf([&] { open(std::to_string(all.size())); }));
}

TEST_F(Opening, WithoutADriverIsASentence) {
    for (const char* variable : {"VK_DRIVER_FILES", "VK_ICD_FILENAMES"}) ::setenv(variable, "/nowhere/icd.json", 1);
    const auto refused = refusalOf([&] { open(""); });
    const auto none = Device::list();
    for (const char* variable : {"VK_DRIVER_FILES", "VK_ICD_FILENAMES"}) ::unsetenv(variable);
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->exit, Exit::noDevice);
    EXPECT_THAT(refused->what(), HasSubstr("install a Vulkan 1.3 driver"));
    EXPECT_TRUE(none.empty());
    EXPECT_NO_THROW(open("")) << "and afterwards all is well";
}

class Cache : public test::GpuTest {
 protected:
    /// Opens a device on the cache and makes a pipeline; false when the validation layers spoke.
    bool use() {
        Device opened({.wanted = {}, .validate = true, .cacheFolder = folder.path()});
        const Kernel kernel(opened, "test/tally");
        return opened.validationMessages() == 0;
    }
    std::vector<std::uint8_t> bytes() const { return readFile(file, 1 << 28); }
    auto written() const { return std::filesystem::last_write_time(file); }
    void age() const { std::filesystem::last_write_time(file, written() - std::chrono::hours(1)); }

    test::TempFolder folder;
    std::filesystem::path file = folder / "pipelines.bin";
};

TEST_F(Cache, IsWrittenReadAndLeftAloneWhileItIsRight) {
    EXPECT_TRUE(use());
    const auto first = bytes();
    EXPECT_GT(first.size(), 40U);
    EXPECT_EQ(std::string(first.begin(), first.begin() + 8), "inkcach1");
    age();
    const auto before = written();
    EXPECT_TRUE(use());
    EXPECT_EQ(written(), before) << "it was read, found right and not written again";
}

TEST_F(Cache, DamagedOrForeignOnesAreIgnoredAndReplaced) {
    EXPECT_TRUE(use());
    const auto whole = bytes();
    std::vector<std::pair<const char*, std::vector<std::uint8_t>>> damaged;
    for (const auto& [what, at] : {std::pair{"other magic", std::size_t(0)},
                                   {"other device", std::size_t(9)},
                                   {"other driver version", std::size_t(24)},
                                   {"other vendor", std::size_t(28)},
                                   {"other checksum", std::size_t(33)},
                                   {"flipped bit", whole.size() - 1}}) {
        damaged.emplace_back(what, whole);
        damaged.back().second[at] ^= 1;
    }
    damaged.emplace_back("cut", std::vector(whole.begin(), whole.end() - 3));
    damaged.emplace_back("header alone", std::vector(whole.begin(), whole.begin() + 40));
    damaged.emplace_back("half a header", std::vector(whole.begin(), whole.begin() + 20));
    damaged.emplace_back("empty", std::vector<std::uint8_t>{});
    damaged.emplace_back("garbage", std::vector<std::uint8_t>(5000, 0xa5));
    for (const auto& [what, bad] : damaged) {
        writeFile(file, bad);
        EXPECT_TRUE(use()) << what;
        EXPECT_NE(bytes(), bad) << what;
        EXPECT_EQ(bytes().size(), whole.size()) << what;
    }
}

TEST_F(Cache, FolderThatCannotBeWrittenIsNoError) {
    writeFile(folder / "file", "in the way");
    EXPECT_NO_THROW(Device({.wanted = {}, .cacheFolder = folder / "file"}).saveCache());
    EXPECT_NO_THROW(Device({.wanted = {}, .cacheFolder = "/proc/nowhere"}).saveCache());
    std::filesystem::create_directory(file);
    EXPECT_TRUE(use());
}

using Limits = test::GpuTest;

TEST_F(Limits, ImagesPastThemAreRefusedByName) {
    const VkPhysicalDeviceLimits& limits = device().internals().properties.limits;
    const int most = int(limits.maxImageDimension2D), layers = int(limits.maxImageArrayLayers);
    const std::uint64_t before = device().usedBytes();
    const auto wide = refusalOf([&] { Image(device(), "print", {most + 1, 1, 1, Format::r8}); });
    ASSERT_TRUE(wide);
    EXPECT_EQ(wide->what(), "print would be " + std::to_string(most + 1) + " x 1 texels; this device's images end at " +
                                std::to_string(most) + ".");
    EXPECT_TRUE(refusalOf([&] { Image(device(), "print", {1, most + 1, 1, Format::r8}); }));
    EXPECT_FALSE(refusalOf([&] { Image(device(), "print", {most, 1, 1, Format::r8}); }));
    EXPECT_THAT(refusalOf([&] {
                    Image(device(), "ink", {1, 1, layers + 1, Format::r8});
                })->what(),
                HasSubstr("images end at " + std::to_string(layers)));
    EXPECT_EQ(device().usedBytes(), before);
}

TEST_F(Limits, BuffersPastThemAreRefusedByName) {
    const std::uint64_t most = device().internals().properties.limits.maxStorageBufferRange;
    const auto refused = refusalOf([&] { Buffer(device(), "table", most + 1); });
    ASSERT_TRUE(refused);
    EXPECT_THAT(refused->what(), HasSubstr("buffers end at " + std::to_string(most >> 20) + " MiB"));
}

TEST_F(Limits, BudgetIsRefusedByNameBeforeTheDriverIsAsked) {
    const std::uint64_t budget = device().budgetBytes(), before = device().usedBytes();
    EXPECT_TRUE(device().summary().kind != DeviceKind::cpu || budget <= std::uint64_t(2) << 30);
    EXPECT_LE(budget, device().summary().memoryBytes / 10 * 8);
    const int side = 8192;
    const int layers = int(budget / (std::uint64_t(side) * side * 16)) + 1;
    const auto refused = refusalOf([&] { Image(device(), "captured ink", {side, side, layers}); });
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->exit, Exit::failed);
    EXPECT_THAT(refused->what(), HasSubstr("captured ink needs " + std::to_string(layers * 1024) + " MiB"));
    EXPECT_THAT(refused->what(), HasSubstr("limit of " + std::to_string(budget >> 20) + " MiB"));
    EXPECT_EQ(device().usedBytes(), before);
}

TEST_F(Limits, MemoryComesBackAndCountsOnceMore) {
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

using Validation = test::GpuTest;

/// Standard error while `work` runs.
std::string said(const std::function<void()>& work) {
    testing::internal::CaptureStderr();
    work();
    return testing::internal::GetCapturedStderr();
}

std::size_t timesIn(const std::string& text, const std::string& word) {
    std::size_t times = 0;
    for (auto at = text.find(word); at != text.npos; at = text.find(word, at + 1)) ++times;
    return times;
}

TEST_F(Validation, RepeatedMistakesAreCountedAndPrintedThreeTimes) {
    const test::TempFolder folder;
    Device planted({.wanted = {}, .validate = true, .cacheFolder = folder.path()});
    const VkDevice raw = planted.internals().device;
    const std::string text = said([&] {
        for (int i = 0; i < 5; ++i) {
            VkBufferCreateInfo nothing{VK_STRUCTURE_TYPE_BUFFER_CREATE_INFO};  // of no bytes, for no use
            nothing.usage = VK_BUFFER_USAGE_TRANSFER_SRC_BIT;
            VkBuffer buffer = VK_NULL_HANDLE;
            if (vkCreateBuffer(raw, &nothing, nullptr, &buffer) == VK_SUCCESS) vkDestroyBuffer(raw, buffer, nullptr);
        }
    });
    EXPECT_EQ(planted.validationMessages(), 5);
    EXPECT_EQ(timesIn(text, "inkheal: validation: "), 3U + 1U) << text;
    EXPECT_EQ(timesIn(text, "further messages of this kind are only counted"), 1U);
}

TEST_F(Validation, MissingBarrierIsCounted) {
    const test::TempFolder folder;
    Device planted({.wanted = {}, .validate = true, .cacheFolder = folder.path()});
    Buffer buffer(planted, "buffer", 1024);
    EXPECT_EQ(planted.validationMessages(), 0);
    const std::string text = said([&] {
        runAtOnce(planted, [&](VkCommandBuffer raw) {
            vkCmdFillBuffer(raw, buffer.body().buffer, 0, 1024, 1);
            vkCmdFillBuffer(raw, buffer.body().buffer, 0, 1024, 2);
        });
    });
    EXPECT_GE(planted.validationMessages(), 1);
    EXPECT_THAT(text, HasSubstr("SYNC-HAZARD-WRITE-AFTER-WRITE"));
}

TEST_F(Validation, WithoutItNothingIsCounted) {
    const test::TempFolder folder;
    Device plain({.wanted = {}, .cacheFolder = folder.path()});
#ifndef INKHEAL_VALIDATE_BY_DEFAULT
    EXPECT_EQ(plain.internals().messenger, VkDebugUtilsMessengerEXT(VK_NULL_HANDLE));
#endif
    EXPECT_EQ(plain.validationMessages(), 0);
}

}  // namespace
}  // namespace inkheal::gpu
