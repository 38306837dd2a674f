#include "body/body_file.h"

#include <bit>
#include <cmath>
#include <cstring>

#include "base/check.h"
#include "base/error.h"
#include "base/file.h"

namespace inkheal::body {

namespace {

static_assert(std::endian::native == std::endian::little, "body files are copied as they lie in memory");
static_assert(sizeof(Anatomy) == 16 && sizeof(glm::vec3) == 12);

struct Header {
    char magic[8] = {'i', 'n', 'k', 'b', 'o', 'd', 'y', '\n'};
    std::uint32_t version = 1;
    std::uint32_t vertices = 0;
    std::uint32_t triangles = 0;
    std::uint32_t zero = 0;
    std::uint64_t checksum = 0;
};
static_assert(sizeof(Header) == 32);

constexpr std::size_t bytesPerVertex =
    sizeof(glm::vec3) * 2 + sizeof(glm::vec4) + sizeof(glm::vec2) + sizeof(Anatomy) + 4;
constexpr std::size_t bytesPerTriangle = 12;
constexpr std::size_t capBytes = std::size_t(256) << 20;

/// FNV-1a over 64-bit words; the tail is padded with zeros.
std::uint64_t checksum(std::span<const std::uint8_t> bytes) {
    std::uint64_t hash = 14695981039346656037ull;
    for (std::size_t at = 0; at < bytes.size(); at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + at, std::min<std::size_t>(8, bytes.size() - at));
        hash = (hash ^ word) * 1099511628211ull;
        hash ^= hash >> 31;
    }
    return hash;
}

template <class T>
void append(std::vector<std::uint8_t>& bytes, const std::vector<T>& values, std::size_t count) {
    checkEqual(values.size(), count, "values of a mesh's array");
    const auto* first = reinterpret_cast<const std::uint8_t*>(values.data());
    bytes.insert(bytes.end(), first, first + values.size() * sizeof(T));
}

template <class T>
void take(std::span<const std::uint8_t>& bytes, std::vector<T>& values, std::size_t count) {
    values.resize(count);
    if (count > 0) std::memcpy(values.data(), bytes.data(), count * sizeof(T));
    bytes = bytes.subspan(count * sizeof(T));
}

void checkContents(const Mesh& mesh, const std::string& name) {
    for (const auto& t : mesh.triangles)
        for (const auto corner : t)
            if (corner >= mesh.positionsMm.size())
                throw badInput(name, "a triangle names a vertex that is not there", "build the stock bodies again");
    for (const auto& p : mesh.positionsMm)
        if (!std::isfinite(p.x + p.y + p.z))
            throw badInput(name, "a position is not a number", "build the stock bodies again");
}

}  // namespace

void writeBody(const std::filesystem::path& file, const Mesh& mesh) {
    const std::size_t vertices = mesh.positionsMm.size();
    std::vector<std::uint8_t> bytes(sizeof(Header));
    bytes.reserve(sizeof(Header) + vertices * bytesPerVertex + mesh.triangles.size() * bytesPerTriangle);
    append(bytes, mesh.positionsMm, vertices);
    append(bytes, mesh.normals, vertices);
    append(bytes, mesh.tangents, vertices);
    append(bytes, mesh.uv, vertices);
    append(bytes, mesh.anatomy, vertices);
    append(bytes, mesh.openness, vertices);
    append(bytes, mesh.triangles, mesh.triangles.size());
    Header header;
    header.vertices = std::uint32_t(vertices);
    header.triangles = std::uint32_t(mesh.triangles.size());
    header.checksum = checksum(std::span(bytes).subspan(sizeof(Header)));
    std::memcpy(bytes.data(), &header, sizeof header);
    writeFile(file, bytes);
}

Mesh readBody(const std::filesystem::path& file) {
    const std::string name = file.string();
    const auto bytes = readFile(file, capBytes);
    const std::string again = "build the stock bodies again";
    Header header;
    if (bytes.size() < sizeof header || std::memcmp(bytes.data(), header.magic, sizeof header.magic) != 0)
        throw badInput(name, "it is not a stock body", again);
    std::memcpy(&header, bytes.data(), sizeof header);
    if (header.version != Header{}.version)
        throw badInput(name, "it is a stock body of version " + std::to_string(header.version) + ", not 1", again);
    std::span<const std::uint8_t> rest = std::span(bytes).subspan(sizeof header);
    if (rest.size() != header.vertices * bytesPerVertex + header.triangles * bytesPerTriangle)
        throw badInput(name, "it is cut short or too long", again);
    if (checksum(rest) != header.checksum || header.zero != 0) throw badInput(name, "it is damaged", again);

    Mesh mesh;
    mesh.name = file.stem().string();
    take(rest, mesh.positionsMm, header.vertices);
    take(rest, mesh.normals, header.vertices);
    take(rest, mesh.tangents, header.vertices);
    take(rest, mesh.uv, header.vertices);
    take(rest, mesh.anatomy, header.vertices);
    take(rest, mesh.openness, header.vertices);
    take(rest, mesh.triangles, header.triangles);
    checkContents(mesh, name);
    return mesh;
}

}  // namespace inkheal::body
