#include "golden/difference.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace inkheal::golden {
namespace {

constexpr Allowed onAnotherDevice{5, 16, 0.99};

/// Name and driver of each device.
Json devicesOf(const Json& stamp) {
    Json devices = Json::array();
    for (const Json& device : stamp.value("devices", Json::array()))
        devices.push_back({device.value("name", ""), device.value("driver", "")});
    return devices;
}

}  // namespace

std::optional<Difference> differenceOf(const Picture8& golden, const Picture8& made) {
    if (golden.width != made.width || golden.height != made.height) return std::nullopt;
    const std::size_t pixels = golden.rgba.size() / 4;
    Difference difference;
    difference.steps.assign(256, 0);
    for (std::size_t i = 0; i < pixels; ++i) {
        int most = 0;
        for (std::size_t channel = 0; channel < 3; ++channel) {
            const int apart = std::abs(int(golden.rgba[4 * i + channel]) - int(made.rgba[4 * i + channel]));
            difference.mean[channel] += double(apart) / double(pixels);
            most = std::max(most, apart);
        }
        difference.steps[std::size_t(most)] += 1.0 / double(pixels);
    }
    for (std::size_t i = 1; i < difference.steps.size(); ++i) difference.steps[i] += difference.steps[i - 1];
    return difference;
}

Allowed allowedBetween(const Json& goldenStamp, const Json& madeStamp) {
    return devicesOf(goldenStamp) == devicesOf(madeStamp) ? Allowed{} : onAnotherDevice;
}

std::optional<std::string> complaint(const std::optional<Difference>& difference, const Allowed& allowed) {
    if (!difference) return "is of another size";
    const double mean = *std::max_element(std::begin(difference->mean), std::end(difference->mean));
    constexpr double rounding = 1e-9;  // of a sum over all pixels
    if (mean <= allowed.mean + rounding && difference->within(allowed.step) >= allowed.share - rounding)
        return std::nullopt;
    char text[200];
    std::snprintf(text, sizeof text,
                  "differs: mean %.3f %.3f %.3f of 255 (at most %.2f), %.3f %% within %d (at least %.1f %%)",
                  difference->mean[0], difference->mean[1], difference->mean[2], allowed.mean,
                  100 * difference->within(allowed.step), allowed.step, 100 * allowed.share);
    return text;
}

}  // namespace inkheal::golden
