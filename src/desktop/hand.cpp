#include "desktop/hand.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <utility>

namespace inkheal::desktop {

/// GLFW calls these in between; they note and nothing else, so that nothing is thrown through C.
struct Hand::Callbacks {
    static Hand& of(GLFWwindow* window) { return *static_cast<Hand*>(glfwGetWindowUserPointer(window)); }

    static void button(GLFWwindow* window, int button, int action, int) {
        if (button != GLFW_MOUSE_BUTTON_LEFT) return;
        if (action == GLFW_PRESS)
            of(window).press();
        else
            of(window).held_ = Held::nothing;
    }
    static void cursor(GLFWwindow* window, double x, double y) { of(window).move(of(window).pixelOf(x, y)); }
    static void scroll(GLFWwindow* window, double, double ticks) { of(window).wishes_.wheel += float(ticks); }
    static void key(GLFWwindow* window, int key, int, int action, int) {
        if (action != GLFW_RELEASE) of(window).key(key, action == GLFW_REPEAT);
    }
    static void letter(GLFWwindow* window, unsigned int letter) { of(window).letter(letter); }
    static void drop(GLFWwindow* window, int count, const char** files) {
        if (count > 0) of(window).wishes_.dropped = files[0];
    }
    static void refresh(GLFWwindow* window) { of(window).wishes_.uncovered = true; }
    static void iconify(GLFWwindow* window, int) { of(window).wishes_.uncovered = true; }
    static void close(GLFWwindow* window) { of(window).wishes_.quit = true; }
};

Hand::Hand(GLFWwindow* window) : window_(window) {
    glfwSetWindowUserPointer(window, this);
    glfwSetMouseButtonCallback(window, Callbacks::button);
    glfwSetCursorPosCallback(window, Callbacks::cursor);
    glfwSetScrollCallback(window, Callbacks::scroll);
    glfwSetKeyCallback(window, Callbacks::key);
    glfwSetCharCallback(window, Callbacks::letter);
    glfwSetDropCallback(window, Callbacks::drop);
    glfwSetWindowRefreshCallback(window, Callbacks::refresh);
    glfwSetWindowIconifyCallback(window, Callbacks::iconify);
    glfwSetWindowCloseCallback(window, Callbacks::close);
}

Hand::~Hand() {
    glfwSetMouseButtonCallback(window_, nullptr);
    glfwSetCursorPosCallback(window_, nullptr);
    glfwSetScrollCallback(window_, nullptr);
    glfwSetKeyCallback(window_, nullptr);
    glfwSetCharCallback(window_, nullptr);
    glfwSetDropCallback(window_, nullptr);
    glfwSetWindowRefreshCallback(window_, nullptr);
    glfwSetWindowIconifyCallback(window_, nullptr);
    glfwSetWindowCloseCallback(window_, nullptr);
}

Wishes Hand::take() {
    return std::exchange(wishes_, {});
}

/// The cursor comes in the window's own units, which are not pixels on every screen.
glm::vec2 Hand::pixelOf(double x, double y) const {
    int width = 0, height = 0, wide = 0, tall = 0;
    glfwGetWindowSize(window_, &width, &height);
    glfwGetFramebufferSize(window_, &wide, &tall);
    if (width <= 0 || height <= 0) return last_;
    return {float(x * wide / width), float(y * tall / height)};
}

/// Begins where the events say that the cursor was: GLFW's own answer may already be the drag's end.
void Hand::press() {
    held_ = last_.y >= barTop_ ? Held::bar : Held::picture;
    if (held_ == Held::bar) wishes_.scrubbedX = last_.x;
}

void Hand::move(glm::vec2 to) {
    if (held_ == Held::picture) wishes_.dragged += to - last_;
    if (held_ == Held::bar) wishes_.scrubbedX = to.x;
    last_ = to;
}

void Hand::key(int key, bool again) {
    if (key == GLFW_KEY_LEFT) --wishes_.stops;
    if (key == GLFW_KEY_RIGHT) ++wishes_.stops;
    if (again) return;
    if (key == GLFW_KEY_HOME) wishes_.ends = Wishes::Ends::first, wishes_.stops = 0;
    if (key == GLFW_KEY_END) wishes_.ends = Wishes::Ends::last, wishes_.stops = 0;
    if (key == GLFW_KEY_F11) wishes_.fullscreen = !wishes_.fullscreen;
    if (key == GLFW_KEY_F12) wishes_.save = true;
    if (key == GLFW_KEY_ESCAPE) wishes_.quit = true;
}

/// Letters by what the key says, wherever it lies on this keyboard.
void Hand::letter(unsigned int letter) {
    if (letter == '[') --wishes_.stops;
    if (letter == ']') ++wishes_.stops;
    if (letter >= '1' && letter <= '9') wishes_.tone = int(letter - '0');
    if (letter == '0') wishes_.tone = 10;
    if (letter == 'r' || letter == 'R') wishes_.reset = true;
    if (letter == 'q' || letter == 'Q') wishes_.quit = true;
}

}  // namespace inkheal::desktop
