#pragma once
// Runs inkheal-intake, the small executable that decodes strangers' files, on one request, and brings its reply back.
// Nothing the child does, dying and hanging included, reaches the parent other than as bytes or as one of the endings
// below.

#include <chrono>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "intake/sanitized.h"

namespace inkheal::intake {

struct ChildLimits {
    std::chrono::milliseconds wallTime{10'000 * slowdown};
    std::size_t replyBytes = 0;
};

enum class ChildEnding { replied, tookTooLong, saidTooMuch, died };

struct ChildReply {
    ChildEnding ending = ChildEnding::died;
    std::vector<std::uint8_t> bytes;  // whole when replied
};

/// The pieces one after another are the request (intake/wire.h). @throws Error when the child cannot be started.
ChildReply askChild(const std::vector<std::span<const std::uint8_t>>& request, const ChildLimits& limits);

}  // namespace inkheal::intake
