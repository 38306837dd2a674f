#include "intake/child/talk.h"

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace inkheal::intake {
namespace {

void send(std::span<const std::uint8_t> bytes) {
    while (!bytes.empty()) {
        const auto wrote = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (wrote < 0 && errno == EINTR) continue;
        if (wrote <= 0) ::_exit(1);
        bytes = bytes.subspan(std::size_t(wrote));
    }
}

/// The length of the whole reply goes first.
void sendHead(const wire::Writer& head, std::size_t arrays) {
    const std::uint64_t size = head.bytes().size() + arrays;
    send({reinterpret_cast<const std::uint8_t*>(&size), sizeof size});
    send(head.bytes());
}

template <class T>
std::size_t bytesOf(const std::vector<T>& values) {
    return values.size() * sizeof(T);
}

template <class T>
void sendArray(const std::vector<T>& values) {
    send({reinterpret_cast<const std::uint8_t*>(values.data()), bytesOf(values)});
}

}  // namespace

Request receive() {
    struct stat about {};
    if (::fstat(STDIN_FILENO, &about) != 0 || about.st_size <= 0) throw wire::Broken{};
    const auto size = static_cast<std::size_t>(about.st_size);
    const void* bytes = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, STDIN_FILENO, 0);
    if (bytes == MAP_FAILED) throw wire::Broken{};
    wire::Reader reader{{static_cast<const std::uint8_t*>(bytes), size}};
    Request request;
    if (reader.get<std::uint32_t>() != wire::requestMagic) throw wire::Broken{};
    request.kind = reader.get<wire::Kind>();
    request.longestEdge = reader.get<std::int32_t>();
    const auto count = reader.get<std::uint32_t>();
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::string name = reader.text();
        request.files.push_back({name, reader.take(reader.get<std::uint64_t>())});
    }
    if (request.files.empty()) throw wire::Broken{};
    return request;
}

void reply(const ReadPicture& read) {
    wire::Writer head;
    head.put(wire::replyMagic);
    head.put(wire::Status::picture);
    for (const int size : {read.picture.width, read.picture.height, read.sourceWidth, read.sourceHeight})
        head.put(std::int32_t(size));
    head.put(std::uint32_t(read.hasAlpha));
    head.put(std::uint32_t(read.isVector));
    head.texts(read.warnings);
    sendHead(head, bytesOf(read.picture.texels));
    sendArray(read.picture.texels);
}

void reply(const ReadMesh& read) {
    wire::Writer head;
    head.put(wire::replyMagic);
    head.put(wire::Status::mesh);
    head.texts(read.warnings);
    for (const auto count : {read.positions.size(), read.uv.size(), read.triangles.size()})
        head.put(std::uint64_t(count));
    sendHead(head, bytesOf(read.positions) + bytesOf(read.uv) + bytesOf(read.triangles));
    sendArray(read.positions);
    sendArray(read.uv);
    sendArray(read.triangles);
}

void reply(const Refusal& refusal) {
    wire::Writer head;
    head.put(wire::replyMagic);
    head.put(wire::Status::refused);
    head.text(refusal.wrong);
    head.text(refusal.wouldDo);
    sendHead(head, 0);
}

}  // namespace inkheal::intake
