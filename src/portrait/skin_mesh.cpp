#include "portrait/skin_mesh.h"

#include <algorithm>
#include <cmath>

#include "body/creases.h"
#include "portrait/casters.h"
#include "portrait/mottle.h"

namespace inkheal::portrait {
namespace {

constexpr float casterCellMm = 3;

/// Mean over a vertex' edges of how much the normal turns a mm, in each place's own ring; convex is positive.
std::vector<float> curvatures(const body::Mesh& mesh, const std::vector<std::uint32_t>& place) {
    std::vector<float> sum(mesh.positionsMm.size()), count(mesh.positionsMm.size());
    const auto edge = [&](std::uint32_t a, std::uint32_t b) {
        const glm::vec3 along = mesh.positionsMm[b] - mesh.positionsMm[a];
        const float turn = glm::dot(mesh.normals[b] - mesh.normals[a], along) / std::max(glm::dot(along, along), 1e-6f);
        for (const std::uint32_t v : {place[a], place[b]}) sum[v] += turn, count[v] += 1;
    };
    for (const auto& t : mesh.triangles) edge(t[0], t[1]), edge(t[1], t[2]), edge(t[2], t[0]);
    std::vector<float> mean(sum.size());
    for (std::size_t v = 0; v < mean.size(); ++v)
        mean[v] = std::clamp(sum[place[v]] / std::max(count[place[v]], 1.0f), -0.5f, 0.5f);
    return mean;
}

template <class Texel>
gpu::Image tableOf(gpu::Device& device, const char* name, std::vector<Texel> texels, gpu::Format format) {
    gpu::Image table(device, name, tableShape(texels.size(), format));
    texels.resize(std::size_t(table.width()) * std::size_t(table.height()));
    table.uploadFrom(std::span<const Texel>(texels));
    return table;
}

}  // namespace

gpu::ImageShape tableShape(std::size_t texels, gpu::Format format, int layers) {
    const std::size_t row = law::frame::tableRow;
    return {int(row), int((texels + row - 1) / row), layers, format, false, layers > 1};
}

SkinMesh::SkinMesh(gpu::Device& device, const body::Mesh& mesh) : mesh_(mesh), skin_(mesh.positionsMm.size()) {
    const std::vector<body::CreaseNearby> creases = body::creasesOn(mesh);
    const std::vector<float> curvature = curvatures(mesh, body::weldedIds(mesh.positionsMm));
    glm::vec3 low = mesh.positionsMm.front(), high = low;
    for (std::size_t v = 0; v < skin_.size(); ++v) {
        skin_[v].place = glm::vec4(mesh.positionsMm[v], mesh.openness[v]);
        skin_[v].normal = glm::vec4(mesh.normals[v], curvature[v]);
        skin_[v].colour = glm::vec4(1, 1, 1, mesh.anatomy[v].nail);
        skin_[v].crease = glm::vec4(creases[v].besideMm, creases[v].deepMm, 0, 0);
        low = glm::min(low, mesh.positionsMm[v]), high = glm::max(high, mesh.positionsMm[v]);
    }
    middle_ = 0.5f * (low + high);
    for (const glm::vec3& p : mesh.positionsMm) reachMm_ = std::max(reachMm_, glm::distance(p, middle_));
    vertices_ = gpu::bufferOf(device, "skin vertices", skin_);
    corners_ = gpu::bufferOf(device, "body triangles", mesh.triangles);
    std::vector<glm::vec4> at;
    for (const SkinVertex& vertex : skin_)
        at.emplace_back(glm::vec3(vertex.place), law::frame::carriedCrease(vertex.crease.x, vertex.crease.y));
    placeTable_ = tableOf(device, "table of places", std::move(at), gpu::Format::rgba32f);
    std::vector<glm::uvec4> of;
    for (const auto& t : mesh.triangles) of.emplace_back(t[0], t[1], t[2], 0);
    cornerTable_ = tableOf(device, "table of triangles", std::move(of), gpu::Format::rgba32u);
    chosen_ = gpu::Buffer(device, "triangles in the picture", mesh.triangles.size() * sizeof(std::uint32_t));
    chosenCorners_ = gpu::Buffer(device, "their corners", mesh.triangles.size() * sizeof(mesh.triangles[0]));
    wanted_ = gpu::Buffer(device, "vertices in the picture", mesh.positionsMm.size() * sizeof(std::uint32_t));
    const Casters casters = castersOf(mesh, casterCellMm);
    casterTriangles_ = int(casters.triangles.size());
    std::vector<glm::vec4> places;
    for (const glm::vec3& p : casters.positionsMm) places.emplace_back(p, 1);
    casterPlaces_ = gpu::bufferOf(device, "places of casters", places);
    casterCorners_ = gpu::bufferOf(device, "triangles of casters", casters.triangles);
    link(device);
}

void SkinMesh::link(gpu::Device& device) {
    const auto place = body::weldedIds(mesh_.positionsMm);
    std::vector<std::vector<std::uint32_t>> ring(place.size());
    for (const auto& t : mesh_.triangles)
        for (int k = 0; k < 3; ++k) {
            const std::uint32_t a = place[t[k]], b = t[(k + 1) % 3];
            ring[a].push_back(b);
        }
    firstOf_ = {0};
    for (std::size_t v = 0; v < place.size(); ++v) {
        next_.insert(next_.end(), ring[place[v]].begin(), ring[place[v]].end());
        firstOf_.push_back(std::uint32_t(next_.size()));
    }
    starts_ = gpu::bufferOf(device, "starts of neighbours", firstOf_);
    neighbours_ = gpu::bufferOf(device, "neighbours", next_);
}

void SkinMesh::setComplexion(const skin::Complexion& skin) {
    if (veins_.empty()) veins_ = body::veinsUnder(mesh_);
    mottle_ = mottling(mesh_, veins_, skin);
    redness_.clear();
    redden(std::vector<glm::vec3>(skin_.size(), glm::vec3(1)));
}

void SkinMesh::redden(const std::vector<glm::vec3>& factors) {
    if (factors == redness_) return;
    redness_ = factors;
    for (std::size_t v = 0; v < skin_.size(); ++v) skin_[v].colour = mottle_[v] * glm::vec4(factors[v], 1);
    vertices_.uploadFrom(std::span<const SkinVertex>(skin_));
}

void SkinMesh::pick(const Sight& sight) {
    constexpr float grown = 1.01f;
    std::vector<std::uint8_t> outside(skin_.size());
    for (std::size_t v = 0; v < skin_.size(); ++v) {
        const glm::vec4 c = sight.toClip * glm::vec4(mesh_.positionsMm[v], 1);
        const float w = grown * c.w + sight.lensMm * std::abs(1 - c.w / sight.focusMm) / sight.tallTangent;
        outside[v] = std::uint8_t((c.x < -w) | (c.x > w) << 1 | (c.y < -w) << 2 | (c.y > w) << 3 | (c.w <= 0) << 4);
    }
    picked_.clear();
    for (std::size_t i = 0; i < mesh_.triangles.size(); ++i) {
        const auto& t = mesh_.triangles[i];
        if (outside[t[0]] & outside[t[1]] & outside[t[2]]) continue;
        const glm::vec3 a = mesh_.positionsMm[t[0]], b = mesh_.positionsMm[t[1]], c = mesh_.positionsMm[t[2]];
        const glm::vec3 across = glm::cross(b - a, c - a);
        if (glm::dot(across, sight.eye - a) > -sight.lensMm * glm::length(across)) picked_.push_back(std::uint32_t(i));
    }
}

void SkinMesh::want(const std::vector<std::uint32_t>& alsoVertices, int rings) {
    wants_.assign(skin_.size(), 0);
    list_.clear();
    const auto add = [&](std::uint32_t v) {
        if (!wants_[v]) wants_[v] = 1, list_.push_back(v);
    };
    for (const std::uint32_t t : picked_)
        for (const std::uint32_t corner : mesh_.triangles[t]) add(corner);
    for (const std::uint32_t v : alsoVertices) add(v);
    std::size_t first = 0;
    for (int ring = 0; ring < rings; ++ring) {
        const std::size_t last = list_.size();
        for (; first < last; ++first)
            for (std::uint32_t k = firstOf_[list_[first]]; k < firstOf_[list_[first] + 1]; ++k) add(next_[k]);
    }
}

void SkinMesh::choose(const Sight& sight, const std::vector<std::uint32_t>& alsoVertices, int rings) {
    pick(sight);
    want(alsoVertices, rings);
    chosenCount_ = int(picked_.size()), wantedCount_ = int(list_.size());
    pickedCorners_.clear();
    for (const std::uint32_t t : picked_)
        pickedCorners_.insert(pickedCorners_.end(),
                              {mesh_.triangles[t][0], mesh_.triangles[t][1], mesh_.triangles[t][2]});
    picked_.resize(mesh_.triangles.size());
    pickedCorners_.resize(3 * mesh_.triangles.size());
    list_.resize(skin_.size());
    chosen_.uploadFrom(std::span<const std::uint32_t>(picked_));
    chosenCorners_.uploadFrom(std::span<const std::uint32_t>(pickedCorners_));
    wanted_.uploadFrom(std::span<const std::uint32_t>(list_));
}

}  // namespace inkheal::portrait
