#include "base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "base/error.h"
#include "base/interrupt.h"

namespace inkheal {
namespace {

/// A descriptor that closes itself.
struct Descriptor {
    int fd;
    explicit Descriptor(int number) : fd(number) {}
    ~Descriptor() {
        if (fd > 2) ::close(fd);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
};

std::string reason() {
    return std::strerror(errno);
}

void writeAll(int fd, std::span<const std::uint8_t> bytes, const std::string& name) {
    while (!bytes.empty()) {
        const ssize_t n = ::write(fd, bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR) {
            stopIfInterrupted();
            continue;
        }
        if (n < 0) throw Error{name + ": cannot be written: " + reason() + ".", Exit::cannotWrite};
        bytes = bytes.subspan(std::size_t(n));
    }
}

}  // namespace

std::vector<std::uint8_t> readFile(const std::filesystem::path& file, std::size_t capBytes) {
    const bool standard = file == "-";
    const std::string name = standard ? "standard input" : file.string();
    const Descriptor in(standard ? 0 : ::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (in.fd < 0)
        throw badInput(name, "cannot be opened (" + reason() + ")", "give a file that exists and can be read");
    std::vector<std::uint8_t> bytes;
    std::uint8_t block[65536];
    for (;;) {
        const ssize_t n = ::read(in.fd, block, sizeof block);
        if (n < 0 && errno == EINTR) {
            stopIfInterrupted();
            continue;
        }
        if (n < 0) throw badInput(name, "cannot be read (" + reason() + ")", "give a file that can be read");
        if (n == 0) return bytes;
        if (bytes.size() + std::size_t(n) > capBytes)
            throw badInput(name, "is larger than " + std::to_string(capBytes >> 20) + " MiB", "give a smaller file");
        bytes.insert(bytes.end(), block, block + n);
    }
}

void writeFile(const std::filesystem::path& file, std::span<const std::uint8_t> bytes) {
    if (file == "-") return writeAll(1, bytes, "standard output");
    const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
    std::string pattern = (folder / ("." + file.filename().string() + ".XXXXXX")).string();
    const Descriptor out(::mkostemp(pattern.data(), O_CLOEXEC));
    if (out.fd < 0) throw Error{file.string() + ": cannot be written: " + reason() + ".", Exit::cannotWrite};
    try {
        writeAll(out.fd, bytes, file.string());
        const mode_t mask = ::umask(0);
        ::umask(mask);
        if (::fchmod(out.fd, 0666 & ~mask) != 0 || ::fsync(out.fd) != 0 || ::rename(pattern.c_str(), file.c_str()) != 0)
            throw Error{file.string() + ": cannot be written: " + reason() + ".", Exit::cannotWrite};
    } catch (...) {
        ::unlink(pattern.c_str());
        throw;
    }
    const Descriptor folderHandle(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folderHandle.fd >= 0) ::fsync(folderHandle.fd);
}

void writeFile(const std::filesystem::path& file, std::string_view text) {
    writeFile(file, {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}

void requireWritable(const std::filesystem::path& file) {
    const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    const auto refuse = [&](const std::string& why) {
        throw Error{file.string() + ": cannot be written: " + why + ".", Exit::cannotWrite};
    };
    if (failed) refuse(failed.message());
    if (std::filesystem::is_directory(file, failed)) refuse("it is a folder");
    if (::access(folder.c_str(), W_OK | X_OK) != 0) refuse(reason());
}

std::filesystem::path shareFolder() {
    if (const char* told = std::getenv("INKHEAL_SHARE"); told && *told) return told;
    const std::filesystem::path folder = std::filesystem::canonical("/proc/self/exe").parent_path();
    for (std::filesystem::path up = folder; up.has_relative_path(); up = up.parent_path())
        if (std::filesystem::is_directory(up / "share/inkheal")) return up / "share/inkheal";
    throw Error{"The shipped data (share/inkheal) was not found beside " + folder.string() +
                "; reinstall, or name its folder in INKHEAL_SHARE."};
}

}  // namespace inkheal
