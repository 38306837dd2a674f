#include "base/interrupt.h"

#include <atomic>
#include <csignal>

#include "base/error.h"

namespace inkheal {
namespace {

std::atomic<bool> told{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may set it");

void remember(int) {
    told = true;
}

}  // namespace

void watchForInterrupts() {
    struct sigaction watch {};
    watch.sa_handler = remember;
    watch.sa_flags = int(SA_RESETHAND);  // and no SA_RESTART: a blocked read or write comes back to ask the flag
    ::sigemptyset(&watch.sa_mask);
    ::sigaction(SIGINT, &watch, nullptr);
    ::sigaction(SIGTERM, &watch, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
}

void stopIfInterrupted() {
    if (told) throw Error{"Interrupted.", Exit::interrupted};
}

}  // namespace inkheal
