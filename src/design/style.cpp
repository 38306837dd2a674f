#include "design/style.h"

#include <algorithm>
#include <functional>

#include "base/error.h"
#include "base/file.h"
#include "base/json.h"

namespace inkheal::design {
namespace {

constexpr std::size_t mostPigments = 8;

/// A length or number that must be positive. @throws Error (badInput).
float positive(const Json& object, const std::string& key, const std::string& file) {
    const float value = want<float>(object, key, file);
    if (!(value > 0 && value < 100))
        throw badInput(file, "the value of \"" + key + "\" is out of range", "give a positive number below 100");
    return value;
}

Grouping groupingFrom(const Json& needle, const std::string& file) {
    const std::string word = want<std::string>(needle, "grouping", file);
    if (word == "round") return Grouping::round;
    if (word == "magnum") return Grouping::magnum;
    if (word == "curved magnum") return Grouping::curvedMagnum;
    throw badInput(file, "there is no grouping \"" + word + "\"", "use round, magnum or curved magnum");
}

NeedleKind needleFrom(const Json& entry, const std::string& file) {
    NeedleKind needle;
    needle.name = want<std::string>(entry, "name", file);
    needle.grouping = groupingFrom(entry, file);
    needle.count = want<int>(entry, "count", file);
    const int most = needle.grouping == Grouping::round ? mostRoundNeedles : 49;
    if (needle.count < 1 || needle.count > most)
        throw badInput(file, "the needle \"" + needle.name + "\" groups " + std::to_string(needle.count) + " wires",
                       "give it 1 to " + std::to_string(most));
    needle.wireMm = positive(entry, "wireMm", file);
    needle.strokesPerMm = positive(entry, "strokesPerMm", file);
    needle.passes = positive(entry, "passes", file);
    needle.dilationMm = positive(entry, "dilationMm", file);
    needle.columnMm = positive(entry, "columnMm", file);
    return needle;
}

std::vector<float> washesFrom(const Json& entry, const std::string& file) {
    auto washes = want<std::vector<float>>(entry, "washes", file);
    const bool falls = std::adjacent_find(washes.begin(), washes.end(), std::less_equal<>()) == washes.end();
    if (washes.empty() || washes.front() != 1 || washes.back() <= 0 || !falls)
        throw badInput(file, "the washes do not fall from 1", "give shares of full black, such as [1, 0.5, 0.2]");
    return washes;
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
    if (entry.contains("washes")) style.washes = washesFrom(entry, file);
    const Json needles = want<Json>(entry, "needles", file);
    style.liner = needleFrom(want<Json>(needles, "liner", file), file);
    style.shader = needles.contains("shader") ? needleFrom(needles["shader"], file) : style.liner;
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
