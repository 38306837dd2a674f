// The copy bandwidth is that of this device: positive, steady, and its buffers are given back.

#include "gpu/bandwidth.h"

#include "support/gpu_test.h"

namespace inkheal::gpu {
namespace {

using Bandwidth = test::GpuTest;

TEST_F(Bandwidth, IsPlausibleSteadyAndLeavesNoMemoryBehind) {
    const std::uint64_t before = device().usedBytes();
    const double once = copyBytesPerSecond(device()), again = copyBytesPerSecond(device());
    EXPECT_GT(once, 0.2e9);
    EXPECT_LT(once, 20e12);
    EXPECT_LT(std::max(once, again) / std::min(once, again), 5);
    EXPECT_EQ(device().usedBytes(), before);
}

}  // namespace
}  // namespace inkheal::gpu
