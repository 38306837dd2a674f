#include "body/site.h"

#include <algorithm>

#include "base/error.h"
#include "base/file.h"
#include "base/json.h"
#include "base/spelling.h"

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
    std::stable_sort(all.begin(), all.end(), [&](const Site& a, const Site& b) {
        return lettersApart(a.name, asked) < lettersApart(b.name, asked);
    });
    std::string nearest;
    for (std::size_t i = 0; i < std::min<std::size_t>(3, all.size()); ++i) nearest += (i ? ", " : "") + all[i].name;
    throw Error{"there is no site " + asked + "; near it are " + nearest + " (inkheal info --sites lists all).",
                Exit::usage};
}

}  // namespace inkheal::body
