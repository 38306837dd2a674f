#include "gpu/bandwidth.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "gpu/commands.h"
#include "gpu/internals.h"

namespace inkheal::gpu {
namespace {

constexpr std::uint64_t mostBytes = std::uint64_t(64) << 20;
constexpr int copiesThereAndBack = 1;  // a go: long enough that starting it does not count

/// Seconds that one go of copies takes, and the bytes it moves.
SectionTime go(Commands& commands, Buffer& here, Buffer& there) {
    using Clock = std::chrono::steady_clock;
    {
        const auto section = commands.section("copies");
        for (int i = 0; i < copiesThereAndBack; ++i) {
            commands.copy(here, there);
            commands.copy(there, here);
        }
    }
    const auto began = Clock::now();
    commands.submit();
    SectionTime time = commands.times().front();
    if (time.milliseconds <= 0)
        time.milliseconds = std::chrono::duration<double, std::milli>(Clock::now() - began).count();
    return time;
}

}  // namespace

double copyBytesPerSecond(Device& device) {
    const std::uint64_t bytes =
        std::min<std::uint64_t>(mostBytes, device.internals().properties.limits.maxStorageBufferRange);
    Buffer here(device, "bandwidth here", bytes), there(device, "bandwidth there", bytes);
    Commands commands(device);
    go(commands, here, there);  // the first touch of memory does not count
    std::array<double, 9> rates;
    for (double& rate : rates) {
        const SectionTime time = go(commands, here, there);
        rate = double(time.bytes) / (time.milliseconds * 1e-3);
    }
    std::nth_element(rates.begin(), rates.begin() + rates.size() / 2, rates.end());
    return rates[rates.size() / 2];
}

}  // namespace inkheal::gpu
