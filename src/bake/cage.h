#pragma once
// The source figure as a modeller left it: quads with texture coordinates, each place once. inkheal-bake cuts its
// bodies out of this.

#include <array>
#include <filesystem>
#include <glm/glm.hpp>
#include <vector>

namespace inkheal::bake {

struct Cage {
    std::vector<glm::vec3> positions;
    std::vector<glm::vec2> uv;
    std::vector<std::array<int, 4>> quads;    // positions, counter-clockwise seen from outside
    std::vector<std::array<int, 4>> uvQuads;  // texture coordinates of the same corners
};

/// The largest mesh of the file (COLLADA, also zipped), in the file's units. @throws Error (badInput).
Cage readCage(const std::filesystem::path& file);

/// The quads joined to the position nearest `seed` for which `wanted` (asked with the quad's middle) holds, with only
/// the positions and texture coordinates they use.
template <class Wanted>
Cage cutOut(const Cage& cage, const glm::vec3& seed, const Wanted& wanted);

/// Keeps the quads marked, in order.
Cage only(const Cage& cage, const std::vector<char>& kept);
/// For each quad whether it hangs together with the position nearest `seed` through quads that may be kept.
std::vector<char> joinedTo(const Cage& cage, const glm::vec3& seed, const std::vector<char>& mayKeep);

template <class Wanted>
Cage cutOut(const Cage& cage, const glm::vec3& seed, const Wanted& wanted) {
    std::vector<char> mayKeep(cage.quads.size());
    for (std::size_t i = 0; i < mayKeep.size(); ++i) {
        glm::vec3 middle(0);
        for (const int corner : cage.quads[i]) middle += cage.positions[std::size_t(corner)] * 0.25f;
        mayKeep[i] = wanted(middle);
    }
    return only(cage, joinedTo(cage, seed, mayKeep));
}

}  // namespace inkheal::bake
