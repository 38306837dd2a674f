// Opening a device: by wish, without a driver, with a cache that is whole, damaged or foreign; its limits, its budget
// and its validation.

#include "gpu/device.h"

#include <gmock/gmock.h>
#include <vulkan/vulkan.h>

#include <cstdlib>
#include <fstream>
#include <functional>

#include "base/file.h"
#include "gpu/resources.h"
#include "refused.h"
#include "support/gpu_test.h"

namespace inkheal::gpu {
namespace {

using testing::HasSubstr;

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
