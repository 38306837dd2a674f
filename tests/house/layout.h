#pragma once
// How a struct lies in memory, as C++ lays it out and as a shader's SPIR-V declares it, in one form so that the two can
// be compared.

#include <string>
#include <vector>

#include "gpu/shader_table.h"
#include "house/shared_structs.h"

namespace inkheal::house {

struct LaidMember {
    std::string name;
    std::string type;  // one of the shared types, or "struct"
    std::size_t offset = 0, size = 0;
    int count = 0;  // of an array; 0: no array
};

struct Laid {
    std::string name;
    std::size_t size = 0;
    std::vector<LaidMember> members;
};

/// Every struct of the step headers, from the C++ compiler.
const std::vector<Laid>& layoutsInCpp();

/// Every shared struct that the SPIR-V of a shader holds in its push block or its storage buffers, structs inside
/// structs included. SPIR-V bears no names: blocks come from the shader's own text, members from `shared`.
std::vector<Laid> layoutsInShader(const gpu::EmbeddedShader& shader, const std::vector<ShaderBlock>& blocks,
                                  const std::vector<SharedStruct>& shared);

/// Bytes of the push block; 0 without one.
std::size_t pushBytesOf(const gpu::EmbeddedShader& shader);

/// What differs, one sentence each.
std::vector<std::string> differences(const Laid& cpp, const Laid& shader);

}  // namespace inkheal::house
