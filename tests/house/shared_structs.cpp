#include "house/shared_structs.h"

#include <regex>
#include <sstream>

#include "house/scopes.h"

namespace inkheal::house {

bool isStepHeader(const std::string& path) {
    return isShader(path) && path.ends_with("step.h");
}

std::vector<SharedMember> membersIn(const std::string& body) {
    static const std::regex declaration(R"(^\s*(?:(?:readonly|writeonly|const)\s+)*(\w+)\s+([^;]+)$)");
    static const std::regex declarator(R"((\w+)\s*(?:\[\s*(\d*)\s*\])?)");
    std::vector<SharedMember> members;
    std::istringstream statements(body);
    for (std::string statement; std::getline(statements, statement, ';');) {
        std::replace(statement.begin(), statement.end(), '\n', ' ');
        std::smatch parts;
        if (!std::regex_match(statement, parts, declaration)) continue;
        const std::string names = parts[2];
        for (std::sregex_iterator i(names.begin(), names.end(), declarator), none; i != none; ++i)
            members.push_back({parts[1], (*i)[1], (*i)[2].length() > 0 ? std::stoi((*i)[2]) : 0});
    }
    return members;
}

std::vector<SharedStruct> sharedStructsOf(const Source& header) {
    std::vector<SharedStruct> structs;
    for (const auto& scope : scopesOf(header.text))
        if (scope.kind == ScopeKind::type) structs.push_back({scope.name, scope.firstLine, membersIn(scope.body)});
    return structs;
}

std::vector<ShaderBlock> blocksOf(const std::string& shaderText) {
    static const std::regex block(
        R"(layout\s*\(([^)]*)\)\s*(?:(?:readonly|writeonly|coherent|restrict|volatile)\s+)*(?:uniform|buffer)\s+\w+\s*\{([^}]*)\})");
    static const std::regex binding(R"(\bbinding\s*=\s*(\d+))");
    const std::string code = plainCodeOf(shaderText);
    std::vector<ShaderBlock> blocks;
    for (std::sregex_iterator i(code.begin(), code.end(), block), none; i != none; ++i) {
        const std::string layout = (*i)[1];
        std::smatch number;
        ShaderBlock found{std::nullopt, membersIn((*i)[2])};
        if (std::regex_search(layout, number, binding)) found.binding = unsigned(std::stoul(number[1]));
        blocks.push_back(std::move(found));
    }
    return blocks;
}

}  // namespace inkheal::house
