#pragma once
// The front end without a window: reads the arguments, runs one verb on the same engine as the window, and turns what
// goes wrong into a sentence and an exit code. The contract stands in README and in every --help.

#include <functional>
#include <string>

#include "gpu/device.h"
#include "studio/project.h"

namespace inkheal::cli {

/// What the verb `view` asks of a window, which is another room's: on which device, with what project, from which
/// session file (empty: none), whether it fills the screen, and which one, by a part of its name (empty: the main one).
using OpenWindow = std::function<void(const gpu::DeviceChoice& device, const studio::Project& project,
                                      const std::string& session, bool fullscreen, const std::string& monitor)>;

/// Runs the command line. Never throws; errors are written to standard error as "inkheal: ...".
/// @return the exit code of base/error.h.
int run(int count, char** arguments, const OpenWindow& openWindow);

}  // namespace inkheal::cli
