#include "house/exceptions.h"

#include <algorithm>

namespace inkheal::house {

const std::vector<LiftedCap>& liftedCaps() {
    static const std::vector<LiftedCap> table{};
    return table;
}

const Exceptions& includeExceptions() {
    static const Exceptions table{
        {"src/cli/main.cpp", "the executable's main joins the two front ends, which do not know each other"},
    };
    return table;
}

const Exceptions& vulkanExceptions() {
    static const Exceptions table{};
    return table;
}

const Exceptions& nameExceptions() {
    static const Exceptions table{
        {"src/cli/info.cpp", "the verb is called info"},
    };
    return table;
}

bool isExcepted(const Exceptions& exceptions, const std::string& path) {
    return std::any_of(exceptions.begin(), exceptions.end(), [&](const Exception& e) { return e.path == path; });
}

}  // namespace inkheal::house
