// The driver fails in its Nth call, for every N of a short run: always a sentence or the right result, never a crash, a
// leak or a broken cache. The calls below stand before the loader's own.

#include <dlfcn.h>
#include <gmock/gmock.h>
#include <vulkan/vulkan.h>

#include <chrono>

#include "base/file.h"
#include "refused.h"
#include "support/gpu_test.h"

namespace inkheal::gpu {
namespace {

struct Plan {
    int calls = 0, failAt = 0;  // 0: never
    VkResult answer = VK_ERROR_OUT_OF_DEVICE_MEMORY;
    const char* failed = nullptr;
};
Plan plan;

bool failsNow(const char* call) {
    if (++plan.calls != plan.failAt) return false;
    plan.failed = call;
    return true;
}

}  // namespace
}  // namespace inkheal::gpu

#define STANDS_BEFORE(call, parameters, arguments)                                         \
    extern "C" VKAPI_ATTR VkResult VKAPI_CALL call parameters {                            \
        static const auto real = reinterpret_cast<PFN_##call>(::dlsym(RTLD_NEXT, #call));  \
        return inkheal::gpu::failsNow(#call) ? inkheal::gpu::plan.answer : real arguments; \
    }

// clang-format off
STANDS_BEFORE(vkCreateInstance, (const VkInstanceCreateInfo* i, const VkAllocationCallbacks* a, VkInstance* o), (i, a, o))
STANDS_BEFORE(vkEnumeratePhysicalDevices, (VkInstance d, std::uint32_t* n, VkPhysicalDevice* o), (d, n, o))
STANDS_BEFORE(vkEnumerateDeviceExtensionProperties, (VkPhysicalDevice d, const char* l, std::uint32_t* n, VkExtensionProperties* o), (d, l, n, o))
STANDS_BEFORE(vkCreateDevice, (VkPhysicalDevice d, const VkDeviceCreateInfo* i, const VkAllocationCallbacks* a, VkDevice* o), (d, i, a, o))
STANDS_BEFORE(vkCreateCommandPool, (VkDevice d, const VkCommandPoolCreateInfo* i, const VkAllocationCallbacks* a, VkCommandPool* o), (d, i, a, o))
STANDS_BEFORE(vkCreateSampler, (VkDevice d, const VkSamplerCreateInfo* i, const VkAllocationCallbacks* a, VkSampler* o), (d, i, a, o))
STANDS_BEFORE(vkCreatePipelineCache, (VkDevice d, const VkPipelineCacheCreateInfo* i, const VkAllocationCallbacks* a, VkPipelineCache* o), (d, i, a, o))
STANDS_BEFORE(vkGetPipelineCacheData, (VkDevice d, VkPipelineCache c, std::size_t* n, void* o), (d, c, n, o))
STANDS_BEFORE(vkAllocateMemory, (VkDevice d, const VkMemoryAllocateInfo* i, const VkAllocationCallbacks* a, VkDeviceMemory* o), (d, i, a, o))
STANDS_BEFORE(vkMapMemory, (VkDevice d, VkDeviceMemory m, VkDeviceSize f, VkDeviceSize n, VkMemoryMapFlags g, void** o), (d, m, f, n, g, o))
STANDS_BEFORE(vkCreateBuffer, (VkDevice d, const VkBufferCreateInfo* i, const VkAllocationCallbacks* a, VkBuffer* o), (d, i, a, o))
STANDS_BEFORE(vkBindBufferMemory, (VkDevice d, VkBuffer b, VkDeviceMemory m, VkDeviceSize f), (d, b, m, f))
STANDS_BEFORE(vkCreateImage, (VkDevice d, const VkImageCreateInfo* i, const VkAllocationCallbacks* a, VkImage* o), (d, i, a, o))
STANDS_BEFORE(vkBindImageMemory, (VkDevice d, VkImage b, VkDeviceMemory m, VkDeviceSize f), (d, b, m, f))
STANDS_BEFORE(vkCreateImageView, (VkDevice d, const VkImageViewCreateInfo* i, const VkAllocationCallbacks* a, VkImageView* o), (d, i, a, o))
STANDS_BEFORE(vkCreateShaderModule, (VkDevice d, const VkShaderModuleCreateInfo* i, const VkAllocationCallbacks* a, VkShaderModule* o), (d, i, a, o))
STANDS_BEFORE(vkCreateDescriptorSetLayout, (VkDevice d, const VkDescriptorSetLayoutCreateInfo* i, const VkAllocationCallbacks* a, VkDescriptorSetLayout* o), (d, i, a, o))
STANDS_BEFORE(vkCreatePipelineLayout, (VkDevice d, const VkPipelineLayoutCreateInfo* i, const VkAllocationCallbacks* a, VkPipelineLayout* o), (d, i, a, o))
STANDS_BEFORE(vkCreateComputePipelines, (VkDevice d, VkPipelineCache c, std::uint32_t n, const VkComputePipelineCreateInfo* i, const VkAllocationCallbacks* a, VkPipeline* o), (d, c, n, i, a, o))
STANDS_BEFORE(vkCreateGraphicsPipelines, (VkDevice d, VkPipelineCache c, std::uint32_t n, const VkGraphicsPipelineCreateInfo* i, const VkAllocationCallbacks* a, VkPipeline* o), (d, c, n, i, a, o))
STANDS_BEFORE(vkAllocateCommandBuffers, (VkDevice d, const VkCommandBufferAllocateInfo* i, VkCommandBuffer* o), (d, i, o))
STANDS_BEFORE(vkBeginCommandBuffer, (VkCommandBuffer c, const VkCommandBufferBeginInfo* i), (c, i))
STANDS_BEFORE(vkEndCommandBuffer, (VkCommandBuffer c), (c))
STANDS_BEFORE(vkQueueSubmit2, (VkQueue q, std::uint32_t n, const VkSubmitInfo2* s, VkFence f), (q, n, s, f))
STANDS_BEFORE(vkQueueWaitIdle, (VkQueue q), (q))
STANDS_BEFORE(vkDeviceWaitIdle, (VkDevice d), (d))
STANDS_BEFORE(vkCreateQueryPool, (VkDevice d, const VkQueryPoolCreateInfo* i, const VkAllocationCallbacks* a, VkQueryPool* o), (d, i, a, o))
STANDS_BEFORE(vkGetQueryPoolResults, (VkDevice d, VkQueryPool p, std::uint32_t f, std::uint32_t n, std::size_t b, void* o, VkDeviceSize s, VkQueryResultFlags g), (d, p, f, n, b, o, s, g))
// clang-format on

namespace inkheal::gpu {
namespace {

class FailingCalls : public test::GpuTest {
 protected:
    ~FailingCalls() override { plan = {}; }

    /// A device, memory, a kernel, a draw, a copy and their results: one of everything.
    void shortRun(bool validate) {
        Device opened({.wanted = {}, .validate = validate, .cacheFolder = folder_.path()});
        const Kernel twice(opened, "test/twice_r32f");
        const Raster raster(opened, "test/corners", "test/paint", {{Format::rgba32f, Format::r32u}, false});
        Image from(opened, "from", {3, 3, 1, Format::r32f, false, true}), to(opened, "to", from.shape());
        Image colour(opened, "colour", {4, 4}), number(opened, "number", {4, 4, 1, Format::r32u});
        from.uploadFrom(std::span<const float>(std::vector<float>(9, 1.5f)));
        const Buffer corners = bufferOf(opened, "corners", std::vector<float>(12, 0.0f));
        Commands work(opened);
        {
            const auto section = work.section("work");
            work.runBytes(twice, {}, std::initializer_list<Binding>{from, to}, {});
            work.draw(raster, std::array<float, 4>{}, {corners}, {{&colour, &number}}, 3);
        }
        work.submit();
        result_ = to.downloadAs<float>();
    }

    /// The run with its Nth call failing: what it threw, and what the validation layers said.
    std::optional<Error> runFailing(int call, VkResult answer, std::string& said) {
        plan = {0, call, answer, nullptr};
        result_.clear();
        testing::internal::CaptureStderr();
        const auto refused = refusalOf([this] { shortRun(true); });
        said = testing::internal::GetCapturedStderr();
        return refused;
    }

    void expectSentence(const std::optional<Error>& refused, const std::string& said) {
        const std::string what = std::string("failing ") + plan.failed;
        EXPECT_EQ(said, "") << what;
        if (refused) {
            EXPECT_GT(std::string(refused->what()).size(), 30U) << what;
            EXPECT_TRUE(refused->exit == Exit::failed || refused->exit == Exit::noDevice) << what;
        } else {
            EXPECT_EQ(result_, std::vector<float>(9, 3.0f)) << what;
        }
    }

    test::TempFolder folder_;
    std::vector<float> result_;
};

TEST_F(FailingCalls, EachOneIsASentenceAndNothingLeaks) {
    std::string said;
    EXPECT_FALSE(runFailing(0, VK_SUCCESS, said));
    EXPECT_EQ(result_, std::vector<float>(9, 3.0f));
    const int calls = plan.calls;
    EXPECT_GT(calls, 70);
    const auto cache = readFile(folder_ / "pipelines.bin", 1 << 28);
    int refusals = 0;
    for (int call = 1; call <= calls; ++call) {
        const auto refused = runFailing(call, VK_ERROR_OUT_OF_DEVICE_MEMORY, said);
        expectSentence(refused, said);
        refusals += refused.has_value();
    }
    EXPECT_GT(refusals, calls * 8 / 10) << "few failures go unnoticed";
    EXPECT_EQ(readFile(folder_ / "pipelines.bin", 1 << 28), cache);
}

TEST_F(FailingCalls, LostDeviceIsNamed) {
    shortRun(false);
    const int calls = plan.calls;
    int lost = 0;
    for (int call = 1; call <= calls; ++call) {
        plan = {0, call, VK_ERROR_DEVICE_LOST, nullptr};
        const auto refused = refusalOf([this] { shortRun(false); });
        if (!refused || std::string(plan.failed) != "vkQueueSubmit2") continue;
        ++lost;
        EXPECT_THAT(refused->what(), testing::HasSubstr("vkQueueSubmit2: it lost the device"));
    }
    EXPECT_GT(lost, 8);
}

}  // namespace
}  // namespace inkheal::gpu
