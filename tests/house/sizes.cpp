// Rules about how long things are and how headers open.

#include <algorithm>

#include "house/rules.h"
#include "house/scopes.h"

namespace inkheal::house {
namespace {

constexpr int functionCap = 60;

/// 0 for a file without a cap.
int capOf(const std::string& path) {
    if (nameOf(path) == "main.cpp") return 40;
    if (isShaderEntry(path)) return 120;
    const std::string extension = extensionOf(path);
    return extension == ".cpp" ? 350 : extension == ".h" || extension == ".glsl" ? 180 : 0;
}

int liftedOr(const std::vector<LiftedCap>& lifted, const std::string& path, CapOf of, int cap) {
    for (const auto& row : lifted)
        if (row.path == path && row.of == of) return row.lines;
    return cap;
}

std::string over(const std::string& what, int lines, int cap) {
    return what + " has " + std::to_string(lines) + " lines, over its cap of " + std::to_string(cap);
}

bool isComment(const std::string& line) {
    return line.starts_with("//");
}

/// Length of the comment that starts at `line`.
std::size_t commentAt(const std::vector<std::string>& lines, std::size_t line) {
    std::size_t length = 0;
    while (line + length < lines.size() && isComment(lines[line + length])) ++length;
    return length;
}

}  // namespace

Findings overTheirCap(const Sources& sources, const std::vector<LiftedCap>& lifted) {
    Findings findings;
    for (const auto& source : sources) {
        const int cap = liftedOr(lifted, source.path, CapOf::file, capOf(source.path));
        const int lines = int(linesOf(source.text).size());
        if (cap > 0 && lines > cap) findings.push_back({source.path, lines, over("the file", lines, cap)});

        const int most = liftedOr(lifted, source.path, CapOf::function, functionCap);
        for (const auto& scope : scopesOf(source.text)) {
            const int length = scope.lastLine - scope.firstLine + 1;
            if (scope.kind == ScopeKind::function && length > most)
                findings.push_back({source.path, scope.firstLine, over("the function " + scope.name, length, most)});
        }
    }
    return findings;
}

Findings headersWithoutOpening(const Sources& sources) {
    Findings findings;
    for (const auto& source : sources) {
        const std::string extension = extensionOf(source.path);
        if (extension != ".h" && extension != ".glsl") continue;
        const auto lines = linesOf(source.text);
        std::size_t opening = 0;
        if (isShader(source.path)) {
            while (opening < lines.size() && lines[opening].starts_with("#")) ++opening;
        } else {
            opening = 1;
            if (lines.empty() || lines[0] != "#pragma once") {
                findings.push_back({source.path, 1, "does not begin with #pragma once"});
                continue;
            }
        }
        const std::size_t length = commentAt(lines, opening);
        if (length < 2 || length > 6)
            findings.push_back({source.path, int(opening) + 1,
                                "opens with " + std::to_string(length) +
                                    " lines of comment; say in 2 to 6 what this is for and when to use it"});
    }
    return findings;
}

}  // namespace inkheal::house
