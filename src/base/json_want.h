#pragma once
// The body of base/json.h's want(): a getter that names file and key. Included by base/json.h alone.

#include "base/error.h"

namespace inkheal {

template <class T>
T want(const Json& object, const std::string& key, const std::string& name) {
    const auto found = object.is_object() ? object.find(key) : object.end();
    if (!object.is_object() || found == object.end())
        throw badInput(name, "the key \"" + key + "\" is missing", "add it");
    try {
        return found->template get<T>();
    } catch (const nlohmann::json::exception&) {
        throw badInput(name, "the value of \"" + key + "\" is of the wrong type",
                       "see the shipped assets for its form");
    }
}

}  // namespace inkheal
