#pragma once
// The structs that C++ and GLSL share, as their headers write them, and which block of which shader holds one. Used by
// the rules, and by the generator of the layout test.

#include <optional>
#include <string>
#include <vector>

#include "house/source.h"

namespace inkheal::house {

struct SharedMember {
    std::string type, name;
    int count = 0;  // of an array; 0: no array
};

struct SharedStruct {
    std::string name;
    int line = 0;
    std::vector<SharedMember> members;
};

/// shaders/ROOM/step.h and shaders/ROOM/*_step.h.
bool isStepHeader(const std::string& path);

std::vector<SharedStruct> sharedStructsOf(const Source& header);

/// "StepInputs inputs; Card cards[3]" and the like.
std::vector<SharedMember> membersIn(const std::string& body);

struct ShaderBlock {
    std::optional<unsigned> binding;  // none: the push block
    std::vector<SharedMember> members;
};

/// The push block and the storage buffers that a shader's own text declares.
std::vector<ShaderBlock> blocksOf(const std::string& shaderText);

}  // namespace inkheal::house
