#include "portrait/rig.h"

#include <algorithm>
#include <cmath>
#include <glm/gtc/matrix_transform.hpp>

#include "base/error.h"
#include "base/file.h"
#include "base/json.h"

namespace inkheal::portrait {
namespace {

constexpr float whiteShows =
    0.9f;  // light of a white sheet that faces the camera; the print's shoulder brings it to 0.83

glm::vec3 vectorOf(const Json& json, const std::string& key, const std::string& file) {
    const auto v = want<std::vector<float>>(json, key, file);
    if (v.size() != 3) throw badInput(file, "\"" + key + "\" does not have three numbers", "write [x, y, z]");
    return {v[0], v[1], v[2]};
}

glm::dvec3 cardVectorAt(const Card& card, glm::vec3 place) {
    return law::frame::cardVector(glm::dvec3(place), glm::dvec3(card.centre), glm::dvec3(card.u), glm::dvec3(card.v)) *
           double(1 - card.centre.w * card.centre.w);
}

glm::mat4 shadowView(const Card& card, glm::vec3 middle, float reachMm) {
    const glm::vec3 from(card.centre), toward = middle - from;
    const float distance = glm::length(toward), sine = std::min(reachMm / distance, 0.9f);
    return glm::perspectiveRH_ZO(2 * std::asin(sine), 1.0f, card.u.w, card.v.w) *
           glm::lookAtRH(from, middle, glm::normalize(glm::vec3(card.v)));
}

/// A lamp of the file as a card before the camera: `light` is the irradiance of a surface that faces it.
Card cardFrom(const Json& json, const Camera& camera, glm::vec3 middle, float reachMm, const std::string& file) {
    const glm::vec3 to = vectorOf(json, "toward", file), back = -camera.direction();
    const glm::vec3 direction = glm::normalize(to.x * camera.right() + to.y * camera.upward() + to.z * back);
    const glm::vec3 helper = std::abs(glm::dot(direction, camera.upward())) > 0.95f ? back : camera.upward();
    const glm::vec3 right = glm::normalize(glm::cross(helper, direction)), up = glm::cross(direction, right);
    const float wanted = json.contains("distanceMm") ? want<float>(json, "distanceMm", file) : 800.0f;
    const float distance = std::max(wanted, glm::length(middle - camera.target) + 1.6f * reachMm);
    Card card{};
    card.centre = glm::vec4(camera.target + direction * distance,
                            json.contains("hollow") ? want<float>(json, "hollow", file) : 0.0f);
    const float toMiddle = glm::length(middle - glm::vec3(card.centre));
    card.u = glm::vec4(right * distance * want<float>(json, "halfWidth", file), std::max(toMiddle - reachMm, 10.0f));
    card.v = glm::vec4(up * distance * want<float>(json, "halfHeight", file), toMiddle + reachMm);
    card.radiance = glm::vec4(vectorOf(json, "light", file) / float(glm::length(cardVectorAt(card, camera.target))), 0);
    card.toShadow = shadowView(card, middle, reachMm);
    return card;
}

/// Irradiance (green) of a sheet at the camera's target that faces the camera.
double sheetLight(const Rig& rig, const Camera& camera) {
    const glm::dvec3 normal = -camera.direction();
    double sum = 0.5 * double(rig.skyTop.g + rig.skyBottom.g);
    for (const Card& card : rig.cards) {
        if (card.radiance.g <= 0) continue;
        const glm::dvec3 vector = cardVectorAt(card, camera.target);
        const double size = glm::length(vector);
        sum += double(card.radiance.g) * law::frame::cardIrradiance(size, glm::dot(vector, normal) / size, 0);
    }
    return sum;
}

Rig rigFrom(const Json& light, const Camera& camera, glm::vec3 middle, float reachMm, const std::string& file) {
    Rig rig;
    const Json lamps = want<Json>(light, "lamps", file);
    if (lamps.empty() || lamps.size() > rig.cards.size())
        throw badInput(file, "a light has no or too many lamps", "give 1 to " + std::to_string(rig.cards.size()));
    for (std::size_t i = 0; i < lamps.size(); ++i) rig.cards[i] = cardFrom(lamps[i], camera, middle, reachMm, file);
    rig.skyTop = vectorOf(light, "skyUp", file);
    rig.skyBottom = vectorOf(light, "skyDown", file);
    rig.skyAxis = camera.upward();
    const float wall = vectorOf(light, "backdrop", file).g;
    const float gain = whiteShows * want<float>(light, "exposure", file) / float(sheetLight(rig, camera));
    rig.skyTop *= gain, rig.skyBottom *= gain;
    for (Card& card : rig.cards) card.radiance *= gain;
    rig.wallMiddle = 1.9f * wall, rig.wallCorner = 0.75f * wall;
    return rig;
}

}  // namespace

Rig rigNamed(const std::string& name, const Camera& camera, glm::vec3 middle, float reachMm) {
    const std::string file = (shareFolder() / "lights.json").string();
    const Json json = readJson(file);
    std::string names;
    for (const Json& light : want<Json>(json, "lights", file)) {
        const auto known = want<std::string>(light, "name", file);
        if (known == name) return rigFrom(light, camera, middle, reachMm, file);
        names += (names.empty() ? "" : ", ") + known;
    }
    throw Error{"\"" + name + "\" is not a light; there are " + names + ".", Exit::usage};
}

Rig evenRig() {
    Rig rig;
    rig.skyTop = rig.skyBottom = glm::vec3(1);
    return rig;
}

}  // namespace inkheal::portrait
