#include "intake/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <new>
#include <thread>

#include "base/error.h"

namespace inkheal::intake {
namespace {

using Clock = std::chrono::steady_clock;

class Descriptor {
 public:
    explicit Descriptor(int number = -1) : number_(number) {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    void close() {
        if (number_ >= 0) ::close(number_);
        number_ = -1;
    }
    int get() const { return number_; }

 private:
    int number_;
};

Error cannotStart(const std::string& what) {
    return Error{"cannot start the file reader: " + what + ": " + std::strerror(errno) + "."};
}

/// Beside the executable in a build tree, in ../libexec/inkheal once installed.
std::filesystem::path childExecutable() {
    std::error_code failed;
    const auto self = std::filesystem::read_symlink("/proc/self/exe", failed);
    const auto folder = self.parent_path();
    for (const auto& candidate :
         {folder / "inkheal-intake", folder.parent_path() / "libexec" / "inkheal" / "inkheal-intake"})
        if (::access(candidate.c_str(), X_OK) == 0) return candidate;
    throw Error{"cannot find inkheal-intake, which reads pictures and scans, beside " + self.string() +
                " or in ../libexec/inkheal; install inkheal again."};
}

/// The request as an unnamed file in memory, to be read from its start.
int requestFile(const std::vector<std::span<const std::uint8_t>>& request) {
    const int file = ::memfd_create("inkheal-request", MFD_CLOEXEC);
    if (file < 0) throw cannotStart("no memory file");
    for (auto piece : request) {
        while (!piece.empty()) {
            const auto wrote = ::write(file, piece.data(), piece.size());
            if (wrote < 0 && errno == EINTR) continue;
            if (wrote <= 0) {
                const Error failure = cannotStart("no memory for the request");
                ::close(file);
                throw failure;
            }
            piece = piece.subspan(std::size_t(wrote));
        }
    }
    ::lseek(file, 0, SEEK_SET);
    return file;
}

/// Only what the libraries need to find fonts and themselves; one thread where a library would take many.
std::vector<std::string> childEnvironment() {
    std::vector<std::string> kept{"RAYON_NUM_THREADS=1", "MALLOC_ARENA_MAX=1", "LC_ALL=C.UTF-8"};
    for (const char* name : {"HOME", "PATH", "LD_LIBRARY_PATH", "FONTCONFIG_FILE", "FONTCONFIG_PATH", "XDG_DATA_HOME",
                             "XDG_CACHE_HOME", "ASAN_OPTIONS", "UBSAN_OPTIONS"})
        if (const char* value = std::getenv(name)) kept.push_back(std::string(name) + "=" + value);
    return kept;
}

pid_t spawn(int in, int out) {
    const std::string path = childExecutable().string();
    auto environment = childEnvironment();
    std::vector<char*> variables;
    for (auto& line : environment) variables.push_back(line.data());
    variables.push_back(nullptr);
    std::array<char, 15> name{"inkheal-intake"};
    std::array<char*, 2> arguments{name.data(), nullptr};

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    // A parent that blocks or ignores signals must not hand that on: the limits end the child by signals.
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);

    pid_t child = -1;
    const int failed = ::posix_spawn(&child, path.c_str(), &actions, &attributes, arguments.data(), variables.data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0) {
        errno = failed;
        throw cannotStart(path);
    }
    return child;
}

/// Fills `bytes` from the pipe. False at its end, when the time is up, or after an error, which `ending` then says.
bool fill(int from, Clock::time_point until, std::span<std::uint8_t> bytes, ChildEnding& ending) {
    while (!bytes.empty()) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
        ending = left <= 0 ? ChildEnding::tookTooLong : ChildEnding::died;
        if (left <= 0) return false;
        pollfd waits{from, POLLIN, 0};
        const int ready = ::poll(&waits, 1, int(left));
        if (ready < 0 && errno != EINTR) return false;
        if (ready <= 0) continue;
        const auto got = ::read(from, bytes.data(), bytes.size());
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        bytes = bytes.subspan(std::size_t(got));
    }
    return true;
}

/// The reply: its length, then as many bytes.
ChildReply collect(int from, Clock::time_point until, std::size_t cap) {
    ChildReply reply;
    std::uint64_t size = 0;
    if (!fill(from, until, {reinterpret_cast<std::uint8_t*>(&size), sizeof size}, reply.ending)) return reply;
    reply.ending = ChildEnding::saidTooMuch;
    if (size > cap) return reply;
    try {
        reply.bytes.resize(size);
    } catch (const std::bad_alloc&) {
        return reply;
    }
    if (fill(from, until, reply.bytes, reply.ending)) reply.ending = ChildEnding::replied;
    return reply;
}

/// The child's wait status. One that closed its end of the pipe but lives on past `until` is ended.
int waitFor(pid_t child, Clock::time_point until) {
    int status = 0;
    for (;;) {
        const bool late = Clock::now() >= until;
        if (late) ::kill(child, SIGKILL);
        const pid_t ended = ::waitpid(child, &status, late ? 0 : WNOHANG);
        if (ended == child || (ended < 0 && errno != EINTR)) return status;
        std::this_thread::sleep_for(std::chrono::microseconds(200));
    }
}

}  // namespace

ChildReply askChild(const std::vector<std::span<const std::uint8_t>>& request, const ChildLimits& limits) {
    const Descriptor in{requestFile(request)};
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) throw cannotStart("no pipe");
    const Descriptor from{ends[0]};
    Descriptor to{ends[1]};

    const auto until = Clock::now() + limits.wallTime;
    const pid_t child = spawn(in.get(), to.get());
    to.close();

    ChildReply reply = collect(from.get(), until, limits.replyBytes);
    if (reply.ending != ChildEnding::replied) ::kill(child, SIGKILL);
    const int status = waitFor(child, until);
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU) reply.ending = ChildEnding::tookTooLong;
    if (reply.ending == ChildEnding::replied && !(WIFEXITED(status) && WEXITSTATUS(status) == 0))
        reply.ending = ChildEnding::died;
    if (reply.ending != ChildEnding::replied) reply.bytes.clear();
    return reply;
}

}  // namespace inkheal::intake
