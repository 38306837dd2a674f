#include "intake/intake.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <string_view>

#include "base/error.h"
#include "base/file.h"
#include "intake/child_process.h"
#include "intake/wire.h"

namespace inkheal::intake {
namespace {

constexpr std::size_t pictureCap = std::size_t(256) << 20;
constexpr std::size_t meshCap = std::size_t(400) << 20;
constexpr std::size_t neighbourCap = std::size_t(400) << 20;
constexpr std::size_t neighbourCount = 16;
constexpr std::size_t replyCap = std::size_t(1000) << 20;
constexpr std::uint64_t mostTriangles = 8'000'000;
constexpr float mostLight = 1e12f;  // of a panorama

struct NamedBytes {
    std::string name;
    std::vector<std::uint8_t> bytes;
};

std::string shownName(const std::filesystem::path& file) {
    return file == "-" ? std::string("standard input") : file.string();
}

/// What the child said, its refusal and its death turned into sentences about the file.
std::vector<std::uint8_t> ask(wire::Kind kind, int longestEdge, const std::vector<NamedBytes>& files,
                              const std::string& name) {
    std::vector<wire::Writer> heads(files.size());
    heads[0].put(wire::requestMagic);
    heads[0].put(kind);
    heads[0].put(std::int32_t(longestEdge));
    heads[0].put(std::uint32_t(files.size()));
    std::vector<std::span<const std::uint8_t>> request;
    for (std::size_t i = 0; i < files.size(); ++i) {
        heads[i].text(files[i].name);
        heads[i].put(std::uint64_t(files[i].bytes.size()));
        request.push_back(heads[i].bytes());
        request.push_back(files[i].bytes);
    }
    ChildReply reply = askChild(request, {.replyBytes = replyCap});
    switch (reply.ending) {
        case ChildEnding::replied:
            return std::move(reply.bytes);
        case ChildEnding::tookTooLong:
            throw badInput(name, "takes longer than 10 seconds to read",
                           "make it smaller or simpler and save it again");
        case ChildEnding::saidTooMuch:
            throw badInput(name, "is too large once decoded", "save it with fewer pixels or triangles");
        case ChildEnding::died:
            break;
    }
    throw badInput(name, "is damaged, its reader failed on it", "open it in another program and export it again");
}

/// Checks the reply's head. @throws Error (badInput) with the child's own words when it refused.
void expect(wire::Status wanted, wire::Reader& reply, const std::string& name) {
    if (reply.get<std::uint32_t>() != wire::replyMagic) throw wire::Broken{};
    const auto status = reply.get<wire::Status>();
    if (status == wire::Status::refused) {
        const std::string wrong = reply.text();
        throw badInput(name, wrong, reply.text());
    }
    if (status != wanted) throw wire::Broken{};
}

ReadPicture pictureFrom(wire::Reader& reply, int longestEdge) {
    ReadPicture read;
    const auto width = reply.get<std::int32_t>(), height = reply.get<std::int32_t>();
    read.sourceWidth = reply.get<std::int32_t>();
    read.sourceHeight = reply.get<std::int32_t>();
    read.hasAlpha = reply.get<std::uint32_t>() != 0;
    read.isVector = reply.get<std::uint32_t>() != 0;
    read.warnings = reply.texts();
    if (width < 1 || height < 1 || width > longestEdge || height > longestEdge) throw wire::Broken{};
    if (read.sourceWidth < width || read.sourceHeight < height) throw wire::Broken{};
    read.picture.width = width;
    read.picture.height = height;
    read.picture.texels = reply.array<glm::vec4>(std::uint64_t(width) * std::uint64_t(height));
    for (const auto& t : read.picture.texels) {
        const bool colour = t.r >= 0 && t.g >= 0 && t.b >= 0 && t.r < 1e6f && t.g < 1e6f && t.b < 1e6f;
        if (!colour || !(t.a >= 0 && t.a <= 1)) throw wire::Broken{};
    }
    if (!reply.done()) throw wire::Broken{};
    return read;
}

/// Only light is left to check here: the child has looked at every texel of the file.
Picture panoramaFrom(wire::Reader& reply, int longestEdge, const std::string& name) {
    Picture panorama;
    panorama.width = reply.get<std::int32_t>(), panorama.height = reply.get<std::int32_t>();
    for (int i = 0; i < 4; ++i) reply.get<std::uint32_t>();  // sizes in the file, alpha, vector
    reply.texts();
    if (panorama.height < 1 || panorama.width > longestEdge || panorama.width != 2 * panorama.height)
        throw wire::Broken{};
    panorama.texels = reply.array<glm::vec4>(std::uint64_t(panorama.width) * std::uint64_t(panorama.height));
    if (!reply.done()) throw wire::Broken{};
    float most = 0;
    for (const auto& t : panorama.texels)
        for (int c = 0; c < 3; ++c) {
            if (!(t[c] >= 0 && t[c] <= mostLight)) throw wire::Broken{};
            most = std::max(most, t[c]);
        }
    if (!(most > 0)) throw badInput(name, "is black all over and gives no light", "use a panorama of a lit place");
    return panorama;
}

bool finite(const glm::vec3& p) {
    return std::isfinite(p.x) && std::isfinite(p.y) && std::isfinite(p.z) && glm::length(p) < 1e9f;
}

/// The mesh with its sizes, positions and indices checked, and triangles without area dropped.
ReadMesh meshFrom(wire::Reader& reply, const std::string& name) {
    ReadMesh read;
    read.warnings = reply.texts();
    const auto positions = reply.get<std::uint64_t>(), uvs = reply.get<std::uint64_t>(),
               triangles = reply.get<std::uint64_t>();
    if (triangles > mostTriangles || positions > 3 * mostTriangles || (uvs != 0 && uvs != positions))
        throw wire::Broken{};
    read.positions = reply.array<glm::vec3>(positions);
    read.uv = reply.array<glm::vec2>(uvs);
    read.triangles = reply.array<std::array<std::uint32_t, 3>>(triangles);
    if (!reply.done()) throw wire::Broken{};
    for (const auto& p : read.positions)
        if (!finite(p))
            throw badInput(name, "has points that are not finite numbers", "repair the scan and export it again");
    for (auto& t : read.uv)
        if (!std::isfinite(t.x) || !std::isfinite(t.y)) t = {};
    for (const auto& t : read.triangles)
        for (const auto index : t)
            if (index >= positions)
                throw badInput(name, "has triangles that use points it does not have",
                               "repair the scan and export it again");
    const auto flat = [&](const std::array<std::uint32_t, 3>& t) {
        const auto &a = read.positions[t[0]], &b = read.positions[t[1]], &c = read.positions[t[2]];
        return !(glm::length(glm::cross(glm::dvec3(b - a), glm::dvec3(c - a))) > 0);
    };
    const auto dropped = std::erase_if(read.triangles, flat);
    if (read.triangles.empty())
        throw badInput(name, "has no triangles with an area", "export the surface as triangles");
    if (dropped > 0) read.warnings.push_back(std::to_string(dropped) + " triangles without area were dropped");
    return read;
}

/// The .bin files in the model's own folder that its text speaks of.
std::vector<NamedBytes> neighbours(const std::filesystem::path& file, const std::vector<std::uint8_t>& model) {
    std::vector<NamedBytes> found;
    if (file == "-" || model.empty() || std::find(model.begin(), model.end(), '{') == model.end()) return found;
    const std::string_view text{reinterpret_cast<const char*>(model.data()), model.size()};
    if (text.find("\"buffers\"") == text.npos) return found;
    std::error_code failed;
    std::size_t left = neighbourCap;
    const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) {
        const std::string name = entry.path().filename().string();
        if (entry.path().extension() != ".bin" || !entry.is_regular_file(failed) || text.find(name) == text.npos)
            continue;
        found.push_back({name, readFile(entry.path(), left)});
        left -= found.back().bytes.size();
        if (found.size() == neighbourCount) break;
    }
    return found;
}

template <class Parse>
auto checked(const std::string& name, Parse parse) {
    try {
        return parse();
    } catch (const wire::Broken&) {
        throw badInput(name, "is damaged, what its reader made of it does not add up",
                       "open it in another program and export it again");
    }
}

}  // namespace

ReadPicture readPicture(const std::filesystem::path& file, const PictureWish& wish) {
    const std::string name = shownName(file);
    const int longestEdge = std::clamp(wish.longestEdge, 1, longestEdgeEver);
    std::vector<NamedBytes> files;
    files.push_back({"", readFile(file, pictureCap)});
    if (files[0].bytes.empty()) throw badInput(name, "is empty", "export it again");
    const auto bytes = ask(wire::Kind::picture, longestEdge, files, name);
    return checked(name, [&] {
        wire::Reader reply{bytes};
        expect(wire::Status::picture, reply, name);
        return pictureFrom(reply, longestEdge);
    });
}

Picture readPanorama(const std::filesystem::path& file, int longestEdge) {
    const std::string name = shownName(file);
    std::vector<NamedBytes> files;
    files.push_back({"", readFile(file, pictureCap)});
    if (files[0].bytes.empty()) throw badInput(name, "is empty", "export it again");
    const auto bytes = ask(wire::Kind::panorama, longestEdge, files, name);
    return checked(name, [&] {
        wire::Reader reply{bytes};
        expect(wire::Status::picture, reply, name);
        return panoramaFrom(reply, longestEdge, name);
    });
}

ReadMesh readMesh(const std::filesystem::path& file) {
    const std::string name = shownName(file);
    std::vector<NamedBytes> files;
    files.push_back({"", readFile(file, meshCap)});
    if (files[0].bytes.empty()) throw badInput(name, "is empty", "export it again");
    for (auto& neighbour : neighbours(file, files[0].bytes)) files.push_back(std::move(neighbour));
    const auto bytes = ask(wire::Kind::mesh, 0, files, name);
    return checked(name, [&] {
        wire::Reader reply{bytes};
        expect(wire::Status::mesh, reply, name);
        return meshFrom(reply, name);
    });
}

}  // namespace inkheal::intake
