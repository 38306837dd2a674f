#include "bake/openness.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <thread>

#include "body/bvh.h"

namespace inkheal::bake {

namespace {

constexpr int rays = 64;
constexpr float liftMm = 0.6f;  // clear of the coarse blocker's own facets
constexpr float reachMm = 400;  // longer than either body
constexpr int smoothings = 6;   // spreads a ray's weight over about 2 mm

/// Directions about +z, as many toward each equal share of cosine-weighted sky (Fibonacci lattice on the disc, lifted).
std::vector<glm::vec3> sky() {
    std::vector<glm::vec3> directions;
    for (int i = 0; i < rays; ++i) {
        const float radius = std::sqrt((float(i) + 0.5f) / rays);
        const float turn = float(i) * float(std::numbers::pi * (3 - std::sqrt(5.0)));
        directions.emplace_back(radius * std::cos(turn), radius * std::sin(turn), std::sqrt(1 - radius * radius));
    }
    return directions;
}

float opennessAt(const body::Bvh& blocker, const glm::vec3& position, const glm::vec3& normal,
                 const std::vector<glm::vec3>& sky) {
    const glm::vec3 axis = std::abs(normal.y) < 0.9f ? glm::vec3(0, 1, 0) : glm::vec3(1, 0, 0);
    const glm::vec3 x = glm::normalize(glm::cross(axis, normal)), y = glm::cross(normal, x);
    int open = 0;
    for (const auto& d : sky)
        open += !blocker.blocked(position + normal * liftMm, x * d.x + y * d.y + normal * d.z, reachMm);
    return float(open) / float(sky.size());
}

/// Each vertex becomes the mean of itself and its neighbours' mean; seams move as one.
void blur(body::Mesh& mesh) {
    const auto ids = body::weldedIds(mesh.positionsMm);
    for (int round = 0; round < smoothings; ++round) {
        std::vector<float> sum(ids.size(), 0), count(ids.size(), 0);
        for (const auto& t : mesh.triangles) {
            for (std::size_t k = 0; k < 3; ++k) {
                const auto a = ids[t[k]], b = ids[t[(k + 1) % 3]];
                sum[a] += mesh.openness[b], sum[b] += mesh.openness[a];
                count[a] += 1, count[b] += 1;
            }
        }
        for (std::size_t i = 0; i < ids.size(); ++i)
            if (ids[i] == i && count[i] > 0) mesh.openness[i] = 0.5f * mesh.openness[i] + 0.5f * sum[i] / count[i];
        for (std::size_t i = 0; i < ids.size(); ++i) mesh.openness[i] = mesh.openness[ids[i]];
    }
}

}  // namespace

void bakeOpenness(body::Mesh& mesh, const body::Mesh& blocker) {
    const body::Bvh tree(blocker);
    const auto directions = sky();
    mesh.openness.assign(mesh.positionsMm.size(), 1.0f);
    const std::size_t workers = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 8);
    std::vector<std::jthread> threads;
    for (std::size_t worker = 0; worker < workers; ++worker)
        threads.emplace_back([&, worker] {
            for (std::size_t i = worker; i < mesh.openness.size(); i += workers)
                mesh.openness[i] = opennessAt(tree, mesh.positionsMm[i], mesh.normals[i], directions);
        });
    threads.clear();
    blur(mesh);
}

}  // namespace inkheal::bake
