#pragma once
// What the hand asks of the window: keys, mouse and dropped files, gathered by GLFW's callbacks and taken all at once
// between two pictures.

#include <glm/glm.hpp>
#include <optional>
#include <string>

struct GLFWwindow;

namespace inkheal::desktop {

struct Wishes {
    glm::vec2 dragged{0};                                     // over the picture, pixels, y down
    float wheel = 0;                                          // ticks, away from the hand
    std::optional<float> scrubbedX;                           // on the bar, pixels
    int stops = 0;                                            // of the timeline, later or earlier
    enum class Ends { none, first, last } ends = Ends::none;  // before `stops`
    int tone = 0;                                             // 1 ... 10 of the Monk scale, 0 none
    std::string dropped;                                      // a file
    bool fullscreen = false, save = false, reset = false, quit = false;
    bool uncovered = false;  // what is on the screen may be gone

    /// Something that changes the picture.
    bool any() const {
        return dragged != glm::vec2(0) || wheel != 0 || scrubbedX || stops || ends != Ends::none || tone ||
               !dropped.empty() || reset;
    }
};

class Hand {
 public:
    explicit Hand(GLFWwindow* window);
    ~Hand();
    Hand(const Hand&) = delete;
    Hand& operator=(const Hand&) = delete;

    /// The bar begins this many pixels from the top; above it is the picture.
    void setBarTop(int pixels) { barTop_ = float(pixels); }

    /// What was asked since the last call.
    Wishes take();

    /// A button is down.
    bool holds() const { return held_ != Held::nothing; }

 private:
    struct Callbacks;
    glm::vec2 pixelOf(double x, double y) const;
    void press();
    void move(glm::vec2 to);
    void key(int key, bool again);
    void letter(unsigned int letter);

    GLFWwindow* window_;
    enum class Held { nothing, picture, bar } held_ = Held::nothing;
    glm::vec2 last_{0};
    float barTop_ = 0;
    Wishes wishes_;
};

}  // namespace inkheal::desktop
