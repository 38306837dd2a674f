#include <assimp/config.h>
#include <assimp/importerdesc.h>
#include <assimp/postprocess.h>
#include <assimp/scene.h>
#include <assimp/DefaultLogger.hpp>
#include <assimp/IOStream.hpp>
#include <assimp/IOSystem.hpp>
#include <assimp/Importer.hpp>
#include <assimp/LogStream.hpp>

#include <algorithm>
#include <cstring>
#include <memory>
#include <string_view>

#include "intake/child/decoders.h"

namespace inkheal::intake {
namespace {

constexpr int deepestNode = 64;
const Refusal pointsMissing{"has triangles that use points it does not have", "repair the scan and export it again"};

class MemoryStream : public Assimp::IOStream {
 public:
    explicit MemoryStream(Bytes bytes) : bytes_(bytes) {}

    std::size_t Read(void* to, std::size_t size, std::size_t count) override {
        if (size == 0) return 0;
        const std::size_t whole = std::min(count, (bytes_.size() - at_) / size);
        if (whole > 0) std::memcpy(to, bytes_.data() + at_, whole * size);
        at_ += whole * size;
        return whole;
    }
    std::size_t Write(const void*, std::size_t, std::size_t) override { return 0; }
    aiReturn Seek(std::size_t offset, aiOrigin origin) override {
        const std::size_t base = origin == aiOrigin_SET ? 0 : origin == aiOrigin_CUR ? at_ : bytes_.size();
        if (offset > bytes_.size() - base) return aiReturn_FAILURE;
        at_ = base + offset;
        return aiReturn_SUCCESS;
    }
    std::size_t Tell() const override { return at_; }
    std::size_t FileSize() const override { return bytes_.size(); }
    void Flush() override {}

 private:
    Bytes bytes_;
    std::size_t at_ = 0;
};

/// The files of the request and no others.
class MemoryFiles : public Assimp::IOSystem {
 public:
    MemoryFiles(const std::vector<MeshFile>& files, std::string model) : files_(files), model_(std::move(model)) {}

    bool Exists(const char* name) const override { return find(name) != nullptr; }
    char getOsSeparator() const override { return '/'; }
    Assimp::IOStream* Open(const char* name, const char*) override {
        const MeshFile* file = find(name);
        return file != nullptr ? new MemoryStream(file->bytes) : nullptr;
    }
    void Close(Assimp::IOStream* stream) override { delete stream; }

 private:
    const MeshFile* find(std::string_view name) const {
        if (name == model_) return &files_[0];
        while (name.starts_with("./")) name.remove_prefix(2);
        for (std::size_t i = 1; i < files_.size(); ++i)
            if (files_[i].name == name) return &files_[i];
        return nullptr;
    }

    const std::vector<MeshFile>& files_;
    std::string model_;
};

/// The glTF importer drops faces that point beyond the points and only says so in its log.
class DroppedFaces : public Assimp::LogStream {
 public:
    explicit DroppedFaces(bool& seen) : seen_(seen) {}
    void write(const char* message) override {
        seen_ |= std::string_view(message).find("out-of-range") != std::string_view::npos;
    }

 private:
    bool& seen_;
};

std::string extensionOf(Format format) {
    switch (format) {
        case Format::gltf:
            return "gltf";
        case Format::glb:
            return "glb";
        case Format::obj:
            return "obj";
        case Format::ply:
            return "ply";
        default:
            return "stl";
    }
}

/// Takes away every importer but the one for this extension.
void keepOnly(Assimp::Importer& importer, const std::string& extension) {
    for (std::size_t i = importer.GetImporterCount(); i-- > 0;) {
        Assimp::BaseImporter* other = importer.GetImporter(i);
        const char* extensions = importer.GetImporterInfo(i)->mFileExtensions;
        const std::string all = std::string(" ") + extensions + " ";
        if (all.find(" " + extension + " ") == all.npos) importer.UnregisterLoader(other);
    }
}

void checkIndices(const aiScene& scene) {
    for (unsigned m = 0; m < scene.mNumMeshes; ++m) {
        const aiMesh& part = *scene.mMeshes[m];
        for (unsigned f = 0; f < part.mNumFaces; ++f)
            for (unsigned i = 0; i < part.mFaces[f].mNumIndices; ++i)
                if (part.mFaces[f].mIndices[i] >= part.mNumVertices)
                    throw Refusal{"has triangles that use points it does not have",
                                  "repair the scan and export it again"};
    }
}

/// The importer makes a tree of what may be a cycle in the file, so a cycle shows as depth.
void checkNodes(const aiNode* node, const aiScene& scene, int depth) {
    if (node == nullptr || depth > deepestNode)
        throw Refusal{"nests its nodes more than " + std::to_string(deepestNode) + " deep or in a circle",
                      "flatten it and export it again"};
    for (unsigned i = 0; i < node->mNumMeshes; ++i)
        if (node->mMeshes[i] >= scene.mNumMeshes)
            throw Refusal{"speaks of parts it does not have", "repair the scan and export it again"};
    for (unsigned i = 0; i < node->mNumChildren; ++i) checkNodes(node->mChildren[i], scene, depth + 1);
}

/// Adds one part of the model; PreTransformVertices has put all parts into one space.
void append(const aiMesh& part, ReadMesh& read, bool keepUv) {
    const auto first = static_cast<std::uint32_t>(read.positions.size());
    for (unsigned i = 0; i < part.mNumVertices; ++i) {
        const auto& p = part.mVertices[i];
        read.positions.emplace_back(p.x, p.y, p.z);
        if (keepUv) read.uv.emplace_back(part.mTextureCoords[0][i].x, part.mTextureCoords[0][i].y);
    }
    for (unsigned i = 0; i < part.mNumFaces; ++i) {
        const auto& face = part.mFaces[i];
        if (face.mNumIndices == 3)
            read.triangles.push_back({first + face.mIndices[0], first + face.mIndices[1], first + face.mIndices[2]});
    }
}

}  // namespace

ReadMesh decodeMesh(const std::vector<MeshFile>& files, Format format) {
    const std::string extension = extensionOf(format), name = "model." + extension;
    Assimp::Importer importer;
    importer.SetIOHandler(new MemoryFiles(files, name));  // the importer owns it
    keepOnly(importer, extension);
    importer.SetPropertyInteger(AI_CONFIG_PP_SBP_REMOVE, aiPrimitiveType_POINT | aiPrimitiveType_LINE);
    importer.SetPropertyInteger(AI_CONFIG_PP_RVC_FLAGS, aiComponent_NORMALS | aiComponent_TANGENTS_AND_BITANGENTS |
                                                            aiComponent_COLORS | aiComponent_BONEWEIGHTS |
                                                            aiComponent_ANIMATIONS | aiComponent_TEXTURES |
                                                            aiComponent_LIGHTS | aiComponent_CAMERAS);
    bool dropped = false;
    Assimp::DefaultLogger::create(nullptr, Assimp::Logger::NORMAL, 0);
    Assimp::DefaultLogger::get()->attachStream(new DroppedFaces(dropped),
                                               Assimp::Logger::Warn | Assimp::Logger::Err);  // owned by it
    // As it lies in the file first: the steps after that trust the indices.
    const aiScene* scene = importer.ReadFile(name, 0);
    Assimp::DefaultLogger::kill();
    if (dropped) throw pointsMissing;
    if (scene != nullptr) {
        checkIndices(*scene);
        checkNodes(scene->mRootNode, *scene, 0);
        scene = importer.ApplyPostProcessing(aiProcess_RemoveComponent | aiProcess_Triangulate | aiProcess_SortByPType |
                                             aiProcess_PreTransformVertices | aiProcess_JoinIdenticalVertices);
    }
    if (scene == nullptr) {
        std::string said = importer.GetErrorString();
        if (said.size() > 160) said = said.substr(0, 160) + "...";
        throw Refusal{"is a scan that cannot be read (" + said + ")",
                      "export it again, with its buffers inside or beside it"};
    }
    const std::span<aiMesh* const> parts{scene->mMeshes, scene->mNumMeshes};
    const bool keepUv = !parts.empty() &&
                        std::all_of(parts.begin(), parts.end(), [](const aiMesh* m) { return m->HasTextureCoords(0); });
    ReadMesh read;
    for (const aiMesh* part : parts) append(*part, read, keepUv);
    if (read.triangles.empty()) throw Refusal{"has no triangles", "export the surface as triangles"};
    return read;
}

}  // namespace inkheal::intake
