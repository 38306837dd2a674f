#include "design/style.h"

#include <algorithm>

#include "base/error.h"
#include "base/file.h"
#include "base/json.h"

namespace inkheal::design {
namespace {

constexpr std::size_t mostPigments = 8;

/// A length or count that must be positive. @throws Error (badInput).
float positive(const Json& object, const std::string& key, const std::string& file) {
    const float value = want<float>(object, key, file);
    if (!(value > 0 && value < 100))
        throw badInput(file, "the value of \"" + key + "\" is out of range", "give a positive number below 100");
    return value;
}

Style styleFrom(const Json& entry, const std::string& file) {
    Style style;
    style.name = want<std::string>(entry, "name", file);
    style.description = want<std::string>(entry, "description", file);
    style.pigments = want<std::vector<std::string>>(entry, "pigments", file);
    if (style.pigments.empty() || style.pigments.size() > mostPigments)
        throw badInput(file,
                       "the style \"" + style.name + "\" has " + std::to_string(style.pigments.size()) + " pigments",
                       "give it one to eight");
    const Json needle = want<Json>(entry, "needle", file);
    style.needle.name = want<std::string>(needle, "name", file);
    style.needle.wireMm = positive(needle, "wireMm", file);
    style.needle.footprintMm = positive(needle, "footprintMm", file);
    style.needle.dilationMm = positive(needle, "dilationMm", file);
    style.needle.passes = positive(needle, "passes", file);
    return style;
}

}  // namespace

std::vector<Style> styles() {
    const auto path = shareFolder() / "styles.json";
    const Json all = readJson(path);
    std::vector<Style> list;
    for (const Json& entry : want<std::vector<Json>>(all, "styles", path.string()))
        list.push_back(styleFrom(entry, path.string()));
    return list;
}

Style styleNamed(const std::string& name) {
    const auto all = styles();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Style& s) { return s.name == name; });
    if (found != all.end()) return *found;
    std::string known;
    for (const auto& style : all) known += (known.empty() ? "" : ", ") + style.name;
    throw Error{"there is no style \"" + name + "\"; known are " + known + ".", Exit::usage};
}

}  // namespace inkheal::design
