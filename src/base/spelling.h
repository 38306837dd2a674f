#pragma once
// How far apart two spellings are. Use it to name the words a person may have meant.

#include <cstddef>
#include <string>

namespace inkheal {

/// Letters to change, add or drop to turn a into b (Levenshtein).
std::size_t lettersApart(const std::string& a, const std::string& b);

}  // namespace inkheal
