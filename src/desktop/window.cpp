#include "desktop/window.h"

#include "base/error.h"
#include "desktop/desk.h"

namespace inkheal::desktop {

void openWindow(const WindowWish& wish) {
    const Screen screen;
    GLFWmonitor* monitor = screen.monitorNamed(wish.monitor);
    gpu::DeviceChoice choice = wish.device;
    choice.forWindow = true;
    gpu::Device device(choice);
    {
        Pane pane(monitor, wish.fullscreen);
        Desk desk(device, pane, wish.project);
        desk.sit();
    }
    if (const int messages = device.validationMessages(); messages > 0)
        throw Error{"The Vulkan validation layers had " + std::to_string(messages) + " messages."};
}

}  // namespace inkheal::desktop
