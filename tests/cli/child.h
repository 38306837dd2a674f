#pragma once
// Runs the built inkheal as a person would and keeps what came of it. Every test of the command line goes through
// inkheal(); the executable is the one in the build folder, and no window can open.

#include <iosfwd>
#include <map>
#include <string>
#include <vector>

namespace inkheal::test {

using Words = std::vector<std::string>;

/// What is round a run.
struct Setting {
    std::string input;                               // standard input
    std::map<std::string, std::string> environment;  // beside ours
    std::string outTo;                               // a file that standard output goes to instead of Outcome::out
    bool outClosed = false;                          // nobody reads standard output
    bool terminal = false;                           // standard error is a terminal
    std::string interruptOn;                         // Ctrl-C once standard error has said this
    double limitSeconds = 100;                       // then the run is ended and Outcome::late set
};

struct Outcome {
    int exit = -1;  // minus the signal where one ended it
    bool late = false;
    std::string out, err;
};
std::ostream& operator<<(std::ostream& to, const Outcome& outcome);

Outcome inkheal(const Words& arguments, const Setting& setting = {});

/// Both, one after the other.
Words operator+(Words first, const Words& second);

/// The run ended with `exit`, nothing on standard output, and one sentence on standard error that has all of `parts`.
void expectRefused(const Outcome& outcome, int exit, const Words& parts = {});

/// The run ended well and standard error said nothing.
void expectSilent(const Outcome& outcome);

}  // namespace inkheal::test
