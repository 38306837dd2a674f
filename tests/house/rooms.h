#pragma once
// The rooms and the arrows between them: who may include whom. The same arrows stand in src/CMakeLists.txt as what each
// library links; a test compares the two.

#include <map>
#include <string>
#include <vector>

#include "house/exceptions.h"
#include "house/source.h"

namespace inkheal::house {

using Arrows = std::map<std::string, std::vector<std::string>>;

/// The arrows as drawn; they carry on.
const Arrows& arrows();

/// Own room, or one that the arrows lead to, over several rooms if need be.
bool mayInclude(const std::string& room, const std::string& other);

/// What the room() lines of a CMakeLists.txt say.
Arrows arrowsOfBuild(const std::string& cmake);

/// Includes that go against the arrows, from C++ and from shaders alike; includes of a file of the project that do not
/// name it as "room/file".
Findings wrongIncludes(const Sources& sources, const Exceptions& exceptions = includeExceptions());

}  // namespace inkheal::house
