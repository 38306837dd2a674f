#include "base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
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

[[noreturn]] void cannotWrite(const std::string& name) {
    throw Error{name + ": cannot be written: " + reason() + ".", Exit::cannotWrite};
}

void writeAll(int fd, std::span<const std::uint8_t> bytes, const std::string& name) {
    while (!bytes.empty()) {
        const ssize_t n = ::write(fd, bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR) {
            stopIfInterrupted();
            continue;
        }
        if (n < 0) cannotWrite(name);
        bytes = bytes.subspan(std::size_t(n));
    }
}

/// A device or a pipe is written as it is: there is nothing to keep whole, and it must not be renamed over.
void writeThrough(const std::filesystem::path& file, std::span<const std::uint8_t> bytes) {
    const Descriptor out(::open(file.c_str(), O_WRONLY | O_CLOEXEC));
    if (out.fd < 0 && errno == EINTR) stopIfInterrupted();  // nobody read the pipe
    if (out.fd < 0) cannotWrite(file.string());
    writeAll(out.fd, bytes, file.string());
}

/// Where symbolic links lead, there or not, so that the link stays one.
std::filesystem::path behindLinks(std::filesystem::path file) {
    constexpr int mostLinks = 40;  // as the kernel follows
    std::error_code none;
    for (int i = 0; i < mostLinks && std::filesystem::is_symlink(file, none); ++i) {
        const std::filesystem::path next = std::filesystem::read_symlink(file, none);
        if (none) break;
        file = file.parent_path() / next;
    }
    return file;
}

/// A new file of its own name in a folder, removed again unless it was moved.
struct Beside {
    Beside(const std::filesystem::path& folder, const std::string& name) : path(unusedIn(folder)), out(made(path)) {
        if (out.fd < 0) cannotWrite(name);
    }
    ~Beside() {
        if (!moved && out.fd >= 0) ::unlink(path.c_str());
    }
    Beside(const Beside&) = delete;
    Beside& operator=(const Beside&) = delete;

    static std::filesystem::path unusedIn(const std::filesystem::path& folder) {
        static std::atomic<unsigned> count{0};
        std::filesystem::path path;
        do path = folder / (".inkheal-" + std::to_string(::getpid()) + "-" + std::to_string(count++));
        while (::access(path.c_str(), F_OK) == 0);
        return path;
    }
    static int made(const std::filesystem::path& path) {
        return ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    }

    std::filesystem::path path;
    Descriptor out;
    bool moved = false;
};

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
    struct stat old {};
    const bool exists = ::stat(file.c_str(), &old) == 0;
    if (exists && !S_ISREG(old.st_mode) && !S_ISDIR(old.st_mode)) return writeThrough(file, bytes);
    const std::filesystem::path target = behindLinks(file);
    const std::filesystem::path folder = target.has_parent_path() ? target.parent_path() : ".";
    Beside beside(folder, file.string());
    writeAll(beside.out.fd, bytes, file.string());
    if ((exists && ::fchmod(beside.out.fd, old.st_mode & 07777) != 0) || ::fsync(beside.out.fd) != 0 ||
        ::rename(beside.path.c_str(), target.c_str()) != 0)
        cannotWrite(file.string());
    beside.moved = true;
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
