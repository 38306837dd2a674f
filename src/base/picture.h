#pragma once
// An image in CPU memory. Picture is for computing (linear light, float); Picture8 is for files and screens
// (sRGB-encoded bytes).

#include <cstdint>
#include <glm/glm.hpp>
#include <vector>

namespace inkheal {

/// Linear Rec. 709 light, straight (not premultiplied) alpha, row 0 at the top.
struct Picture {
    int width = 0;
    int height = 0;
    std::vector<glm::vec4> texels;  // width * height

    Picture() = default;
    Picture(int w, int h, glm::vec4 fill = {}) : width(w), height(h), texels(std::size_t(w) * std::size_t(h), fill) {}
    glm::vec4& at(int x, int y) { return texels[std::size_t(y) * std::size_t(width) + std::size_t(x)]; }
    const glm::vec4& at(int x, int y) const { return texels[std::size_t(y) * std::size_t(width) + std::size_t(x)]; }
};

/// The primaries of an encoded picture; all are encoded by the curve of sRGB, with D65 for white.
enum class Gamut { srgb, displayP3 };

/// sRGB-encoded, straight alpha, row 0 at the top, 4 bytes a texel.
struct Picture8 {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgba;  // width * height * 4
    Gamut gamut = Gamut::srgb;
};

/// The sRGB transfer functions (IEC 61966-2-1), 0 to 1 each way.
float linearFromSrgb(float encoded);
float srgbFromLinear(float linear);

Picture8 encodeSrgb(const Picture& picture);
Picture decodeSrgb(const Picture8& picture);

}  // namespace inkheal
