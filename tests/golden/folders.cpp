#include "golden/folders.h"

#include <set>

#include "base/png.h"
#include "golden/difference.h"

namespace inkheal::golden {
namespace {

using Path = std::filesystem::path;

/// The stamp in the folder of `picture` or the one above.
Json stampOf(const Path& picture) {
    const Path folder = std::filesystem::absolute(picture).parent_path();
    const Path beside = folder / "stamp.json";
    return readJson(std::filesystem::exists(beside) ? beside : folder.parent_path() / "stamp.json");
}

std::set<std::string> picturesIn(const Path& folder) {
    std::set<std::string> names;
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(folder, none))
        if (entry.path().extension() == ".png") names.insert(entry.path().filename());
    return names;
}

std::vector<std::string> complaintOf(const Path& golden, const Path& made) {
    if (!std::filesystem::exists(golden)) return {made.string() + " has no golden " + golden.string()};
    if (!std::filesystem::exists(made)) return {golden.string() + " was not made anew as " + made.string()};
    const auto wrong =
        complaint(differenceOf(readOwnPng(golden), readOwnPng(made)), allowedBetween(stampOf(golden), stampOf(made)));
    if (!wrong) return {};
    return {made.string() + " " + *wrong + "; its golden is " + golden.string()};
}

}  // namespace

std::vector<std::string> complaintsBetween(const Path& golden, const Path& made) {
    if (!std::filesystem::is_directory(golden) && !std::filesystem::is_directory(made))
        return complaintOf(golden, made);
    std::set<std::string> names = picturesIn(golden);
    names.merge(picturesIn(made));
    if (names.empty()) return {"there are no pictures in " + golden.string() + " and " + made.string()};
    std::vector<std::string> all;
    for (const std::string& name : names)
        for (const std::string& one : complaintOf(golden / name, made / name)) all.push_back(one);
    return all;
}

}  // namespace inkheal::golden
