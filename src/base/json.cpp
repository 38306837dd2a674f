#include "base/json.h"

#include "base/error.h"
#include "base/file.h"

namespace inkheal {
namespace {

constexpr std::size_t capBytes = std::size_t(16) << 20;
constexpr int capDepth = 64;

}  // namespace

Json parseJson(std::string_view text, const std::string& name) {
    if (text.size() > capBytes) throw badInput(name, "is larger than 16 MiB of JSON", "give a smaller file");
    bool tooDeep = false;
    const auto guard = [&](int depth, Json::parse_event_t, Json&) {
        if (depth > capDepth) tooDeep = true;
        return !tooDeep;
    };
    // The callback drops what lies too deep, so that neither parsing nor destruction recurses without bound.
    try {
        Json json = Json::parse(text.begin(), text.end(), guard);
        if (tooDeep) throw badInput(name, "is nested deeper than 64 levels", "give flatter JSON");
        return json;
    } catch (const nlohmann::json::exception& e) {
        throw badInput(name, std::string("is not valid JSON (") + e.what() + ")", "mend it at the place named");
    }
}

Json readJson(const std::filesystem::path& file) {
    const std::vector<std::uint8_t> bytes = readFile(file, capBytes);
    return parseJson({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, file.string());
}

}  // namespace inkheal
