#pragma once
// Whether this is a build under AddressSanitizer, which needs more address space than any limit, files of its own, and
// several times the time. Both sides of the child process make room for it; in every other build nothing changes.

#if defined(__SANITIZE_ADDRESS__)
#define INKHEAL_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define INKHEAL_ASAN 1
#endif
#endif

namespace inkheal::intake {

#ifdef INKHEAL_ASAN
inline constexpr bool sanitized = true;
#else
inline constexpr bool sanitized = false;
#endif

/// How many times longer everything may take.
inline constexpr int slowdown = sanitized ? 4 : 1;

}  // namespace inkheal::intake
