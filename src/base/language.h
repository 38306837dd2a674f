#pragma once
// The language a person reads, as the environment says it.
// For words that come from files in several languages.

#include <string>

namespace inkheal {

/// Two or three small letters such as "en" or "de": from the first of LC_ALL, LC_MESSAGES and LANG that is set and not
/// empty, without country and encoding. "en" where that is none of a language ("C", "POSIX").
std::string wishedLanguage();

}  // namespace inkheal
