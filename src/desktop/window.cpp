#include "desktop/window.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include "base/error.h"

namespace inkheal::desktop {

void openWindow(const WindowWish&) {
    if (!glfwInit()) throw Error{"There is no screen to open a window on."};
    glfwTerminate();
}

}  // namespace inkheal::desktop
