#pragma once
// Where types and functions of a file of C++ or GLSL begin and end. Braces are followed by hand, not by a compiler:
// good enough for code in one format, and it reads a file in less than a millisecond.

#include <string>
#include <vector>

namespace inkheal::house {

enum class ScopeKind { space, type, enumeration, function, other };

struct Scope {
    ScopeKind kind = ScopeKind::other;
    std::string name;  // types: with the types they lie in, "Image::Body"
    std::string body;  // types: the text between the braces
    int firstLine = 0, lastLine = 0;
};

/// All scopes outside functions, in the order they close.
std::vector<Scope> scopesOf(const std::string& text);

}  // namespace inkheal::house
