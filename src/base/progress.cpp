#include "base/progress.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <utility>

namespace inkheal {
namespace {

constexpr int barCells = 30;

bool isSet(const char* variable) {
    const char* value = std::getenv(variable);
    return value && *value;
}

bool isTerminal() {
    const char* kind = std::getenv("TERM");
    return ::isatty(STDERR_FILENO) && !(kind && std::string_view(kind) == "dumb");
}

}  // namespace

Progress::Progress(std::string what, int steps, bool quiet)
    : what_(std::move(what)),
      steps_(std::max(steps, 1)),
      quiet_(quiet),
      terminal_(isTerminal()),
      colours_(!isSet("NO_COLOR")) {}

Progress::~Progress() {
    if (barShown_) std::fputs("\r\x1b[K", stderr);
}

void Progress::at(int done, const std::string& now) {
    if (quiet_) return;
    done = std::clamp(done, 0, steps_);
    if (std::chrono::steady_clock::now() - began_ < std::chrono::seconds(1)) return;
    if (terminal_) return drawBar(done, now);
    const int tenth = done * 10 / steps_;
    if (tenth <= tenthSaid_) return;
    tenthSaid_ = tenth;
    std::fprintf(stderr, "%s: %d of %d%s%s\n", what_.c_str(), done, steps_, now.empty() ? "" : ", ", now.c_str());
}

void Progress::drawBar(int done, const std::string& now) {
    const int full = done * barCells / steps_;
    std::string bar(std::size_t(full), '#');
    bar.append(std::size_t(barCells - full), '.');
    if (colours_) bar = "\x1b[36m" + bar + "\x1b[0m";
    std::fprintf(stderr, "\r\x1b[K%s [%s] %d/%d %s", what_.c_str(), bar.c_str(), done, steps_, now.c_str());
    std::fflush(stderr);
    barShown_ = true;
}

}  // namespace inkheal
