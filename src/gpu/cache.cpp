#include "gpu/cache.h"

#include <cstdlib>
#include <cstring>

#include "base/file.h"

namespace inkheal::gpu {
namespace {

struct Header {
    char magic[8] = {'i', 'n', 'k', 'c', 'a', 'c', 'h', '1'};
    std::uint8_t device[VK_UUID_SIZE]{};
    std::uint32_t driverVersion = 0, vendor = 0;
    std::uint64_t checksum = 0;
};

constexpr std::size_t capBytes = std::size_t(256) << 20;

std::uint64_t fnv1a(std::span<const std::uint8_t> bytes) {
    std::uint64_t hash = 14695981039346656037ull;
    for (const std::uint8_t b : bytes) hash = (hash ^ b) * 1099511628211ull;
    return hash;
}

Header headerFor(const Internals& in, std::span<const std::uint8_t> bytes) {
    Header header;
    std::memcpy(header.device, in.properties.pipelineCacheUUID, VK_UUID_SIZE);
    header.driverVersion = in.properties.driverVersion;
    header.vendor = in.properties.vendorID;
    header.checksum = fnv1a(bytes);
    return header;
}

std::filesystem::path cacheFolder(const std::string& told) {
    if (!told.empty()) return told;
    if (const char* xdg = std::getenv("XDG_CACHE_HOME"); xdg && *xdg == '/')
        return std::filesystem::path(xdg) / "inkheal";
    if (const char* home = std::getenv("HOME"); home && *home) return std::filesystem::path(home) / ".cache/inkheal";
    return {};
}

/// The driver's bytes of a whole, fitting cache file; else nothing.
std::vector<std::uint8_t> readCache(const Internals& in) {
    try {
        std::vector<std::uint8_t> bytes = readFile(in.cacheFile, capBytes);
        if (bytes.size() < sizeof(Header)) return {};
        const std::span<const std::uint8_t> rest(bytes.data() + sizeof(Header), bytes.size() - sizeof(Header));
        const Header wanted = headerFor(in, rest);
        if (std::memcmp(bytes.data(), &wanted, sizeof wanted) != 0) return {};
        return {rest.begin(), rest.end()};
    } catch (const Error&) {
        return {};
    }
}

}  // namespace

void openCache(Internals& in, const std::string& folder) {
    const std::filesystem::path where = cacheFolder(folder);
    if (!where.empty()) in.cacheFile = where / "pipelines.bin";
    const std::vector<std::uint8_t> bytes = readCache(in);
    in.cacheChecksum = fnv1a(bytes);
    VkPipelineCacheCreateInfo info{VK_STRUCTURE_TYPE_PIPELINE_CACHE_CREATE_INFO};
    info.initialDataSize = bytes.size();
    info.pInitialData = bytes.data();
    succeed(vkCreatePipelineCache(in.device, &info, nullptr, &in.cache), "vkCreatePipelineCache");
}

void writeCache(Internals& in) {
    if (in.cacheFile.empty() || !in.cache) return;
    std::size_t size = 0;
    if (vkGetPipelineCacheData(in.device, in.cache, &size, nullptr) != VK_SUCCESS) return;
    std::vector<std::uint8_t> bytes(sizeof(Header) + size);
    if (vkGetPipelineCacheData(in.device, in.cache, &size, bytes.data() + sizeof(Header)) != VK_SUCCESS) return;
    bytes.resize(sizeof(Header) + size);
    const Header header = headerFor(in, {bytes.data() + sizeof(Header), size});
    if (header.checksum == in.cacheChecksum) return;
    std::memcpy(bytes.data(), &header, sizeof header);
    try {
        std::filesystem::create_directories(in.cacheFile.parent_path());
        writeFile(in.cacheFile, bytes);
        in.cacheChecksum = header.checksum;
    } catch (const std::exception&) {
    }
}

}  // namespace inkheal::gpu
