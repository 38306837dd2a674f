#include "house/source.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

namespace inkheal::house {
namespace {

void blank(std::string& text, std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < std::min(to, text.size()); ++i)
        if (text[i] != '\n') text[i] = ' ';
}

std::size_t endAfter(const std::string& text, const std::string& closing, std::size_t from) {
    const auto found = text.find(closing, from);
    return found == std::string::npos ? text.size() : found + closing.size();
}

/// End of the string or character that opens at `from`.
std::size_t endOfQuoted(const std::string& text, std::size_t from) {
    if (text[from] == '"' && from > 0 && text[from - 1] == 'R') {
        const auto parenthesis = text.find('(', from);
        return endAfter(text, ")" + text.substr(from + 1, parenthesis - from - 1) + "\"", from);
    }
    std::size_t i = from + 1;
    while (i < text.size() && text[i] != text[from] && text[i] != '\n') i += text[i] == '\\' ? 2 : 1;
    return i + 1;
}

bool isDigitSeparator(const std::string& text, std::size_t at) {
    return text[at] == '\'' && at > 0 && std::isxdigit(static_cast<unsigned char>(text[at - 1]));
}

}  // namespace

Sources readProject(const std::vector<std::string>& folders) {
    static const std::set<std::string> kinds{".cpp", ".h", ".comp", ".vert", ".frag", ".glsl"};
    const std::filesystem::path project = INKHEAL_SOURCE_DIR;
    Sources sources;
    for (const auto& folder : folders) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(project / folder)) {
            if (!entry.is_regular_file() || !kinds.contains(entry.path().extension())) continue;
            std::ifstream file(entry.path(), std::ios::binary);
            sources.push_back({std::filesystem::relative(entry.path(), project).generic_string(),
                               {std::istreambuf_iterator<char>(file), {}}});
        }
    }
    std::sort(sources.begin(), sources.end(), [](const Source& a, const Source& b) { return a.path < b.path; });
    return sources;
}

std::string listed(const Findings& findings) {
    std::ostringstream words;
    for (const auto& finding : findings) words << "\n" << finding.path << ":" << finding.line << ": " << finding.says;
    return words.str();
}

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

std::string codeOf(const std::string& text) {
    std::string code = text;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i;
        if (text.compare(i, 2, "//") == 0)
            end = std::min(text.find('\n', i), text.size());
        else if (text.compare(i, 2, "/*") == 0)
            end = endAfter(text, "*/", i + 2);
        else if (text[i] == '"' || (text[i] == '\'' && !isDigitSeparator(text, i)))
            end = endOfQuoted(text, i);
        blank(code, i, end);
        i = std::max(end, i + 1);
    }
    return code;
}

std::string plainCodeOf(const std::string& text) {
    std::string code = codeOf(text);
    bool goesOn = false;
    for (std::size_t start = 0; start < code.size();) {
        const std::size_t end = std::min(code.find('\n', start), code.size());
        const auto first = code.find_first_not_of(" \t", start);
        const bool directive = goesOn || (first < end && code[first] == '#');
        goesOn = directive && end > start && code[end - 1] == '\\';
        if (directive) blank(code, start, end);
        start = end + 1;
    }
    return code;
}

int lineAt(const std::string& text, std::size_t offset) {
    return 1 + int(std::count(text.begin(), text.begin() + std::ptrdiff_t(std::min(offset, text.size())), '\n'));
}

std::string roomOf(const std::string& path) {
    const auto first = path.find('/');
    if (first == std::string::npos) return {};
    const std::string top = path.substr(0, first);
    if (top != "src" && top != "shaders") return {};
    const auto second = path.find('/', first + 1);
    return second == std::string::npos ? std::string{} : path.substr(first + 1, second - first - 1);
}

std::string extensionOf(const std::string& path) {
    return std::filesystem::path(path).extension().string();
}

std::string nameOf(const std::string& path) {
    return std::filesystem::path(path).filename().string();
}

bool isShaderEntry(const std::string& path) {
    const std::string extension = extensionOf(path);
    return extension == ".comp" || extension == ".vert" || extension == ".frag";
}

bool isShader(const std::string& path) {
    return path.starts_with("shaders/");
}

}  // namespace inkheal::house
