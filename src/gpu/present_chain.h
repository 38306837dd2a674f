#pragma once
// The surface of a window and the swapchain on it, remade whenever the window or the driver asks for it. For gpu's own
// files only; what is shown is Present's.

#include <optional>
#include <vector>

#include "gpu/internals.h"

struct GLFWwindow;

namespace inkheal::gpu {

class PresentChain {
 public:
    /// @throws Error (noDevice) when the device cannot show pictures in `window`.
    PresentChain(Internals& in, GLFWwindow* window);
    ~PresentChain();
    PresentChain(const PresentChain&) = delete;
    PresentChain& operator=(const PresentChain&) = delete;

    /// In pixels, after remaking what no longer fits the window; 0 x 0 while it is minimised.
    VkExtent2D fit();
    VkExtent2D extent() const { return extent_; }

    /// The next image to fill, after `acquired` is signalled. Nothing: the window is minimised, busy or has changed;
    /// `acquired` is then as it was.
    std::optional<std::uint32_t> acquire(VkSemaphore acquired);
    VkImage image(std::uint32_t index) const { return images_[index]; }

    /// To be signalled by the work that fills the image; present() waits for it.
    VkSemaphore filled(std::uint32_t index) const { return filled_[index]; }

    /// False when the window has changed and the image was not shown.
    bool present(std::uint32_t index);

 private:
    void makeSurface();
    void makeSwapchain(const VkSurfaceCapabilitiesKHR& able, VkExtent2D extent);
    bool remake();
    void drop();
    void dropSurface();
    VkExtent2D extentFor(const VkSurfaceCapabilitiesKHR& able) const;

    Internals& in_;
    GLFWwindow* window_;
    VkSurfaceKHR surface_ = VK_NULL_HANDLE;
    VkSurfaceFormatKHR format_{};
    VkSwapchainKHR swapchain_ = VK_NULL_HANDLE;
    VkExtent2D extent_{};
    std::vector<VkImage> images_;
    std::vector<VkSemaphore> filled_;
    int madeForWidth_ = 0, madeForHeight_ = 0;  // what the window said then
    bool stale_ = true, surfaceLost_ = false;
};

}  // namespace inkheal::gpu
