#include "portrait/limb.h"

#include <algorithm>
#include <span>

namespace inkheal::portrait {
namespace {

constexpr float farOff = 1e9f;

/// Mean over a vertex' edges of how much the normal turns a mm; convex is positive.
std::vector<float> curvatures(const body::Mesh& mesh) {
    std::vector<float> sum(mesh.positionsMm.size()), count(mesh.positionsMm.size());
    const auto edge = [&](std::uint32_t a, std::uint32_t b) {
        const glm::vec3 along = mesh.positionsMm[b] - mesh.positionsMm[a];
        const float turn = glm::dot(mesh.normals[b] - mesh.normals[a], along) / std::max(glm::dot(along, along), 1e-8f);
        for (const std::uint32_t v : {a, b}) sum[v] += turn, count[v] += 1;
    };
    for (const auto& t : mesh.triangles) edge(t[0], t[1]), edge(t[1], t[2]), edge(t[2], t[0]);
    for (std::size_t v = 0; v < sum.size(); ++v) sum[v] = std::clamp(sum[v] / std::max(count[v], 1.0f), 0.0f, 0.5f);
    return sum;
}

template <class T, class Make>
gpu::Buffer perVertex(gpu::Device& device, const char* name, std::size_t count, Make&& make) {
    std::vector<T> values(count);
    for (std::size_t v = 0; v < count; ++v) values[v] = make(v);
    return gpu::bufferOf(device, name, values);
}

}  // namespace

Limb::Limb(gpu::Device& device, const body::Mesh& mesh) : triangles(int(mesh.triangles.size())) {
    const std::size_t n = mesh.positionsMm.size();
    const std::vector<float> curvature = curvatures(mesh);
    positions = perVertex<glm::vec4>(device, "body positions", n,
                                     [&](std::size_t v) { return glm::vec4(mesh.positionsMm[v], mesh.openness[v]); });
    normals = perVertex<glm::vec4>(device, "body normals", n,
                                   [&](std::size_t v) { return glm::vec4(mesh.normals[v], curvature[v]); });
    anatomies = perVertex<glm::vec4>(device, "body anatomy", n, [&](std::size_t v) {
        const body::Anatomy& a = mesh.anatomy[v];
        return glm::vec4(a.palmar, a.nail, float(a.digit), a.alongLimbMm);
    });
    corners = gpu::bufferOf(device, "body triangles", mesh.triangles);
    low = high = mesh.positionsMm.front();
    for (const glm::vec3& p : mesh.positionsMm) low = glm::min(low, p), high = glm::max(high, p);
}

gpu::Buffer chartCoordinates(gpu::Device& device, const body::Chart& chart) {
    const auto& mm = chart.vertexMm();
    return perVertex<glm::vec2>(device, "chart coordinates", mm.size(),
                                [&](std::size_t v) { return mm[v] ? *mm[v] : glm::vec2(farOff); });
}

}  // namespace inkheal::portrait
