#include "body/stock.h"

#include <charconv>
#include <cmath>

#include "base/error.h"
#include "base/file.h"
#include "body/body_file.h"
#include "body/scan.h"
#include "body/shapes.h"

namespace inkheal::body {

namespace {

/// Long enough that a 40 mm design and its margin stay on it.
constexpr float planeMm = 120, tubeMm = 120;

Error malformed(const std::string& id) {
    return Error{id + " is not a calibration body: plane, cylinder:RADIUS_MM, cone:R1,R2,H and sphere:RADIUS_MM are, "
                      "with sizes from "
                      "2 to 200 mm.",
                 Exit::usage};
}

/// The numbers after the colon, each from 2 to 200. @throws Error (usage).
std::vector<float> sizes(const std::string& id, std::size_t wanted) {
    std::vector<float> out;
    const char* at = id.data() + id.find(':') + 1;
    const char* const end = id.data() + id.size();
    while (out.size() < wanted) {
        float value = 0;
        const auto [next, trouble] = std::from_chars(at, end, value);
        if (trouble != std::errc{} || !std::isfinite(value) || value < 2 || value > 200) throw malformed(id);
        out.push_back(value);
        at = next;
        if (out.size() < wanted && (at == end || *at++ != ',')) throw malformed(id);
    }
    if (at != end) throw malformed(id);
    return out;
}

}  // namespace

std::vector<std::string> stockBodies() {
    return {"hand", "foot"};
}

Mesh loadBody(const std::string& idOrFile) {
    for (const auto& name : stockBodies())
        if (idOrFile == name) return readBody(shareFolder() / "bodies" / (name + ".body"));
    const std::string kind = idOrFile.substr(0, idOrFile.find(':'));
    if (idOrFile == "plane") return makePlane(planeMm);
    if (kind == "cylinder") {
        const float radius = sizes(idOrFile, 1)[0];
        return makeCone(radius, radius, tubeMm);
    }
    if (kind == "cone") {
        const auto size = sizes(idOrFile, 3);
        return makeCone(size[0], size[1], size[2]);
    }
    if (kind == "sphere") return makeSphere(sizes(idOrFile, 1)[0]);
    if (kind == "plane") throw malformed(idOrFile);
    return readScan(idOrFile);
}

}  // namespace inkheal::body
