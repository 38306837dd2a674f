#pragma once
// Ctrl-C and SIGTERM without half-written files: the signal only sets a flag, and work that can stop asks between two
// pieces of it. Only the mains call watchForInterrupts(); anything long may call stopIfInterrupted().

namespace inkheal {

/// From here on the first SIGINT or SIGTERM sets the flag and a second one of its kind ends the process as usual.
/// SIGPIPE is ignored, so that a closed pipe is a failed write (Exit::cannotWrite) instead of a silent end.
void watchForInterrupts();

/// @throws Error (interrupted) once the flag is set.
void stopIfInterrupted();

}  // namespace inkheal
