#include "portrait/light.h"

#include <algorithm>

#include "base/error.h"
#include "base/file.h"
#include "base/json.h"
#include "intake/intake.h"
#include "portrait/bright.h"
#include "portrait/portrait.h"

namespace inkheal::portrait {
namespace {

namespace laws = law::frame;
using glm::dvec3;

constexpr int mostLamps = 3;
constexpr int lampSamples = 24;  // each way, of a lamp's own light

std::string lightsFile() {
    return (shareFolder() / "lights.json").string();
}

glm::vec3 vectorOf(const Json& json, const std::string& key, const std::string& file) {
    const auto v = want<std::vector<float>>(json, key, file);
    if (v.size() != 3) throw badInput(file, "\"" + key + "\" does not have three numbers", "write [x, y, z]");
    return {v[0], v[1], v[2]};
}

template <class T>
T valueOr(const Json& json, const std::string& key, T usual, const std::string& file) {
    return json.contains(key) ? want<T>(json, key, file) : usual;
}

Lamp lampFrom(const Json& json, const std::string& file) {
    Lamp lamp;
    lamp.toward = glm::normalize(vectorOf(json, "toward", file));
    const glm::vec3 helper = std::abs(lamp.toward.y) > 0.95f ? glm::vec3(0, 0, 1) : glm::vec3(0, 1, 0);
    lamp.across = glm::normalize(glm::cross(helper, lamp.toward));
    lamp.halfWidth = want<float>(json, "halfWidth", file);
    lamp.halfHeight = want<float>(json, "halfHeight", file);
    lamp.hollow = valueOr(json, "hollow", 0.0f, file);
    lamp.round = valueOr(json, "round", false, file);
    lamp.distanceMm = valueOr(json, "distanceMm", lamp.distanceMm, file);
    lamp.light = vectorOf(json, "light", file);
    return lamp;
}

Light lightFrom(const Json& json, const std::string& file) {
    Light light;
    const Json lamps = want<Json>(json, "lamps", file);
    if (lamps.empty() || lamps.size() > mostLamps)
        throw badInput(file, "a light has no or too many lamps", "give 1 to " + std::to_string(mostLamps));
    for (const Json& lamp : lamps) light.lamps.push_back(lampFrom(lamp, file));
    const glm::vec3 up = vectorOf(json, "skyUp", file), down = vectorOf(json, "skyDown", file);
    const Picture sky =
        panoramaOf([&](const dvec3& d) { return glm::mix(down, up, float(law::smoothstep(-0.9, 0.9, d.y))); });
    light.sky = skyOf(momentsOf(sky));
    light.map = skyMapOf(sky);
    light.exposure = want<float>(json, "exposure", file);
    light.wall = vectorOf(json, "backdrop", file).g;
    return light;
}

/// Takes away what the card of a lamp sheds, so that what is left and the card shed what was there.
void takeAway(SkyMoments& moments, const Lamp& lamp) {
    const dvec3 toward(lamp.toward), across(lamp.across), up = glm::cross(toward, across);
    SkyMoments card;
    double facing = 0;
    for (int i = 0; i < lampSamples; ++i)
        for (int j = 0; j < lampSamples; ++j) {
            const glm::dvec2 at =
                laws::cardPoint((i + 0.5) / lampSamples, (j + 0.5) / lampSamples, lamp.round, lamp.hollow);
            const dvec3 point = toward + at.x * double(lamp.halfWidth) * across + at.y * double(lamp.halfHeight) * up;
            const double length = glm::length(point), steradians = 1 / (length * length * length);
            card.add(point / length, dvec3(steradians));
            facing += steradians / length;
        }
    for (int c = 0; c < 3; ++c) {
        const double share = double(lamp.light[c]) * laws::halfTwoPi / facing;
        moments.sum[c] -= share * card.sum[c];
        moments.once[std::size_t(c)] -= share * card.once[std::size_t(c)];
        moments.twice[std::size_t(c)] -= share * card.twice[std::size_t(c)];
    }
}

}  // namespace

std::vector<std::string> lightNames() {
    const std::string file = lightsFile();
    std::vector<std::string> names;
    for (const Json& light : want<Json>(readJson(file), "lights", file))
        names.push_back(want<std::string>(light, "name", file));
    return names;
}

void checkLight(const std::string& nameOrFile) {
    lightOf(nameOrFile);
}

bool isLightFile(const std::string& nameOrFile) {
    return nameOrFile.find_first_of("./") != nameOrFile.npos;
}

Light lightOf(const std::string& nameOrFile) {
    if (isLightFile(nameOrFile)) return lightFromPanorama(intake::readPanorama(nameOrFile));
    const std::string file = lightsFile();
    const Json json = readJson(file);
    std::string names;
    for (const Json& light : want<Json>(json, "lights", file)) {
        const auto known = want<std::string>(light, "name", file);
        if (known == nameOrFile) return lightFrom(light, file);
        names += (names.empty() ? "" : ", ") + known;
    }
    throw Error{"\"" + nameOrFile + "\" is not a light; there are " + names +
                    ", and panoramas in files that end in .hdr or .exr.",
                Exit::usage};
}

Light lightFromPanorama(Picture panorama) {
    Light light;
    SkyMoments moments = momentsOf(panorama);
    const double mean = (moments.sum.r + moments.sum.g + moments.sum.b) / (3 * 4 * laws::halfTwoPi);
    for (glm::vec4& texel : panorama.texels) texel = glm::vec4(glm::vec3(texel) / float(mean), 1);
    moments = momentsOf(panorama);
    light.lamps = takeLamps(panorama, mostLamps);
    for (const Lamp& lamp : light.lamps) takeAway(moments, lamp);
    light.sky = skyOf(moments);
    light.map = skyMapOf(panorama);
    return light;
}

Light lightFromEverywhere() {
    const Picture white = panoramaOf([](const dvec3&) { return glm::vec3(1); });
    Light light;
    light.sky = skyOf(momentsOf(white));
    light.map = skyMapOf(white);
    return light;
}

}  // namespace inkheal::portrait
