// Signals: the first is remembered, a second one ends the process. Each case runs in a process of its own.

#include "base/interrupt.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>
#include <thread>

#include "base/file.h"
#include "refusal.h"
#include "support/temp_folder.h"

namespace inkheal {
namespace {

/// Leaves with the exit code of what stopIfInterrupted throws, 0 if it throws nothing.
[[noreturn]] void leaveAsTold() {
    const auto refused = test::refusalOf(stopIfInterrupted);
    if (refused) std::fputs(refused->what(), stderr);
    ::_exit(refused ? int(refused->exit) : 0);
}

TEST(Interrupt, WithoutASignalNothingStops) {
    EXPECT_EXIT(
        {
            watchForInterrupts();
            leaveAsTold();
        },
        testing::ExitedWithCode(0), "^$");
}

TEST(Interrupt, FirstSignalBecomesAnErrorWithExit130) {
    for (int signal : {SIGINT, SIGTERM})
        EXPECT_EXIT(
            {
                watchForInterrupts();
                std::raise(signal);
                leaveAsTold();
            },
            testing::ExitedWithCode(130), "^Interrupted\\.$");
}

TEST(Interrupt, SecondSignalKills) {
    for (int signal : {SIGINT, SIGTERM})
        EXPECT_EXIT(
            {
                watchForInterrupts();
                std::raise(signal);
                std::raise(signal);
                ::_exit(0);
            },
            testing::KilledBySignal(signal), "");
}

TEST(Interrupt, ClosedPipeIsAFailedWrite) {
    EXPECT_EXIT(
        {
            watchForInterrupts();
            int ends[2];
            if (::pipe(ends) != 0) ::_exit(99);
            ::close(ends[0]);
            ::dup2(ends[1], 1);
            const auto refused = test::refusalOf([] { writeFile("-", "x"); });
            std::fputs(refused->what(), stderr);
            ::_exit(int(refused->exit));
        },
        testing::ExitedWithCode(5), "standard output: cannot be written: Broken pipe");
}

TEST(Interrupt, BlockedReadStops) {
    EXPECT_EXIT(
        {
            watchForInterrupts();
            int ends[2];
            if (::pipe(ends) != 0) ::_exit(99);
            ::dup2(ends[0], 0);
            const pthread_t reader = ::pthread_self();
            std::thread([reader] {
                std::this_thread::sleep_for(std::chrono::milliseconds(100));
                ::pthread_kill(reader, SIGINT);
            }).detach();
            const auto refused = test::refusalOf([] { readFile("-", 1 << 20); });
            ::_exit(refused ? int(refused->exit) : 0);
        },
        testing::ExitedWithCode(130), "");
}

}  // namespace
}  // namespace inkheal
