// house_layout_list FILE: writes what layout_cpp.cpp includes, from the step headers as they are. Run by the build.

#include <fstream>

#include "house/shared_structs.h"

int main(int count, char** words) {
    using namespace inkheal::house;
    if (count != 2) return 2;
    std::ofstream out(words[1]);
    std::string rows;
    out << "namespace headers {\nusing namespace language;\n";
    for (const auto& header : readProject({"shaders"})) {
        if (!isStepHeader(header.path)) continue;
        out << "#include \"" << header.path.substr(header.path.find('/') + 1) << "\"\n";
        for (const auto& shared : sharedStructsOf(header)) {
            rows += "    LAID_STRUCT(" + shared.name;
            for (const auto& member : shared.members)
                rows += ",\n                LAID_MEMBER(" + shared.name + ", " + member.name + ")";
            rows += "),\n";
        }
    }
    out << "}  // namespace headers\nconst std::vector<Laid> table{\n" << rows << "};\n";
    return out.flush() ? 0 : 1;
}
