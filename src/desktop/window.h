#pragma once
// The studio window: one open project on a screen, turned by hand and scrubbed through time, on the same engine as the
// command line.

#include <string>

#include "gpu/device.h"
#include "studio/project.h"

namespace inkheal::desktop {

struct WindowWish {
    gpu::DeviceChoice device;
    studio::Project project;  // its first piece may have no design yet
    std::string session;      // the file the project came from, empty: none
    bool fullscreen = false;
    std::string monitor;  // part of its name; empty: the main one
};

/// Opens the window and returns when it is closed. @throws Error (failed) without a screen, (noDevice) without a
/// device that can show pictures on it.
void openWindow(const WindowWish& wish);

}  // namespace inkheal::desktop
