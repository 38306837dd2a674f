#include "bake/bake.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "bake/anatomy.h"
#include "bake/openness.h"
#include "bake/smooth.h"
#include "base/error.h"
#include "body/body_file.h"

namespace inkheal::bake {

namespace {

/// Sides of the smoother's quads, mm; their diagonals are about half as long again, and longer edges are halved
/// afterwards.
constexpr float denseMm = 0.97f, coarseMm = 2, blockerMm = 3;
/// The longest edge where people are tattooed, mm.
constexpr float siteEdgeMm = 0.995f;
/// Cage kept above the cut, so that the cut's rim lies on a smooth limb.
constexpr float spareMm = 60;
/// Over how far edges grow from dense to coarse, mm.
constexpr float easeMm = 30;

/// Longest edge asked at a place: `dense` where people are tattooed, longer elsewhere.
EdgeMm densityOf(const Figure& figure, float dense, float coarse) {
    return [&figure, dense, coarse](const glm::vec3& p) {
        float away = easeMm;
        for (const auto& ball : figure.dense)
            away = std::min(away, std::max(0.0f, glm::distance(p, ball.middleMm) - ball.radiusMm));
        return dense + (coarse - dense) * away / easeMm;
    };
}

float lowest(const body::Mesh& mesh) {
    float y = mesh.positionsMm.front().y;
    for (const auto& p : mesh.positionsMm) y = std::min(y, p.y);
    return y;
}

}  // namespace

body::Mesh bakeBody(const Cage& source, const Figure& figure) {
    Cage cage = cutOut(source, figure.digits.at(1).tip,
                       [&](const glm::vec3& middle) { return figure.place(middle).y < figure.topMm + spareMm; });
    if (cage.quads.size() < 500)
        throw badInput("the source figure", "its " + figure.name + " is not where it should be",
                       "take the human.zae of assimp-testmodels");
    for (auto& p : cage.positions) p = figure.place(p);
    body::Mesh blocker = smooth(cage, [](const glm::vec3&) { return blockerMm; });
    body::Mesh mesh = smooth(cage, densityOf(figure, denseMm, coarseMm));
    splitLong(mesh, densityOf(figure, siteEdgeMm, 2 * coarseMm));
    mesh.name = figure.name;
    const float lift = -lowest(mesh);
    for (auto* each : {&mesh, &blocker})
        for (auto& p : each->positionsMm) p.y += lift;
    clipAbove(mesh, figure.topMm);
    body::computeTangents(mesh);
    labelAnatomy(mesh, figure, lift);
    bakeOpenness(mesh, blocker);
    return mesh;
}

void bakeAll(const std::filesystem::path& source, const std::filesystem::path& folder) {
    const Cage cage = readCage(source);
    std::filesystem::create_directories(folder);
    for (const auto& figure : figures()) {
        const body::Mesh mesh = bakeBody(cage, figure);
        body::writeBody(folder / (figure.name + ".body"), mesh);
        std::printf("%s: %zu vertices, %zu triangles\n", figure.name.c_str(), mesh.positionsMm.size(),
                    mesh.triangles.size());
    }
}

}  // namespace inkheal::bake
