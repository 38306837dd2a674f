#include "portrait/lights.h"

#include <cmath>

#include "base/error.h"
#include "base/file.h"
#include "base/json.h"

namespace inkheal::portrait {
namespace {

Json lightsJson() { return readJson(shareFolder() / "lights.json"); }

glm::vec3 vectorOf(const Json& json, const std::string& key, const std::string& file) {
    const auto v = want<std::vector<float>>(json, key, file);
    if (v.size() != 3) throw badInput(file, "\"" + key + "\" does not have three numbers", "write [x, y, z]");
    return {v[0], v[1], v[2]};
}

Lamp lampFrom(const Json& json, const body::Frame& focus, bool shadow, const std::string& file) {
    const glm::vec3 to = glm::normalize(vectorOf(json, "toward", file));
    const glm::vec3 direction = glm::normalize(to.x * focus.x + to.y * focus.y + to.z * focus.z);
    const glm::vec3 helper = std::abs(glm::dot(direction, focus.y)) > 0.95f ? focus.x : focus.y;
    const glm::vec3 right = glm::normalize(glm::cross(helper, direction));
    Lamp lamp{};
    lamp.direction = glm::vec4(direction, 0);
    lamp.right = glm::vec4(right, want<float>(json, "halfWidth", file));
    lamp.up = glm::vec4(glm::cross(direction, right), want<float>(json, "halfHeight", file));
    lamp.light = glm::vec4(vectorOf(json, "light", file), shadow ? 1 : 0);
    return lamp;
}

}  // namespace

std::vector<std::string> lightNames() {
    std::vector<std::string> names;
    const Json json = lightsJson();
    for (const Json& light : want<Json>(json, "lights", "lights.json")) names.push_back(want<std::string>(light, "name", "lights.json"));
    return names;
}

Lighting lightingNamed(const std::string& name, const body::Frame& focus) {
    const std::string file = (shareFolder() / "lights.json").string();
    std::string names;
    const Json json = lightsJson();
    for (const Json& light : want<Json>(json, "lights", file)) {
        Lighting out;
        out.name = want<std::string>(light, "name", file);
        names += (names.empty() ? "" : ", ") + out.name;
        if (out.name != name) continue;
        for (const Json& lamp : want<Json>(light, "lamps", file))
            out.lamps.push_back(lampFrom(lamp, focus, out.lamps.empty(), file));
        if (out.lamps.empty() || out.lamps.size() > 4) throw badInput(file, "\"" + name + "\" has no or too many lamps", "give 1 to 4");
        out.skyUp = vectorOf(light, "skyUp", file);
        out.skyDown = vectorOf(light, "skyDown", file);
        out.backdrop = vectorOf(light, "backdrop", file);
        out.exposure = want<float>(light, "exposure", file);
        return out;
    }
    throw Error{"\"" + name + "\" is not a light; there are " + names + ".", Exit::usage};
}

}  // namespace inkheal::portrait
