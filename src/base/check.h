#pragma once
// Our own mistakes stop the program in every build and print both values. For what the world does wrong, throw
// base/error.h's Error instead.

#include <cstdio>
#include <cstdlib>
#include <source_location>
#include <sstream>
#include <string>

namespace inkheal {

[[noreturn]] inline void checkFailed(const std::string& said, const std::source_location& where) {
    std::fprintf(stderr, "inkheal: internal error at %s:%u: %s\n", where.file_name(), unsigned(where.line()),
                 said.c_str());
    std::abort();
}

inline void check(bool holds, const char* said, const std::source_location& where = std::source_location::current()) {
    if (!holds) checkFailed(said, where);
}

/// Stops with both values unless they are equal. `said` names what is compared, e.g. "bindings of
/// healing/inflame.comp".
template <class A, class B>
void checkEqual(const A& got, const B& wanted, const std::string& said,
                const std::source_location& where = std::source_location::current()) {
    if (got == wanted) return;
    std::ostringstream words;
    words << said << ": got " << got << ", wanted " << wanted;
    checkFailed(words.str(), where);
}

}  // namespace inkheal
