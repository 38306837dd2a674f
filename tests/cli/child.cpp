#include "cli/child.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ostream>
#include <stdexcept>

namespace inkheal::test {
namespace {

using Clock = std::chrono::steady_clock;

struct Ends {
    int reading = -1, writing = -1;
};

Ends makePipe() {
    int fds[2];
    if (::pipe2(fds, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    return {fds[0], fds[1]};
}

Ends makeTerminal() {
    const int ours = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (ours < 0 || ::grantpt(ours) != 0 || ::unlockpt(ours) != 0) throw std::runtime_error("no terminal");
    return {ours, ::open(::ptsname(ours), O_RDWR | O_NOCTTY | O_CLOEXEC)};
}

int openForOutput(const std::string& file) {
    const int fd = ::open(file.c_str(), O_WRONLY | O_CLOEXEC);
    if (fd < 0) throw std::runtime_error("cannot open " + file);
    return fd;
}

std::vector<char*> pointersTo(Words& words) {
    std::vector<char*> pointers;
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    return pointers;
}

/// Ours without what would change the runs: no screen, and a pipeline cache that all runs share.
Words environmentFor(const Setting& setting) {
    std::map<std::string, std::string> all;
    for (char** entry = environ; *entry; ++entry) {
        const std::string text = *entry;
        all[text.substr(0, text.find('='))] = text.substr(text.find('=') + 1);
    }
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "NO_COLOR", "INKHEAL_SHARE"}) all.erase(name);
    all["XDG_CACHE_HOME"] = INKHEAL_BUILD_DIR "/tests/cli/cache";
    all["TERM"] = "xterm";
    for (const auto& [name, value] : setting.environment) all[name] = value;
    Words lines;
    for (const auto& [name, value] : all) lines.push_back(name + "=" + value);
    return lines;
}

pid_t start(const Words& arguments, const Setting& setting, int in, int out, int err) {
    Words words = Words{INKHEAL_BUILD_DIR "/inkheal"} + arguments, environment = environmentFor(setting);
    const auto argv = pointersTo(words), envp = pointersTo(environment);
    const pid_t child = ::fork();
    if (child < 0) throw std::runtime_error("no process");
    if (child > 0) return child;
    ::dup2(in, 0);
    ::dup2(out, 1);
    ::dup2(err, 2);
    ::signal(SIGPIPE, SIG_DFL);
    ::signal(SIGINT, SIG_DFL);
    ::execve(argv[0], argv.data(), envp.data());
    ::_exit(127);
}

/// Reads what there is; closes the end and sets it to -1 once there will be no more.
void readSome(int& end, std::string& text) {
    char block[65536];
    const ssize_t n = ::read(end, block, sizeof block);
    if (n > 0) {
        text.append(block, std::size_t(n));
    } else {
        ::close(end);
        end = -1;
    }
}

/// Writes what is taken of the input; closes the end once all is or nobody reads it.
void writeSome(int& end, std::string_view& input) {
    const ssize_t n = input.empty() ? 0 : ::write(end, input.data(), std::min<std::size_t>(input.size(), 4096));
    if (n > 0) input.remove_prefix(std::size_t(n));
    if (n < 0 || input.empty()) {
        ::close(end);
        end = -1;
    }
}

/// Feeds and listens until both outputs are closed or the time is over.
void attend(pid_t child, int toIn, int fromOut, int fromErr, const Setting& setting, Outcome& outcome) {
    const auto until = Clock::now() + std::chrono::duration<double>(setting.limitSeconds);
    std::string_view input = setting.input;
    bool interrupted = setting.interruptOn.empty();
    while (fromOut >= 0 || fromErr >= 0) {
        pollfd ends[] = {{toIn, POLLOUT, 0}, {fromOut, POLLIN, 0}, {fromErr, POLLIN, 0}};
        ::poll(ends, 3, 50);
        if (toIn >= 0 && ends[0].revents) writeSome(toIn, input);
        if (fromOut >= 0 && ends[1].revents) readSome(fromOut, outcome.out);
        if (fromErr >= 0 && ends[2].revents) readSome(fromErr, outcome.err);
        if (!interrupted && outcome.err.find(setting.interruptOn) != std::string::npos) {
            interrupted = true;
            ::kill(child, SIGINT);
        }
        if (!outcome.late && Clock::now() > until) {
            outcome.late = true;
            ::kill(child, SIGKILL);
        }
    }
    if (toIn >= 0) ::close(toIn);
}

}  // namespace

Words operator+(Words first, const Words& second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

std::ostream& operator<<(std::ostream& to, const Outcome& outcome) {
    return to << (outcome.late ? "ended by the time limit; " : "") << "exit " << outcome.exit << "\nstdout ("
              << outcome.out.size() << " bytes): " << outcome.out.substr(0, 400)
              << "\nstderr: " << outcome.err.substr(0, 800);
}

Outcome inkheal(const Words& arguments, const Setting& setting) {
    ::signal(SIGPIPE, SIG_IGN);
    const Ends in = makePipe(), out = makePipe(), err = setting.terminal ? makeTerminal() : makePipe();
    const int elsewhere = setting.outTo.empty() ? -1 : openForOutput(setting.outTo);
    const pid_t child = start(arguments, setting, in.reading, elsewhere >= 0 ? elsewhere : out.writing, err.writing);
    for (const int end : {in.reading, out.writing, err.writing, elsewhere, setting.outClosed ? out.reading : -1})
        if (end >= 0) ::close(end);
    Outcome outcome;
    attend(child, in.writing, setting.outClosed ? -1 : out.reading, err.reading, setting, outcome);
    int status = 0;
    ::waitpid(child, &status, 0);
    outcome.exit = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    return outcome;
}

void expectRefused(const Outcome& outcome, int exit, const Words& parts) {
    EXPECT_EQ(outcome.exit, exit) << outcome;
    EXPECT_EQ(outcome.out, "") << outcome;
    EXPECT_EQ(outcome.err.rfind("inkheal: ", 0), 0u) << outcome;
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome;
    for (const std::string& part : parts) EXPECT_THAT(outcome.err, testing::HasSubstr(part));
}

void expectSilent(const Outcome& outcome) {
    EXPECT_TRUE(outcome.exit == 0 && outcome.err.empty()) << outcome;
}

}  // namespace inkheal::test
