#include "portrait/rig.h"

#include <algorithm>
#include <cmath>
#include <glm/gtc/matrix_transform.hpp>

namespace inkheal::portrait {
namespace {

constexpr float whiteShows =
    0.9f;  // light of a white sheet that faces the camera; the print's shoulder brings it to 0.83

glm::dvec3 cardVectorAt(const Card& card, glm::vec3 place) {
    return law::frame::anyCardVector(glm::dvec3(place), glm::dvec3(card.centre), glm::dvec3(card.u), glm::dvec3(card.v),
                                     card.radiance.w > 0, double(card.centre.w));
}

glm::mat4 shadowView(const Card& card, glm::vec3 middle, float reachMm) {
    const glm::vec3 from(card.centre), toward = middle - from;
    const float distance = glm::length(toward), sine = std::min(reachMm / distance, 0.9f);
    return glm::perspectiveRH_ZO(2 * std::asin(sine), 1.0f, card.u.w, card.v.w) *
           glm::lookAtRH(from, middle, glm::normalize(glm::vec3(card.v)));
}

/// The card of a lamp round what the camera looks at.
Card cardOf(const Lamp& lamp, const glm::mat3& axes, glm::vec3 target, glm::vec3 middle, float reachMm) {
    const glm::vec3 direction = axes * lamp.toward, right = axes * lamp.across, up = glm::cross(direction, right);
    const float distance = std::max(lamp.distanceMm, glm::length(middle - target) + 1.6f * reachMm);
    Card card{};
    card.centre = glm::vec4(target + direction * distance, lamp.hollow);
    const float toMiddle = glm::length(middle - glm::vec3(card.centre));
    card.u = glm::vec4(right * distance * lamp.halfWidth, std::max(toMiddle - reachMm, 10.0f));
    card.v = glm::vec4(up * distance * lamp.halfHeight, toMiddle + reachMm);
    card.radiance.w = lamp.round ? 1 : 0;
    card.radiance = glm::vec4(lamp.light / float(glm::length(cardVectorAt(card, target))), card.radiance.w);
    card.toShadow = shadowView(card, middle, reachMm);
    return card;
}

/// Right, up and toward the viewer, turned about the vertical.
glm::mat3 axesOf(const Camera& camera, float turnDeg) {
    const float turn = glm::radians(turnDeg);
    const glm::vec3 right = camera.right(), back = -camera.direction();
    return {std::cos(turn) * right + std::sin(turn) * back, camera.upward(),
            std::cos(turn) * back - std::sin(turn) * right};
}

}  // namespace

glm::dvec3 sheetLight(const Rig& rig, const glm::vec3& place, const glm::dvec3& normal) {
    const glm::dvec4 n(normal, 1);
    glm::dvec3 sum(glm::dot(n, glm::dmat4(rig.sky.red) * n), glm::dot(n, glm::dmat4(rig.sky.green) * n),
                   glm::dot(n, glm::dmat4(rig.sky.blue) * n));
    for (const Card& card : rig.cards) {
        if (card.radiance.g <= 0) continue;
        const glm::dvec3 vector = cardVectorAt(card, place);
        const double size = glm::length(vector);
        sum += glm::dvec3(card.radiance) * law::frame::cardIrradiance(size, glm::dot(vector, normal) / size, 0);
    }
    return sum;
}

Rig rigOf(const Light& light, const Camera& camera, glm::vec3 middle, float reachMm, const RigWish& wish) {
    Rig rig;
    const glm::mat3 axes = axesOf(camera, wish.turnDeg);
    const auto setUp = [&](float gain) {
        for (std::size_t i = 0; i < light.lamps.size() && i < rig.cards.size(); ++i) {
            rig.cards[i] = cardOf(light.lamps[i], axes, camera.target, middle, reachMm);
            for (int c = 0; c < 3; ++c) rig.cards[i].radiance[c] *= gain;
        }
        rig.sky = standing(light.sky, axes, gain);
    };
    setUp(1);
    const double metered = sheetLight(rig, camera.target, -glm::dvec3(camera.direction())).g;
    const float ev = std::exp2(wish.exposureEv);
    setUp(ev * whiteShows * light.exposure / float(std::max(metered, 1e-6)));
    rig.map = light.map;
    rig.sheet = sheetLight(rig, camera.target, -glm::dvec3(camera.direction()));
    rig.wallMiddle = 1.9f * light.wall * ev, rig.wallCorner = 0.75f * light.wall * ev;
    return rig;
}

Rig rigNamed(const std::string& name, const Camera& camera, glm::vec3 middle, float reachMm) {
    return rigOf(lightOf(name), camera, middle, reachMm);
}

Rig evenRig() {
    Rig rig;
    const Light even = lightFromEverywhere();
    rig.sky = even.sky, rig.map = even.map;
    rig.sheet = glm::vec3(1);
    return rig;
}

}  // namespace inkheal::portrait
