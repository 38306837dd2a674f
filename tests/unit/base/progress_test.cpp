// What Progress says to a terminal, to a file, and when it is told to be quiet.

#include "base/progress.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <unistd.h>

#include <cstdlib>
#include <functional>
#include <thread>

namespace inkheal {
namespace {

using testing::HasSubstr;
using testing::Not;

void readInto(std::string& text, int fd) {
    char block[4096];
    pollfd ready{fd, POLLIN, 0};
    while (::poll(&ready, 1, 50) > 0 && (ready.revents & POLLIN)) {
        const ssize_t n = ::read(fd, block, sizeof block);
        if (n <= 0) break;
        text.append(block, std::size_t(n));
    }
}

/// Standard error while `work` runs, as a pipe or a terminal would receive it.
std::string said(bool terminal, const std::function<void()>& work) {
    int from = -1, to = -1;
    if (terminal) {
        from = ::posix_openpt(O_RDWR | O_NOCTTY);
        EXPECT_EQ(::grantpt(from) | ::unlockpt(from), 0);
        to = ::open(::ptsname(from), O_RDWR | O_NOCTTY);
    } else {
        int ends[2];
        EXPECT_EQ(::pipe(ends), 0);
        from = ends[0], to = ends[1];
    }
    const int kept = ::dup(2);
    ::dup2(to, 2);
    work();
    ::fflush(stderr);
    ::dup2(kept, 2);
    std::string text;
    readInto(text, from);
    for (int fd : {from, to, kept}) ::close(fd);
    return text;
}

void twentySteps(Progress& progress) {
    for (int i = 0; i <= 20; ++i) progress.at(i, "day " + std::to_string(i));
}

class Saying : public testing::Test {
 protected:
    void SetUp() override {
        ::setenv("TERM", "xterm", 1);
        ::unsetenv("NO_COLOR");
    }
    static void wait() { std::this_thread::sleep_for(std::chrono::milliseconds(1010)); }
};

TEST_F(Saying, NothingInTheFirstSecond) {
    for (bool terminal : {false, true})
        EXPECT_EQ(said(terminal,
                       [] {
                           Progress progress("Healing", 20, false);
                           twentySteps(progress);
                       }),
                  "");
}

TEST_F(Saying, NothingAtAllWhenQuiet) {
    const auto quietly = [] {
        Progress progress("Healing", 20, true);
        wait();
        twentySteps(progress);
    };
    EXPECT_EQ(said(true, quietly), "");
}

TEST_F(Saying, PlainLinesEveryTenthIntoAFile) {
    const std::string text = said(false, [] {
        Progress progress("Healing", 20, false);
        wait();
        twentySteps(progress);
        progress.at(21);
    });
    EXPECT_THAT(text, testing::StartsWith("Healing: 2 of 20, day 2\nHealing: 4 of 20, day 4\n"));
    EXPECT_THAT(text, testing::EndsWith("Healing: 20 of 20, day 20\n"));
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 10);
    EXPECT_THAT(text, Not(HasSubstr("\x1b")));
}

TEST_F(Saying, BarWithColoursOnATerminalClearedAtTheEnd) {
    const std::string text = said(true, [] {
        Progress progress("Healing", 20, false);
        wait();
        progress.at(10, "day 10");
    });
    EXPECT_THAT(text, HasSubstr("\x1b[36m" + std::string(15, '#') + std::string(15, '.') + "\x1b[0m"));
    EXPECT_THAT(text, HasSubstr("10/20 day 10"));
    EXPECT_THAT(text, testing::EndsWith("\r\x1b[K"));
}

TEST_F(Saying, NoColorKeepsTheBarAndDumbTerminalsGetLines) {
    ::setenv("NO_COLOR", "1", 1);
    const auto atHalf = [] {
        Progress progress("Healing", 20, false);
        wait();
        progress.at(10, "day 10");
    };
    const std::string plain = said(true, atHalf);
    EXPECT_THAT(plain, HasSubstr("[" + std::string(15, '#') + std::string(15, '.') + "]"));
    EXPECT_THAT(plain, Not(HasSubstr("\x1b[36m")));
    ::setenv("TERM", "dumb", 1);
    EXPECT_EQ(said(true, atHalf), "Healing: 10 of 20, day 10\r\n");
}

}  // namespace
}  // namespace inkheal
