#pragma once
// Tells a person how far a long piece of work has come, on standard error: a bar on a terminal once the work has taken
// a second, plain lines otherwise, nothing when quiet. NO_COLOR keeps the bar without colours.

#include <chrono>
#include <string>

namespace inkheal {

class Progress {
 public:
    /// `what` names the work ("Healing"), `steps` is how many at() calls it takes; quiet prints nothing at all.
    Progress(std::string what, int steps, bool quiet);
    /// Clears the bar; plain lines stay.
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// `done` steps are finished; `now` says what comes next ("day 5"), and may be empty.
    void at(int done, const std::string& now = {});

 private:
    void drawBar(int done, const std::string& now);

    std::string what_;
    int steps_;
    bool quiet_, terminal_, colours_;
    bool barShown_ = false;
    int tenthSaid_ = 0;  // last tenth that was said in a plain line
    std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
};

}  // namespace inkheal
