#include "body/mesh.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <unordered_map>

#include "base/check.h"

namespace inkheal::body {

namespace {

struct SamePlace {
    bool operator()(const glm::vec3& a, const glm::vec3& b) const { return a == b; }
};

struct PlaceHash {
    std::size_t operator()(const glm::vec3& p) const {
        std::uint64_t hash = 1469598103934665603ull;
        for (int axis = 0; axis < 3; ++axis) {
            const float value = p[axis] + 0.0f;  // -0 and 0 are the same place
            std::uint32_t bits;
            std::memcpy(&bits, &value, sizeof bits);
            hash = (hash ^ bits) * 1099511628211ull;
        }
        return std::size_t(hash ^ (hash >> 29));
    }
};

glm::vec3 unitOr(const glm::vec3& v, const glm::vec3& otherwise) {
    const float length = glm::length(v);
    return length > 1e-20f ? v / length : otherwise;
}

/// Any unit direction across n.
glm::vec3 across(const glm::vec3& n) {
    const glm::vec3 axis = std::abs(n.x) < 0.8f ? glm::vec3(1, 0, 0) : glm::vec3(0, 1, 0);
    return glm::normalize(axis - n * glm::dot(axis, n));
}

}  // namespace

glm::vec3 positionAt(const Mesh& mesh, const SurfacePoint& point) {
    checkEqual(point.triangle < mesh.triangles.size(), true, "the triangle of a surface point exists");
    const auto& t = mesh.triangles[point.triangle];
    return mesh.positionsMm[t[0]] * point.barycentric.x + mesh.positionsMm[t[1]] * point.barycentric.y +
           mesh.positionsMm[t[2]] * point.barycentric.z;
}

glm::vec3 normalAt(const Mesh& mesh, const SurfacePoint& point) {
    const auto& t = mesh.triangles[point.triangle];
    const glm::vec3 face =
        glm::cross(mesh.positionsMm[t[1]] - mesh.positionsMm[t[0]], mesh.positionsMm[t[2]] - mesh.positionsMm[t[0]]);
    return unitOr(mesh.normals[t[0]] * point.barycentric.x + mesh.normals[t[1]] * point.barycentric.y +
                      mesh.normals[t[2]] * point.barycentric.z,
                  unitOr(face, {0, 0, 1}));
}

std::vector<std::uint32_t> weldedIds(const std::vector<glm::vec3>& positions) {
    std::unordered_map<glm::vec3, std::uint32_t, PlaceHash, SamePlace> first;
    first.reserve(positions.size());
    std::vector<std::uint32_t> ids(positions.size());
    for (std::uint32_t i = 0; i < positions.size(); ++i) ids[i] = first.try_emplace(positions[i], i).first->second;
    return ids;
}

void computeNormals(Mesh& mesh) {
    const auto ids = weldedIds(mesh.positionsMm);
    std::vector<glm::vec3> sum(mesh.positionsMm.size(), glm::vec3(0));
    for (const auto& t : mesh.triangles) {
        for (int corner = 0; corner < 3; ++corner) {
            const glm::vec3 p = mesh.positionsMm[t[corner]];
            const glm::vec3 a = mesh.positionsMm[t[(corner + 1) % 3]] - p,
                            b = mesh.positionsMm[t[(corner + 2) % 3]] - p;
            const glm::vec3 face = glm::cross(a, b);
            const float twiceArea = glm::length(face);
            if (twiceArea <= 1e-20f) continue;
            sum[ids[t[corner]]] += face / twiceArea * std::atan2(twiceArea, glm::dot(a, b));
        }
    }
    mesh.normals.resize(sum.size());
    for (std::size_t i = 0; i < sum.size(); ++i) mesh.normals[i] = unitOr(sum[ids[i]], {0, 0, 1});
}

void computeTangents(Mesh& mesh) {
    std::vector<glm::vec3> alongU(mesh.positionsMm.size(), glm::vec3(0)), alongV = alongU;
    for (const auto& t : mesh.triangles) {
        const glm::vec3 a = mesh.positionsMm[t[1]] - mesh.positionsMm[t[0]];
        const glm::vec3 b = mesh.positionsMm[t[2]] - mesh.positionsMm[t[0]];
        const glm::vec2 p = mesh.uv[t[1]] - mesh.uv[t[0]], q = mesh.uv[t[2]] - mesh.uv[t[0]];
        const float area = p.x * q.y - p.y * q.x;
        if (std::abs(area) < 1e-20f) continue;
        const float weight = glm::length(glm::cross(a, b));
        const glm::vec3 du = unitOr((a * q.y - b * p.y) / area, glm::vec3(0)) * weight;
        const glm::vec3 dv = unitOr((b * p.x - a * q.x) / area, glm::vec3(0)) * weight;
        for (const auto corner : t) alongU[corner] += du, alongV[corner] += dv;
    }
    mesh.tangents.resize(mesh.positionsMm.size());
    for (std::size_t i = 0; i < mesh.tangents.size(); ++i) {
        const glm::vec3 n = mesh.normals[i];
        const glm::vec3 flat = alongU[i] - n * glm::dot(alongU[i], n);
        const glm::vec3 tangent = unitOr(flat, across(n));
        mesh.tangents[i] = glm::vec4(tangent, glm::dot(glm::cross(n, tangent), alongV[i]) < 0 ? -1.0f : 1.0f);
    }
}

}  // namespace inkheal::body
