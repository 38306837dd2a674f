#include "desktop/pane.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <span>

#include "base/error.h"

namespace inkheal::desktop {
namespace {

constexpr int leastWidth = 320, leastHeight = 240;

std::string reason() {
    const char* said = nullptr;
    glfwGetError(&said);
    return said ? " (" + std::string(said) + ")" : "";
}

std::span<GLFWmonitor* const> monitors() {
    int count = 0;
    GLFWmonitor** all = glfwGetMonitors(&count);
    return {all, std::size_t(count)};
}

bool holds(const std::string& text, const std::string& part) {
    const auto same = [](unsigned char a, unsigned char b) { return std::tolower(a) == std::tolower(b); };
    return std::search(text.begin(), text.end(), part.begin(), part.end(), same) != text.end();
}

}  // namespace

Screen::Screen() {
    if (!glfwInit())
        throw Error{"There is no screen to open a window on" + reason() +
                    "; `inkheal render` makes pictures without one."};
}

Screen::~Screen() {
    glfwTerminate();
}

GLFWmonitor* Screen::monitorNamed(const std::string& name) const {
    if (name.empty()) return glfwGetPrimaryMonitor();
    std::string names;
    for (GLFWmonitor* monitor : monitors()) {
        const std::string its = glfwGetMonitorName(monitor);
        if (holds(its, name)) return monitor;
        names += (names.empty() ? "" : ", ") + its;
    }
    throw Error{
        "--monitor: no monitor has \"" + name + "\" in its name; there are: " + (names.empty() ? "none" : names) + ".",
        Exit::usage};
}

Pane::Pane(GLFWmonitor* monitor, bool fullscreen) {
    glfwWindowHint(GLFW_CLIENT_API, GLFW_NO_API);
    glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
    glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
    window_ = glfwCreateWindow(framed_.width, framed_.height, "Inkheal", nullptr, nullptr);
    if (!window_) throw Error{"No window could be opened" + reason() + "."};
    glfwSetWindowSizeLimits(window_, leastWidth, leastHeight, GLFW_DONT_CARE, GLFW_DONT_CARE);
    if (monitor) {
        int x = 0, y = 0, width = 0, height = 0, ownWidth = 0, ownHeight = 0;
        glfwGetMonitorWorkarea(monitor, &x, &y, &width, &height);
        glfwGetWindowSize(window_, &ownWidth, &ownHeight);
        glfwSetWindowPos(window_, x + std::max((width - ownWidth) / 2, 0), y + std::max((height - ownHeight) / 2, 0));
    }
    if (fullscreen && monitor) fill(monitor);
    glfwShowWindow(window_);
}

Pane::~Pane() {
    glfwDestroyWindow(window_);
}

void Pane::setTitle(const std::string& title) {
    if (title == title_) return;
    glfwSetWindowTitle(window_, title.c_str());
    title_ = title;
}

/// The monitor that holds the middle of the window, else the main one.
GLFWmonitor* Pane::monitorBelow() const {
    Box own;
    glfwGetWindowPos(window_, &own.x, &own.y);
    glfwGetWindowSize(window_, &own.width, &own.height);
    const int middleX = own.x + own.width / 2, middleY = own.y + own.height / 2;
    for (GLFWmonitor* monitor : monitors()) {
        const GLFWvidmode* mode = glfwGetVideoMode(monitor);
        int x = 0, y = 0;
        glfwGetMonitorPos(monitor, &x, &y);
        if (mode && middleX >= x && middleX < x + mode->width && middleY >= y && middleY < y + mode->height)
            return monitor;
    }
    return glfwGetPrimaryMonitor();
}

void Pane::fill(GLFWmonitor* monitor) {
    const GLFWvidmode* mode = glfwGetVideoMode(monitor);
    if (!mode) return;
    glfwGetWindowPos(window_, &framed_.x, &framed_.y);
    glfwGetWindowSize(window_, &framed_.width, &framed_.height);
    glfwSetWindowMonitor(window_, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
}

void Pane::toggleFullscreen() {
    if (glfwGetWindowMonitor(window_))
        glfwSetWindowMonitor(window_, nullptr, framed_.x, framed_.y, framed_.width, framed_.height, GLFW_DONT_CARE);
    else if (GLFWmonitor* monitor = monitorBelow())
        fill(monitor);
}

bool Pane::minimised() const {
    return glfwGetWindowAttrib(window_, GLFW_ICONIFIED) == GLFW_TRUE;
}

int Pane::scale() const {
    float x = 1, y = 1;
    glfwGetWindowContentScale(window_, &x, &y);
    return std::max(int(std::lround(x)), 1);
}

void Pane::wait(double seconds) {
    if (seconds > 0)
        glfwWaitEventsTimeout(seconds);
    else
        glfwPollEvents();
}

}  // namespace inkheal::desktop
