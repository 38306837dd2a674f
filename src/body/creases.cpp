#include "body/creases.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "base/file.h"
#include "base/json.h"

namespace inkheal::body {
namespace {

constexpr float furrowMm = 0.55f, furrowWidens = 1.6f;  // half a furrow with its shoulders, and by its depth
constexpr float endMm = 6;                              // over which a crease runs out
constexpr float facingFrom = 0.05f,
                facingTo = 0.4f;  // cosine of the skin's normal to the crease's side, where it begins
constexpr float farOff = 1e3f;
constexpr float nearlyStraight = 1e-4f;  // of a triangle's area over its edges'

/// An arc as seen straight from one side of the body.
struct Crease {
    int across = 0, along = 1, out = 2;  // axes of the view
    float facing = 1;
    glm::vec2 from, over, to;
    float deepMm = 0;
    float turn = 0;  // phase of its wobble
};

glm::vec2 pointOf(const Json& json, const char* key, const std::string& file) {
    const auto v = want<std::vector<float>>(json, key, file);
    if (v.size() != 2)
        throw badInput(file, std::string("\"") + key + "\" does not have two numbers", "write [x, y] in mm");
    return {v[0], v[1]};
}

Crease creaseFrom(const Json& json, float turn, const std::string& file) {
    Crease crease;
    const auto face = want<std::string>(json, "face", file);
    if (face.size() != 2 || (face[0] != '+' && face[0] != '-') || (face[1] != 'y' && face[1] != 'z'))
        throw badInput(file, "\"face\" is \"" + face + "\"", "write +z, -z, +y or -y");
    if (face[1] == 'y') crease.along = 2, crease.out = 1;
    crease.facing = face[0] == '-' ? -1.0f : 1.0f;
    crease.from = pointOf(json, "from", file);
    crease.over = pointOf(json, "over", file);
    crease.to = pointOf(json, "to", file);
    crease.deepMm = want<float>(json, "deepMm", file);
    crease.turn = turn;
    return crease;
}

std::vector<Crease> creasesOf(const std::string& body) {
    const std::string file = (shareFolder() / "creases.json").string();
    std::vector<Crease> creases;
    float turn = 0;
    for (const Json& json : want<Json>(readJson(file), "creases", file))
        if (want<std::string>(json, "body", file) == body) creases.push_back(creaseFrom(json, turn += 2.4f, file));
    return creases;
}

float cross(glm::vec2 a, glm::vec2 b) {
    return a.x * b.y - a.y * b.x;
}

/// How far beside the arc a place is, and how far along its chord: 0 to 1 between the ends.
glm::vec2 besideAndAlong(const Crease& crease, glm::vec2 at) {
    const glm::vec2 chord = crease.to - crease.from, rise = crease.over - crease.from, off = at - crease.from;
    const float along = glm::dot(off, chord) / glm::dot(chord, chord);
    const float area = cross(chord, rise);
    if (std::abs(area) < nearlyStraight * glm::dot(chord, chord))
        return {cross(chord, off) / glm::length(chord), along};
    // Centre of the circle through the three, from the first of them.
    const float c2 = glm::dot(chord, chord), r2 = glm::dot(rise, rise);
    const glm::vec2 centre = glm::vec2(c2 * rise.y - r2 * chord.y, r2 * chord.x - c2 * rise.x) / (-2 * area);
    if (glm::dot(off + centre, rise + centre) < 0) return {farOff, along};  // the circle's other side
    const float sign = area > 0 ? 1.0f : -1.0f;
    return {sign * (glm::length(off + centre) - glm::length(centre)), along};
}

/// A line that a hand drew: the arc with a wobble, and deeper here and there.
CreaseNearby nearby(const Crease& crease, glm::vec3 place, glm::vec3 normal) {
    const glm::vec2 at(place[crease.across], place[crease.along]);
    const glm::vec2 where = besideAndAlong(crease, at);
    const float lengthMm = glm::distance(crease.from, crease.to), mm = where.y * lengthMm;
    CreaseNearby near;
    const auto wave = [&](float perMm, float turns) { return std::sin(perMm * mm + turns * crease.turn); };
    near.besideMm = where.x + 0.4f * wave(0.17f, 1) + 0.2f * wave(0.41f, 2.1f) + 0.09f * wave(1.1f, 3.7f);
    near.deepMm = crease.deepMm * (0.8f + 0.12f * wave(0.33f, 1.3f) + 0.08f * wave(0.9f, 2.9f));
    near.deepMm *= glm::smoothstep(0.0f, endMm, mm) * glm::smoothstep(0.0f, endMm, lengthMm - mm);
    near.deepMm *= glm::smoothstep(facingFrom, facingTo, crease.facing * normal[crease.out]);
    return near;
}

/// The longest edge at each vertex.
std::vector<float> longestEdges(const Mesh& mesh) {
    std::vector<float> longest(mesh.positionsMm.size(), 0.0f);
    for (const auto& t : mesh.triangles)
        for (int k = 0; k < 3; ++k) {
            const std::uint32_t a = t[std::size_t(k)], b = t[std::size_t((k + 1) % 3)];
            const float mm = glm::distance(mesh.positionsMm[a], mesh.positionsMm[b]);
            longest[a] = std::max(longest[a], mm), longest[b] = std::max(longest[b], mm);
        }
    return longest;
}

float halfFurrow(const Crease& crease) {
    return furrowMm + furrowWidens * crease.deepMm;
}

/// Where a triangle lies between two creases, a distance to one at one corner and to the other at the next would meet
/// in a furrow that is not there: corners outside the real ones know of none.
void part(const Mesh& mesh, const std::vector<Crease>& creases, const std::vector<int>& whose,
          std::vector<CreaseNearby>& all) {
    for (const auto& t : mesh.triangles) {
        if (whose[t[0]] == whose[t[1]] && whose[t[1]] == whose[t[2]]) continue;
        for (const std::uint32_t v : t)
            if (whose[v] >= 0 && std::abs(all[v].besideMm) > halfFurrow(creases[std::size_t(whose[v])]))
                all[v].deepMm = 0;
    }
}

}  // namespace

std::vector<CreaseNearby> creasesOn(const Mesh& mesh) {
    std::vector<CreaseNearby> all(mesh.positionsMm.size());
    if (mesh.name != "hand" && mesh.name != "foot") return all;
    const std::vector<Crease> creases = creasesOf(mesh.name);
    const std::vector<float> edges = longestEdges(mesh);
    std::vector<int> whose(all.size(), -1);
    for (std::size_t v = 0; v < all.size(); ++v)
        for (std::size_t i = 0; i < creases.size(); ++i) {
            const CreaseNearby here = nearby(creases[i], mesh.positionsMm[v], mesh.normals[v]);
            if (here.deepMm <= 0 || std::abs(here.besideMm) >= std::abs(all[v].besideMm)) continue;
            all[v] = here, whose[v] = int(i);
            if (std::abs(here.besideMm) > halfFurrow(creases[i]) + edges[v]) all[v].deepMm = 0;
        }
    part(mesh, creases, whose, all);
    return all;
}

}  // namespace inkheal::body
