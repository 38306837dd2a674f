#pragma once
// Files the safe way: whole reads with a byte cap; writes that leave the old or the new file, never half of one. All of
// our files are read and written through these.

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace inkheal {

/// The whole file. "-" is standard input. @throws Error (badInput) if it cannot be read or is longer than capBytes.
std::vector<std::uint8_t> readFile(const std::filesystem::path& file, std::size_t capBytes);

/// Writes a temporary file in the same folder, syncs it, renames it over `file` (keeping its rights) and syncs the
/// folder. "-" is standard output; devices and pipes are written as they are. @throws Error (cannotWrite); the old file
/// is then still whole and no temporary file is left.
void writeFile(const std::filesystem::path& file, std::span<const std::uint8_t> bytes);
void writeFile(const std::filesystem::path& file, std::string_view text);

/// Finds out before long work whether `file` could be written: makes the folders it lies in. @throws Error
/// (cannotWrite).
void requireWritable(const std::filesystem::path& file);

/// The folder of shipped data (assets, stock bodies): $INKHEAL_SHARE, else share/inkheal in the folder of the
/// executable or the nearest one above it. @throws Error if none exists.
std::filesystem::path shareFolder();

}  // namespace inkheal
