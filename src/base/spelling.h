#pragma once
// How far apart two spellings are. Use it where a name is not known, to say which of those that are
// a person may have meant.

#include <cstddef>
#include <string>

namespace inkheal {

/// Letters to change, add or drop to turn a into b (Levenshtein).
std::size_t lettersApart(const std::string& a, const std::string& b);

}  // namespace inkheal
