#pragma once
// The ICC profile that tags a Display P3 picture. Use it where a file names its colours (base/png.h).

#include <cstdint>
#include <vector>

namespace inkheal {

/// Primaries of SMPTE RP 431-2, D65, the curve of sRGB. The same bytes each time. @throws Error where there is no
/// memory.
std::vector<std::uint8_t> displayP3Profile();

}  // namespace inkheal
