// Rules about structs: declared once, and shared ones of shared types.

#include <map>
#include <regex>
#include <set>

#include "house/rooms.h"
#include "house/rules.h"
#include "house/scopes.h"
#include "house/shared_structs.h"

namespace inkheal::house {
namespace {

struct Declaration {
    std::string path;
    int line = 0;
    std::string name;
    std::string members;  // without blanks; empty with fewer than three
};

bool isPublic(const Declaration& declaration) {
    return extensionOf(declaration.path) != ".cpp";
}

/// A header's struct clashes with every other of its name. A .cpp's own clashes with those of its room's headers and
/// of the shader headers it may include; what another room calls its own lies in another namespace.
bool clash(const Declaration& first, const Declaration& second) {
    if (!isPublic(first) || isPublic(second)) return isPublic(first);
    const std::string room = roomOf(second.path), other = roomOf(first.path);
    return room == other || (isShader(first.path) && mayInclude(room, other));
}

std::string membersOf(const std::string& body) {
    static const std::regex initializer(R"(\s*(?:=[^;,]*|\{[^}]*\})(?=[;,]))"), blanks(R"(\s+)");
    const std::string plain = std::regex_replace(std::regex_replace(body, initializer, ""), blanks, " ");
    return std::count(plain.begin(), plain.end(), ';') + std::count(plain.begin(), plain.end(), ',') >= 3
               ? plain
               : std::string{};
}

std::vector<Declaration> declarationsIn(const Sources& sources) {
    std::vector<Declaration> all;
    for (const auto& source : sources)
        for (const auto& scope : scopesOf(source.text))
            if (scope.kind == ScopeKind::type && !scope.name.empty())
                all.push_back({source.path, scope.firstLine, scope.name, membersOf(scope.body)});
    return all;
}

std::string place(const Declaration& declaration) {
    return declaration.path + ":" + std::to_string(declaration.line);
}

}  // namespace

Findings structsDeclaredTwice(const Sources& sources) {
    Findings findings;
    std::map<std::string, Declaration> named, shaped;
    auto all = declarationsIn(sources);
    std::stable_partition(all.begin(), all.end(), isPublic);
    for (const auto& declaration : all) {
        const auto [same, isNew] = named.try_emplace(declaration.name, declaration);
        const bool again = !isNew && clash(same->second, declaration);
        if (again)
            findings.push_back({declaration.path, declaration.line,
                                "declares " + declaration.name + " again, after " + place(same->second)});
        if (declaration.members.empty()) continue;
        const auto [alike, isFirst] = shaped.try_emplace(declaration.members, declaration);
        if (!isFirst && !again)
            findings.push_back(
                {declaration.path, declaration.line,
                 declaration.name + " has the very members of " + alike->second.name + " in " + place(alike->second)});
    }
    return findings;
}

Findings sharedMembersOfOtherTypes(const Sources& sources) {
    static const std::set<std::string> allowed{"float", "int", "uint", "vec2", "vec4", "mat4"};
    Findings findings;
    for (const auto& source : sources) {
        if (!isStepHeader(source.path)) continue;
        std::set<std::string> above;  // structs of the same header may hold one another
        for (const auto& shared : sharedStructsOf(source)) {
            for (const auto& member : shared.members)
                if (!allowed.contains(member.type) && !above.contains(member.type))
                    findings.push_back({source.path, shared.line,
                                        shared.name + "::" + member.name + " is a " + member.type +
                                            "; shared structs hold float int uint vec2 vec4 mat4"});
            above.insert(shared.name);
        }
    }
    return findings;
}

}  // namespace inkheal::house
