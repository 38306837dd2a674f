#pragma once
// The front end without a window: reads the arguments, runs one verb on the same engine as the window, and turns what
// goes wrong into a sentence and an exit code. The contract stands in README and in every --help.

#include <functional>
#include <string>

#include "gpu/device.h"
#include "studio/project.h"

namespace inkheal::cli {

/// What the verb `view` asks of a window; the window itself is another room's.
struct WindowAsked {
    gpu::DeviceChoice device;
    studio::Project project;
    std::string session;  // the file it came from and is kept in; empty: none
    bool fullscreen = false;
    std::string monitor;  // part of its name; empty: the main one
};
using OpenWindow = std::function<void(const WindowAsked&)>;

/// Runs the command line. Never throws; errors are written to standard error as "inkheal: ...".
/// @return the exit code of base/error.h.
int run(int count, char** arguments, const OpenWindow& openWindow);

}  // namespace inkheal::cli
