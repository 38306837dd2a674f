#pragma once
// Two of the house's three kinds of error. The world (file, driver, memory, disk) throws an Error with a sentence for a
// person; only the two mains catch it and turn its kind into the exit code. Our own mistakes go through base/check.h.

#include <stdexcept>
#include <string>

namespace inkheal {

/// The exit codes of the command line.
enum class Exit : int {
    done = 0,
    failed = 1,
    usage = 2,
    badInput = 3,
    noDevice = 4,
    cannotWrite = 5,
    interrupted = 130,
};

class Error : public std::runtime_error {
 public:
    explicit Error(const std::string& sentence, Exit code = Exit::failed) : std::runtime_error(sentence), exit(code) {}

    Exit exit;
};

/// Bad input: which file, what is wrong with it, what would do instead.
inline Error badInput(const std::string& file, const std::string& wrong, const std::string& wouldDo) {
    return Error{file + ": " + wrong + "; " + wouldDo + ".", Exit::badInput};
}

}  // namespace inkheal
