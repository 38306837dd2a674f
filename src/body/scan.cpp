#include "body/scan.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>

#include "base/error.h"
#include "body/calm.h"

namespace inkheal::body {

namespace {

struct Box {
    glm::vec3 low{0}, high{0};
};

Box boxOf(const std::vector<glm::vec3>& points) {
    Box box{points.front(), points.front()};
    for (const auto& p : points) box.low = glm::min(box.low, p), box.high = glm::max(box.high, p);
    return box;
}

/// Copies used vertices once for each place and texture coordinate; leaves out triangles without area.
void weld(const intake::ReadMesh& scan, float scale, const glm::vec3& middle, Mesh& mesh) {
    std::map<std::array<float, 5>, std::uint32_t> known;
    const auto vertex = [&](std::uint32_t i) {
        const glm::vec3 p = (scan.positions[i] - middle) * scale;
        const glm::vec2 uv = scan.uv.empty() ? glm::vec2(0) : scan.uv[i];
        const auto [found, fresh] =
            known.try_emplace({p.x, p.y, p.z, uv.x, uv.y}, std::uint32_t(mesh.positionsMm.size()));
        if (fresh) mesh.positionsMm.push_back(p), mesh.uv.push_back(uv);
        return found->second;
    };
    for (const auto& t : scan.triangles) {
        const glm::vec3 a = scan.positions[t[0]], b = scan.positions[t[1]], c = scan.positions[t[2]];
        if (glm::length(glm::cross(b - a, c - a)) * scale * scale < 1e-8f) continue;
        mesh.triangles.push_back({vertex(t[0]), vertex(t[1]), vertex(t[2])});
    }
}

/// Six times the enclosed volume, seen from the middle: negative when the winding looks inward.
double volume(const Mesh& mesh) {
    double sum = 0;
    for (const auto& t : mesh.triangles)
        sum += glm::dot(glm::dvec3(mesh.positionsMm[t[0]]),
                        glm::cross(glm::dvec3(mesh.positionsMm[t[1]]), glm::dvec3(mesh.positionsMm[t[2]])));
    return sum;
}

}  // namespace

float millimetresPerUnit(float longest, bool gltf) {
    if (longest <= 3 || (gltf && longest <= 6)) return 1000;
    return longest < 60 ? 10.0f : 1.0f;
}

Mesh meshOfScan(const intake::ReadMesh& scan, const std::filesystem::path& file) {
    const auto unusable = [&] {
        return badInput(file.string(), "it has no surface to tattoo", "export the scan with its triangles");
    };
    if (scan.positions.empty() || scan.triangles.empty()) throw unusable();
    const Box box = boxOf(scan.positions);
    const glm::vec3 size = box.high - box.low;
    const float longest = std::max({size.x, size.y, size.z});
    if (!(longest > 0) || !std::isfinite(longest)) throw unusable();
    std::string ending = file.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return char(std::tolower(c)); });

    Mesh mesh;
    mesh.name = "scan";
    weld(scan, millimetresPerUnit(longest, ending == ".glb" || ending == ".gltf"), (box.low + box.high) * 0.5f, mesh);
    if (mesh.triangles.empty()) throw unusable();
    if (volume(mesh) < 0)
        for (auto& t : mesh.triangles) std::swap(t[1], t[2]);
    calm(mesh);
    computeNormals(mesh);
    computeTangents(mesh);
    mesh.openness.assign(mesh.positionsMm.size(), 1.0f);
    mesh.anatomy.resize(mesh.positionsMm.size());
    const float lowest = boxOf(mesh.positionsMm).low.y;
    for (std::size_t i = 0; i < mesh.anatomy.size(); ++i) mesh.anatomy[i].alongLimbMm = mesh.positionsMm[i].y - lowest;
    return mesh;
}

Mesh readScan(const std::filesystem::path& file) {
    return meshOfScan(intake::readMesh(file), file);
}

}  // namespace inkheal::body
