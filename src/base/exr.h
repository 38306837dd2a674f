#pragma once
// Writes fields as OpenEXR: named 32-bit float channels and numeric attributes, ZIP compressed. Use it for values that
// are measured further; pictures for the eye are PNG (base/png.h).

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace inkheal {

struct ExrChannel {
    std::string name;            // "tint.R", "ink.black.dermal", ...
    std::vector<float> samples;  // width * height, row 0 at the top
};

/// Writes beside, syncs, then renames. @throws Error (cannotWrite).
void writeExr(const std::filesystem::path& file, int width, int height, const std::vector<ExrChannel>& channels,
              const std::vector<std::pair<std::string, float>>& attributes);

}  // namespace inkheal
