#pragma once
// The window itself, by GLFW: made on a monitor, in a frame or over the whole screen, and titled. What the hand does in
// it is desktop/hand.h's.

#include <string>

struct GLFWwindow;
struct GLFWmonitor;

namespace inkheal::desktop {

/// GLFW from start to end; one a process. @throws Error (failed) without a screen.
class Screen {
 public:
    Screen();
    ~Screen();
    Screen(const Screen&) = delete;
    Screen& operator=(const Screen&) = delete;

    /// By part of its name, whatever the case; empty: the main one. @throws Error (usage) naming those there are.
    GLFWmonitor* monitorNamed(const std::string& name) const;
};

class Pane {
 public:
    Pane(GLFWmonitor* monitor, bool fullscreen);
    ~Pane();
    Pane(const Pane&) = delete;
    Pane& operator=(const Pane&) = delete;

    GLFWwindow* handle() const { return window_; }

    void setTitle(const std::string& title);
    void toggleFullscreen();
    bool minimised() const;

    /// Whole pixels of the screen per pixel of a drawing, at least 1.
    int scale() const;

    /// Lets callbacks run; returns when something happened or after `seconds`.
    void wait(double seconds);

 private:
    struct Box {
        int x = 0, y = 0, width = 1280, height = 800;
    };
    GLFWmonitor* monitorBelow() const;
    void fill(GLFWmonitor* monitor);

    GLFWwindow* window_ = nullptr;
    std::string title_;
    Box framed_;  // to come back to from the whole screen
};

}  // namespace inkheal::desktop
