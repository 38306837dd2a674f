#include "body/site.h"

#include <algorithm>
#include <numeric>

#include "base/error.h"
#include "base/file.h"
#include "base/json.h"

namespace inkheal::body {

namespace {

Site siteFrom(const Json& entry, const std::string& file) {
    Site site;
    site.name = want<std::string>(entry, "name", file);
    const std::string where = file + ", site " + site.name;
    site.description = want<std::string>(entry, "description", where);
    site.body = want<std::string>(entry, "body", where);
    site.usableWidthMm = want<float>(entry, "usableWidthMm", where);
    site.usableHeightMm = want<float>(entry, "usableHeightMm", where);
    const Json place = want<Json>(entry, "place", where);
    site.place.digit = want<int>(place, "digit", where);
    site.place.alongMm = want<float>(place, "alongMm", where);
    const auto out = want<std::vector<float>>(place, "out", where);
    if (out.size() != 3 || glm::length(glm::vec3(out[0], out[1], out[2])) < 1e-3f)
        throw badInput(where, "\"out\" is not a direction", "give three numbers, not all 0");
    site.place.out = {out[0], out[1], out[2]};
    const auto shift = want<std::vector<float>>(place, "shiftMm", where);
    if (shift.size() != 2) throw badInput(where, "\"shiftMm\" is not a place on the skin", "give two numbers");
    site.place.shiftMm = {shift[0], shift[1]};
    return site;
}

/// Letters to change, add or drop to turn a into b.
std::size_t distance(const std::string& a, const std::string& b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t(0));
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = diagonal + (a[i - 1] != b[j - 1]);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, change});
        }
    }
    return row.back();
}

}  // namespace

std::vector<Site> sites() {
    const auto file = shareFolder() / "sites.json";
    const Json all = readJson(file);
    std::vector<Site> out;
    for (const auto& entry : want<Json>(all, "sites", file.string())) out.push_back(siteFrom(entry, file.string()));
    return out;
}

Site siteNamed(const std::string& name) {
    auto all = sites();
    for (const auto& site : all)
        if (site.name == name) return site;
    const std::string asked = name.substr(0, 64);
    std::stable_sort(all.begin(), all.end(),
                     [&](const Site& a, const Site& b) { return distance(a.name, asked) < distance(b.name, asked); });
    std::string nearest;
    for (std::size_t i = 0; i < std::min<std::size_t>(3, all.size()); ++i) nearest += (i ? ", " : "") + all[i].name;
    throw Error{"there is no site " + asked + "; near it are " + nearest + " (inkheal info --sites lists all).",
                Exit::usage};
}

}  // namespace inkheal::body
