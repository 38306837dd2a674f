#pragma once
// Goldens on disk: which picture belongs to which golden, and the stamps that say what made them. The tool
// golden_compare is this and a main.

#include <filesystem>
#include <string>
#include <vector>

namespace inkheal::golden {

/// What is wrong with each picture of `made`, a line each, with the path to look at; none when all will do. Both are
/// PNG files, or folders whose PNG files have the same names. @throws Error where a picture or a stamp cannot be read.
std::vector<std::string> complaintsBetween(const std::filesystem::path& golden, const std::filesystem::path& made);

}  // namespace inkheal::golden
