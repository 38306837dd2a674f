#pragma once
// How far a picture lies from its golden, and how far it may: near nothing on the device that made the golden, a look
// that nobody would tell apart on another.

#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/picture.h"

namespace inkheal::golden {

struct Difference {
    double mean[3] = {};        // of the absolute differences of red, green and blue, of 255
    std::vector<double> steps;  // share of the pixels whose every channel is within i of 255, for i of 0 ... 255

    double within(int step) const { return steps[std::size_t(step)]; }
};

/// Nothing when the pictures have different sizes.
std::optional<Difference> differenceOf(const Picture8& golden, const Picture8& made);

struct Allowed {
    double mean = 0.5;     // of 255, per channel
    int step = 2;          // of 255
    double share = 0.999;  // of the pixels, that are within `step`
};

/// Wider where the devices that made the two are not the same, by name and driver. Each stamp is what
/// `inkheal info --devices --json` says.
Allowed allowedBetween(const Json& goldenStamp, const Json& madeStamp);

/// What is too far, with the numbers; nothing when the picture will do.
std::optional<std::string> complaint(const std::optional<Difference>& difference, const Allowed& allowed);

}  // namespace inkheal::golden
