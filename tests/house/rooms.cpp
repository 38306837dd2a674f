#include "house/rooms.h"

#include <regex>
#include <set>
#include <sstream>

namespace inkheal::house {
namespace {

struct Include {
    int line = 0;
    bool quoted = false;
    std::string file;
};

std::vector<Include> includesOf(const Source& source) {
    static const std::regex directive(R"rx(^\s*#\s*include\s*(["<])([^">]+)[">])rx");
    std::vector<Include> includes;
    int number = 0;
    for (const auto& line : linesOf(source.text)) {
        ++number;
        std::smatch found;
        if (std::regex_search(line, found, directive)) includes.push_back({number, found[1] == "\"", found[2]});
    }
    return includes;
}

bool reaches(const std::string& from, const std::string& to, std::set<std::string>& seen) {
    if (from == to) return true;
    const auto next = arrows().find(from);
    if (next == arrows().end() || !seen.insert(from).second) return false;
    for (const auto& room : next->second)
        if (reaches(room, to, seen)) return true;
    return false;
}

/// Empty if the include is right.
std::string fault(const std::string& room, const Include& include, bool shader) {
    const std::string other = include.file.substr(0, include.file.find('/'));
    const bool knownRoom = arrows().contains(other) && other != include.file;
    if (other == "shared" || (!include.quoted && !knownRoom)) return {};
    if (!knownRoom) return "includes \"" + include.file + "\", which names no room; write \"room/file\"";
    if (room == "shared") return "shared/ includes the room " + other + ", but belongs to all rooms";
    if (!mayInclude(room, other))
        return std::string(shader ? "a shader of " : "") + room + " includes " + include.file +
               ", but no arrow leads from " + room + " to " + other;
    return {};
}

}  // namespace

const Arrows& arrows() {
    static const Arrows drawn{
        {"base", {}},
        {"gpu", {"base"}},
        {"intake", {"base"}},
        {"body", {"intake"}},
        {"design", {"intake"}},
        {"skin", {"gpu"}},
        {"needle", {"skin", "design", "body"}},
        {"healing", {"skin"}},
        {"portrait", {"skin", "body"}},
        {"studio", {"needle", "healing", "portrait"}},
        {"bake", {"body"}},
        {"cli", {"studio"}},
        {"desktop", {"studio"}},
    };
    return drawn;
}

bool mayInclude(const std::string& room, const std::string& other) {
    std::set<std::string> seen;
    return reaches(room, other, seen);
}

Arrows arrowsOfBuild(const std::string& cmake) {
    static const std::regex call(R"(^room\((\w+)([^)]*)\))");
    Arrows read;
    for (const auto& line : linesOf(cmake)) {
        std::smatch found;
        if (!std::regex_search(line, found, call)) continue;
        std::istringstream words(found[2]);
        auto& list = read[found[1]];
        for (std::string word; words >> word;) list.push_back(word);
    }
    return read;
}

Findings wrongIncludes(const Sources& sources, const Exceptions& exceptions) {
    Findings findings;
    for (const auto& source : sources) {
        const std::string room = roomOf(source.path);
        if (room.empty() || isExcepted(exceptions, source.path)) continue;
        if (room != "shared" && !arrows().contains(room)) {
            findings.push_back({source.path, 1, "lies in " + room + ", which is no room of the house"});
            continue;
        }
        for (const auto& include : includesOf(source)) {
            const std::string says = fault(room, include, isShader(source.path));
            if (!says.empty()) findings.push_back({source.path, include.line, says});
        }
    }
    return findings;
}

}  // namespace inkheal::house
