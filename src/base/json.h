#pragma once
// JSON with bounds: nlohmann's type, read with a depth and size cap, and getters that name the file and key when
// something is missing.

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace inkheal {

using Json = nlohmann::ordered_json;

/// Parses text of at most 16 MiB and 64 levels. `name` stands in error sentences. @throws Error (badInput).
Json parseJson(std::string_view text, const std::string& name);
Json readJson(const std::filesystem::path& file);

/// The value at `key` as T. @throws Error (badInput) naming file and key when it is missing, of another type, or a
/// number that T cannot hold.
template <class T>
T want(const Json& object, const std::string& key, const std::string& name);

}  // namespace inkheal

#include "base/json_want.h"
