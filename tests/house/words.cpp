// Rules about single words and numbers.

#include <regex>
#include <set>

#include "house/rules.h"
#include "house/scopes.h"

namespace inkheal::house {
namespace {

/// Every match of `pattern` in `text` as a finding of `source`.
template <class Say>
void findAll(const Source& source, const std::string& text, const std::regex& pattern, Findings& findings, Say say) {
    for (std::sregex_iterator i(text.begin(), text.end(), pattern), none; i != none; ++i)
        findings.push_back({source.path, lineAt(text, std::size_t(i->position())), say(i->str())});
}

/// "PascalCase" and "snake_case" in lower-case parts: {"pascal", "case"}.
std::vector<std::string> partsOf(const std::string& name) {
    std::vector<std::string> parts;
    bool fresh = true;
    for (const char letter : name) {
        if (!std::isalnum(static_cast<unsigned char>(letter))) {
            fresh = true;
            continue;
        }
        if (fresh || std::isupper(static_cast<unsigned char>(letter))) parts.emplace_back();
        fresh = false;
        parts.back() += char(std::tolower(static_cast<unsigned char>(letter)));
    }
    return parts;
}

std::string emptyPartOf(const std::string& name) {
    static const std::set<std::string> empty{"manager", "managers", "helper", "helpers", "util",
                                             "utils",   "utility",  "data",   "info",    "infos"};
    for (const auto& part : partsOf(name))
        if (empty.contains(part)) return part;
    return {};
}

}  // namespace

Findings vulkanOutsideGpu(const Sources& sources, const Exceptions& exceptions) {
    static const std::regex word(R"(\b(?:Vk[A-Z]\w*|vk[A-Z]\w*|VK_\w+|PFN_vk\w*)|#\s*include\s*[<"]vulkan/)");
    Findings findings;
    for (const auto& source : sources) {
        const bool elsewhere = source.path.starts_with("src/") && roomOf(source.path) != "gpu";
        if (!elsewhere || isExcepted(exceptions, source.path)) continue;
        int number = 0;
        const auto code = linesOf(codeOf(source.text)), raw = linesOf(source.text);
        for (std::size_t i = 0; i < code.size(); ++i) {
            ++number;
            std::smatch found;
            // An include names its file in quotes, which are blank in the code.
            const bool directive = code[i].find("include") != std::string::npos;
            if (std::regex_search(directive ? raw[i] : code[i], found, word))
                findings.push_back({source.path, number, "says " + found.str() + " outside src/gpu"});
        }
    }
    return findings;
}

Findings emptyNames(const Sources& sources, const Exceptions& exceptions) {
    static const std::regex alias(R"(\busing\s+(\w+)\s*=)");
    Findings findings;
    for (const auto& source : sources) {
        if (isExcepted(exceptions, source.path)) continue;
        const auto judge = [&](const std::string& name, int line, const char* what) {
            const std::string part = emptyPartOf(name);
            if (!part.empty())
                findings.push_back(
                    {source.path, line, std::string(what) + " " + name + ": \"" + part + "\" says nothing"});
        };
        judge(nameOf(source.path), 1, "the file");
        for (const auto& scope : scopesOf(source.text))
            if (scope.kind == ScopeKind::type || scope.kind == ScopeKind::enumeration)
                judge(scope.name, scope.firstLine, "the type");
        const std::string code = plainCodeOf(source.text);
        for (std::sregex_iterator i(code.begin(), code.end(), alias), none; i != none; ++i)
            judge((*i)[1], lineAt(code, std::size_t(i->position())), "the type");
    }
    return findings;
}

Findings notesOfUndoneWork(const Sources& sources) {
    // Put together here, so that this file does not find itself.
    static const std::regex note(std::string("\\b(TO") + "DO|FIX" + "ME|X" + "XX|HA" + "CK)\\b");
    Findings findings;
    for (const auto& source : sources)
        findAll(source, source.text, note, findings,
                [](const std::string& found) { return "says " + found + "; finish it, or say what is so"; });
    return findings;
}

Findings constantsInShaders(const Sources& sources) {
    static const std::regex number(R"((?:\b\d+)?\.\d\d+\w*)");
    Findings findings;
    for (const auto& source : sources)
        if (isShader(source.path) && extensionOf(source.path) != ".h")
            findAll(source, codeOf(source.text), number, findings, [](const std::string& found) {
                return "holds " + found + "; a formula and its constants live in a laws header";
            });
    return findings;
}

}  // namespace inkheal::house
