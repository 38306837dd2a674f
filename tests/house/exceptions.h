#pragma once
// The tables of what the house lets pass, each line with its reason. A line that nothing needs any more fails the test,
// so that the tables only hold what is true.

#include <string>
#include <vector>

namespace inkheal::house {

struct Exception {
    std::string path;
    std::string reason;
};
using Exceptions = std::vector<Exception>;

enum class CapOf { file, function };

struct LiftedCap {
    std::string path;
    CapOf of;
    int lines;  // the cap for this file, or for each function in it
    std::string reason;
};

const std::vector<LiftedCap>& liftedCaps();
const Exceptions& includeExceptions();  // go against the arrows
const Exceptions& vulkanExceptions();   // say Vk outside gpu
const Exceptions& nameExceptions();     // bear a forbidden name

bool isExcepted(const Exceptions& exceptions, const std::string& path);

}  // namespace inkheal::house
