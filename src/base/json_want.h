#pragma once
// The body of base/json.h's want(): a getter that names file and key, and takes a number only as it stands. Included by
// base/json.h alone.

#include <cmath>
#include <limits>
#include <type_traits>

#include "base/error.h"

namespace inkheal {

/// Whether the number can be a T as it stands: nlohmann itself would cut, wrap or overflow it without a word.
template <class T>
bool fits(const Json& value) {
    if constexpr (std::is_same_v<T, bool> || !std::is_arithmetic_v<T>) {
        return true;
    } else {
        if (!value.is_number()) return false;
        const double number = value.get<double>();
        const double lowest = double(std::numeric_limits<T>::lowest()), most = double(std::numeric_limits<T>::max());
        return number >= lowest && number <= most && (std::is_floating_point_v<T> || number == std::floor(number));
    }
}

template <class T>
T want(const Json& object, const std::string& key, const std::string& name) {
    const auto found = object.is_object() ? object.find(key) : object.end();
    if (!object.is_object() || found == object.end())
        throw badInput(name, "the key \"" + key + "\" is missing", "add it");
    try {
        if (fits<T>(*found)) return found->template get<T>();
    } catch (const nlohmann::json::exception&) {
    }
    throw badInput(name, "the value of \"" + key + "\" is of the wrong type", "see the shipped assets for its form");
}

}  // namespace inkheal
