#pragma once
// Writes our pictures as PNG and reads PNGs that we made ourselves (goldens, our own assets). A stranger's PNG goes
// through intake instead.

#include <filesystem>
#include <string>
#include <vector>

#include "base/picture.h"

namespace inkheal {

/// An 8-bit RGBA PNG tagged with its gamut: sRGB, or a Display P3 profile and cICP for readers that know it. @throws
/// Error where there is no memory for it.
std::vector<std::uint8_t> encodePng(const Picture8& picture);

/// Writes beside, syncs, then renames. @throws Error (cannotWrite) with the path and the system's reason.
void writePng(const std::filesystem::path& file, const Picture8& picture);

/// @throws Error (badInput).
Picture8 readOwnPng(const std::filesystem::path& file);

}  // namespace inkheal
