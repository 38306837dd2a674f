#include "bake/cage.h"

#include <assimp/postprocess.h>
#include <assimp/scene.h>

#include <assimp/Importer.hpp>
#include <map>

#include "base/error.h"
#include "body/mesh.h"

namespace inkheal::bake {

namespace {

const aiMesh& largest(const aiScene& scene) {
    const aiMesh* best = scene.mMeshes[0];
    for (unsigned i = 1; i < scene.mNumMeshes; ++i)
        if (scene.mMeshes[i]->mNumFaces > best->mNumFaces) best = scene.mMeshes[i];
    return *best;
}

/// New numbers for the old ones that are used, in order of first use.
struct Renumber {
    std::vector<int> fresh;
    std::vector<int> old;
    explicit Renumber(std::size_t count) : fresh(count, -1) {}
    int operator()(int i) {
        int& number = fresh[std::size_t(i)];
        if (number < 0) number = int(old.size()), old.push_back(i);
        return number;
    }
};

}  // namespace

Cage readCage(const std::filesystem::path& file) {
    Assimp::Importer importer;
    const aiScene* scene = importer.ReadFile(file.string(), 0);
    if (!scene || scene->mNumMeshes == 0)
        throw badInput(file.string(), std::string("it cannot be read (") + importer.GetErrorString() + ")",
                       "install the Debian package assimp-testmodels");
    const aiMesh& mesh = largest(*scene);
    Cage cage;
    std::vector<glm::vec3> corners(mesh.mNumVertices);
    for (unsigned i = 0; i < mesh.mNumVertices; ++i)
        corners[i] = {mesh.mVertices[i].x, mesh.mVertices[i].y, mesh.mVertices[i].z};
    const auto ids = body::weldedIds(corners);
    Renumber place(corners.size());
    std::map<std::pair<float, float>, int> uvKnown;
    for (unsigned f = 0; f < mesh.mNumFaces; ++f) {
        if (mesh.mFaces[f].mNumIndices != 4)
            throw badInput(file.string(), "it has a face that is no quad", "take the human.zae of assimp-testmodels");
        std::array<int, 4> quad{}, uvQuad{};
        for (std::size_t k = 0; k < 4; ++k) {
            const unsigned corner = mesh.mFaces[f].mIndices[k];
            quad[k] = place(int(ids[corner]));
            const glm::vec2 uv = mesh.HasTextureCoords(0)
                                     ? glm::vec2(mesh.mTextureCoords[0][corner].x, mesh.mTextureCoords[0][corner].y)
                                     : glm::vec2(0);
            const auto [found, fresh] = uvKnown.try_emplace({uv.x, uv.y}, int(cage.uv.size()));
            if (fresh) cage.uv.push_back(uv);
            uvQuad[k] = found->second;
        }
        cage.quads.push_back(quad);
        cage.uvQuads.push_back(uvQuad);
    }
    for (const int i : place.old) cage.positions.push_back(corners[std::size_t(i)]);
    return cage;
}

std::vector<char> joinedTo(const Cage& cage, const glm::vec3& seed, const std::vector<char>& mayKeep) {
    std::size_t nearest = 0;
    for (std::size_t i = 1; i < cage.positions.size(); ++i)
        if (glm::distance(cage.positions[i], seed) < glm::distance(cage.positions[nearest], seed)) nearest = i;
    std::vector<std::vector<std::size_t>> around(cage.positions.size());
    for (std::size_t i = 0; i < cage.quads.size(); ++i)
        if (mayKeep[i])
            for (const int corner : cage.quads[i]) around[std::size_t(corner)].push_back(i);
    std::vector<char> kept(cage.quads.size(), 0), visited(cage.positions.size(), 0);
    std::vector<std::size_t> front{nearest};
    visited[nearest] = 1;
    while (!front.empty()) {
        const std::size_t vertex = front.back();
        front.pop_back();
        for (const std::size_t i : around[vertex]) {
            kept[i] = 1;
            for (const int corner : cage.quads[i])
                if (!visited[std::size_t(corner)])
                    visited[std::size_t(corner)] = 1, front.push_back(std::size_t(corner));
        }
    }
    return kept;
}

Cage only(const Cage& cage, const std::vector<char>& kept) {
    Cage out;
    Renumber place(cage.positions.size()), texture(cage.uv.size());
    for (std::size_t i = 0; i < cage.quads.size(); ++i) {
        if (!kept[i]) continue;
        std::array<int, 4> quad{}, uvQuad{};
        for (std::size_t k = 0; k < 4; ++k) quad[k] = place(cage.quads[i][k]), uvQuad[k] = texture(cage.uvQuads[i][k]);
        out.quads.push_back(quad);
        out.uvQuads.push_back(uvQuad);
    }
    for (const int i : place.old) out.positions.push_back(cage.positions[std::size_t(i)]);
    for (const int i : texture.old) out.uv.push_back(cage.uv[std::size_t(i)]);
    return out;
}

}  // namespace inkheal::bake
