#pragma once
// The rules of the house, apart from the arrows (house/rooms.h). Each takes the files it is to judge and returns what
// is wrong with them; the tables in house/exceptions.h are taken into account.

#include "house/exceptions.h"
#include "house/source.h"

namespace inkheal::house {

/// `Vk`, `vk` and Vulkan's headers outside src/gpu.
Findings vulkanOutsideGpu(const Sources& sources, const Exceptions& exceptions = vulkanExceptions());

/// Two declarations of one struct: a name that headers or shaders declare twice, or that a .cpp declares again beside
/// its room's headers or the shaders' it may include; or two structs of any name with the same three or more members.
Findings structsDeclaredTwice(const Sources& sources);

/// Files and functions over their cap.
Findings overTheirCap(const Sources& sources, const std::vector<LiftedCap>& lifted = liftedCaps());

/// Type and file names with a part that says nothing.
Findings emptyNames(const Sources& sources, const Exceptions& exceptions = nameExceptions());

/// Headers that do not open with `#pragma once` (C++) and a comment of two to six lines (shader headers: before or
/// after their guard).
Findings headersWithoutOpening(const Sources& sources);

/// Notes of work left undone.
Findings notesOfUndoneWork(const Sources& sources);

/// Numbers of two or more decimals in GLSL outside laws headers.
Findings constantsInShaders(const Sources& sources);

/// Members of structs shared with shaders (step headers) of other types than the shared ones.
Findings sharedMembersOfOtherTypes(const Sources& sources);

}  // namespace inkheal::house
