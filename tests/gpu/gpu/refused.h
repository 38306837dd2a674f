#pragma once
// What a piece of work refuses with: the sentence and the exit code, to hold both against what
// the house promises.

#include <functional>
#include <optional>

#include "base/error.h"

namespace inkheal::gpu {

/// The Error that `work` throws; nothing when it throws none.
inline std::optional<Error> refusalOf(const std::function<void()>& work) {
    try {
        work();
    } catch (const Error& error) {
        return error;
    }
    return std::nullopt;
}

}  // namespace inkheal::gpu
