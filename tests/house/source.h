#pragma once
// The text of the project as the rules of the house read it: files by path, code without comments and strings, and what
// a rule has to say about them. Rules are fed Sources, so that a test can feed them planted text.

#include <string>
#include <vector>

namespace inkheal::house {

struct Source {
    std::string path;  // below the project's folder, with '/': "src/gpu/device.h"
    std::string text;
};
using Sources = std::vector<Source>;

struct Finding {
    std::string path;
    int line = 0;
    std::string says;
};
using Findings = std::vector<Finding>;

/// Every C++ and GLSL file below `folders` of the project, by path.
Sources readProject(const std::vector<std::string>& folders);

/// One finding a line, "path:line: says", for a test's message.
std::string listed(const Findings& findings);

std::vector<std::string> linesOf(const std::string& text);

/// The text with comments, strings and characters blanked out; every other character keeps its line and column.
std::string codeOf(const std::string& text);

/// The same without preprocessor lines.
std::string plainCodeOf(const std::string& text);

/// Line of the character at `offset`, from 1.
int lineAt(const std::string& text, std::size_t offset);

/// "gpu" of "src/gpu/device.h" and of "shaders/gpu/copy.comp"; empty for files outside src and shaders.
std::string roomOf(const std::string& path);

std::string extensionOf(const std::string& path);  // ".cpp"
std::string nameOf(const std::string& path);       // "device.h"
bool isShaderEntry(const std::string& path);       // .comp, .vert, .frag
bool isShader(const std::string& path);            // any file of GLSL below shaders/

}  // namespace inkheal::house
