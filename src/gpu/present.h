#pragma once
// Shows Images in a window: a swapchain on the window's surface that lives through resizing, minimising and a lost
// surface. Ask size(), lay the pictures out for it and show() them; when show() answers false the window has changed in
// between: ask again. The Device was opened with DeviceChoice::forWindow.

#include <glm/glm.hpp>
#include <memory>
#include <span>

#include "gpu/image.h"

struct GLFWwindow;

namespace inkheal::gpu {

/// Pixels of the window, from its upper left corner.
struct PixelBox {
    int x = 0, y = 0, width = 0, height = 0;

    bool operator==(const PixelBox&) const = default;
};

/// The largest box of the shape width : height within `place`, in its middle.
PixelBox fitted(int width, int height, const PixelBox& place);

/// An rgba8 image of sRGB-encoded colour, scaled to fit `place` in its own shape.
struct Layer {
    const Image* image = nullptr;
    PixelBox place;  // within the window's size()
};

class Present {
 public:
    /// `window` outlives this. @throws Error (noDevice) when the device cannot show pictures in it.
    Present(Device& device, GLFWwindow* window);
    ~Present();
    Present(const Present&) = delete;
    Present& operator=(const Present&) = delete;

    struct Size {
        int width = 0, height = 0;
        bool operator==(const Size&) const = default;
    };
    /// The window's size in pixels now; 0 x 0 while it is minimised.
    Size size();

    /// Shows the layers in order over one sRGB-encoded colour, laid out for the last size(), and returns when they have
    /// been read. False: not shown, because the window is minimised, busy or of another size by now.
    bool show(std::span<const Layer> layers, glm::vec3 background);

 private:
    struct Body;
    std::unique_ptr<Body> body_;
};

}  // namespace inkheal::gpu
