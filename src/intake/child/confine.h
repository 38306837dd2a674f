#pragma once
// Takes the intake child's rights away once the stranger's bytes are in its memory and before any decoder sees them.
// There is no way back: what the child does afterwards is decode, reply and end.

namespace inkheal::intake {

struct Rights {
    /// SVG alone needs fonts: files under the system's and the user's font folders may then be read, and threads
    /// started.
    bool readFonts = false;
};

/// Memory: what the process has now and 1 GiB more (not under AddressSanitizer, whose shadow is larger). Processor
/// time: 10 s. Files: none written, none opened but fonts where allowed. No network, no other program, no new rights.
/// Ends the process with exit code 3 if the system refuses any of it; Landlock is used where the kernel has it.
void confine(const Rights& rights);

}  // namespace inkheal::intake
