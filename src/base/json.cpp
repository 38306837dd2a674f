#include "base/json.h"

#include "base/error.h"
#include "base/file.h"

namespace inkheal {
namespace {

constexpr std::size_t capBytes = std::size_t(16) << 20;
constexpr int capDepth = 64;

/// nlohmann's words without its own number in front: "[json.exception.parse_error.101] parse error at line 1 ...".
std::string plainReason(const std::string& what) {
    const auto bracket = what.find("] ");
    return what.rfind('[', 0) == 0 && bracket != what.npos ? what.substr(bracket + 2) : what;
}

}  // namespace

Json parseJson(std::string_view text, const std::string& name) {
    if (text.size() > capBytes) throw badInput(name, "is larger than 16 MiB of JSON", "give a smaller file");
    bool tooDeep = false;
    const auto guard = [&](int depth, Json::parse_event_t event, Json&) {
        const bool opens = event == Json::parse_event_t::object_start || event == Json::parse_event_t::array_start;
        if (opens && depth >= capDepth) tooDeep = true;
        return !tooDeep;
    };
    // The callback drops what lies too deep, so that neither parsing nor destruction recurses without bound.
    try {
        Json json = Json::parse(text.begin(), text.end(), guard);
        if (tooDeep) throw badInput(name, "is nested deeper than 64 levels", "give flatter JSON");
        return json;
    } catch (const nlohmann::json::exception& e) {
        throw badInput(name, "is not valid JSON (" + plainReason(e.what()) + ")", "mend it at the place named");
    }
}

Json readJson(const std::filesystem::path& file) {
    const std::vector<std::uint8_t> bytes = readFile(file, capBytes);
    return parseJson({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, file.string());
}

}  // namespace inkheal
